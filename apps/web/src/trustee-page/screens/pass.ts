import { backHome, paragraph } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { button, el, field, on } from '../../offline-page/dom.ts';
import { lendFile } from '../../offline-page/lent-file.ts';
import type { PassNews, PassRequest } from '../pass-worker.ts';
import { contestProblem, passProblem } from '../refusal-words.ts';
import { fileInput, filesIn, saveStep } from '../../offline-page/saving.ts';
import { chosenKey } from './choose-key.ts';

type News<T extends PassNews['type']> = Extract<PassNews, { readonly type: T }>;

/** What was chosen. */
interface Brought {
  readonly key: string;
  readonly work: File;
}

/** Asks for the key and the work file. */
export function showPass(app: App, problems: readonly string[] = []): void {
  const { words } = app;
  const [key, work] = [fileInput('key', '.json'), fileInput('work', '.zip')];
  app.show({
    title: words.passTitle,
    problems,
    parts: [
      paragraph(words.passLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(key, { label: words.keyLabel, hint: words.keyHint }),
          field(work, { label: words.workLabel, hint: words.workHint }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.passSubmit)),
        ),
        { onsubmit: () => app.run(() => look(app, filesIn(key), filesIn(work))) },
      ),
      backHome(app),
    ],
  });
}

async function look(app: App, keyFiles: readonly File[], workFiles: readonly File[]): Promise<void> {
  const { words } = app;
  const key = await chosenKey(app, keyFiles);
  const [work] = workFiles;
  if (typeof key === 'string' || work === undefined) {
    const missing = work === undefined ? [words.workMissing] : [];
    return showPass(app, [...(typeof key === 'string' ? [key] : []), ...missing]);
  }
  const request = { key: key.text, work };
  app.show({ title: words.passTitle, parts: [el('p', { role: 'status' }, words.looking)] });
  const news = await ask(app, request, false, () => undefined);
  if (news.type === 'refused') return showPass(app, [passProblem(words, news.refusal)]);
  if (news.type === 'seen') showSeen(app, news, request);
}

/** Size and time before anything is done with the key. */
function showSeen(app: App, seen: News<'seen'>, request: Brought): void {
  const { words } = app;
  const { size, owner, seconds, remembers } = seen;
  const title = seen.title[words.language] ?? Object.values(seen.title)[0] ?? words.passTitle;
  app.show({
    title,
    parts: [
      paragraph(words.seenSays(size.contests, megabytes(size.bytes, words.language), owner), 'lead'),
      paragraph(words.seenTime(Math.ceil(seconds / 60))),
      paragraph(words.seenStay),
      paragraph(remembers ? words.remembers : words.forgets, remembers ? 'soft' : 'note wait'),
      el(
        'div',
        { class: 'acts' },
        button(words.passBegin, () => app.run(() => work(app, request, size.contests))),
      ),
      backHome(app),
    ],
  });
}

const megabytes = (bytes: number, language: string): string =>
  (bytes / 1_000_000).toLocaleString(language, {
    useGrouping: 'always',
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });

async function work(app: App, request: Brought, contests: number): Promise<void> {
  const { words } = app;
  const bar = el('progress', { max: Math.max(1, request.work.size), value: 0, 'aria-label': words.working });
  const told = el('p', { role: 'status' }, words.progress(0, contests));
  app.show({ title: words.working, parts: [bar, told, paragraph(words.seenStay, 'soft')] });
  app.unsaved(true);
  const news = await ask(app, request, true, ({ behind }) => {
    bar.value = behind.bytes;
    told.textContent = words.progress(behind.contests, contests);
  });
  if (news.type === 'ended') return showEnded(app, news);
  app.unsaved(false);
  if (news.type === 'refused') showPass(app, [passProblem(words, news.refusal)]);
}

function showEnded(app: App, end: News<'ended'>): void {
  const { words } = app;
  const { answer, refused } = end;
  if (answer === undefined) app.unsaved(false);
  app.show({
    title: answer === undefined ? words.endedNothing : words.endedTitle,
    parts: [
      ...(answer === undefined ? [] : [paragraph(words.endedSays(end.shuffles, end.decryptions), 'lead')]),
      end.few.length === 0 ? undefined : paragraph(words.endedFew(end.few), 'note wait'),
      answer === undefined
        ? undefined
        : saveStep(app, { name: 'answer.zip', content: answer, type: 'application/zip' }, words.endedHandIn, () =>
            app.unsaved(false),
          ),
      end.again === 0 ? undefined : paragraph(words.endedAgain(end.again), 'soft'),
      end.doneBefore === 0 ? undefined : paragraph(words.endedDone(end.doneBefore), 'soft'),
      refused.length === 0
        ? undefined
        : el(
            'section',
            { class: 'problem' },
            el('h2', {}, words.refusedTitle(refused.length)),
            paragraph(words.refusedSays),
            el(
              'ul',
              {},
              ...refused.map(({ contest, refusal }) =>
                el('li', {}, words.refusedContest(contest.name, contestProblem(words, refusal))),
              ),
            ),
          ),
      backHome(app),
    ],
  });
}

/** Asks a worker of its own, and ends it with its last word. */
function ask(
  { startWorker }: App,
  { key, work }: Brought,
  isToBegin: boolean,
  progress: (news: News<'progress'>) => void,
): Promise<Exclude<PassNews, { readonly type: 'progress' }>> {
  const worker = startWorker();
  return new Promise<Exclude<PassNews, { readonly type: 'progress' }>>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<PassNews>) => {
      if (data.type === 'progress') progress(data);
      else resolve(data);
    });
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('messageerror', () => reject(new Error('the worker could not be heard')));
    const lent = lendFile(work);
    const request: PassRequest = { key, work: lent, isToBegin };
    worker.postMessage(request, [lent.port]);
  }).finally(() => worker.terminate());
}
