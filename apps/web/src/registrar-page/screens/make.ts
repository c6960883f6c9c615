import { portableSha256 } from '@convite/crypto';
import {
  codeFiles,
  letterFacts,
  makeCodes,
  type OpenedOrder,
  type People,
  readList,
  readSalt,
} from '@convite/registrar';
import { invariant } from '@convite/kernel';
import { browserRandomness } from '../../offline-page/browser-suite.ts';
import { button, el, field } from '../../offline-page/dom.ts';
import { backHome, paragraph, type Problem, spokenHash } from '../../offline-page/page-app.ts';
import { saveStep } from '../../offline-page/saving.ts';
import { type App, titleOf } from '../app.ts';
import { calendar } from '../calendar.ts';
import { chosenOrder } from '../brought-codes.ts';
import { askOnce, onWorkers } from '../code-workers.ts';
import { peopleProblem } from '../refusal-words.ts';
import { fileForm, type FileName, problemOf } from './file-fields.ts';
import { showSheets } from './sheets.ts';

/** Asks for the order, the roll and the salt. */
export function showMake(app: App, typed = '', problems: readonly Problem[] = []): void {
  const { words } = app;
  const salt = el('textarea', {
    ...{
      class: 'in',
      id: 'salt',
      rows: 3,
      spellcheck: 'false',
      autocomplete: 'off',
      autocapitalize: 'none',
      dir: 'ltr',
    },
  });
  salt.value = typed;
  app.show(
    fileForm(app, ['order', 'roll'], {
      ...{ title: words.makeTitle, lead: words.makeLead, submit: words.makeReview, problems },
      controls: [field(salt, { label: words.saltLabel, hint: words.saltHint, problem: problemOf(problems, 'salt') })],
      done: (chosen) => review(app, chosen, salt.value),
    }),
  );
}

/** Checks that the three belong together; nothing is made before. */
async function review(app: App, chosen: Readonly<Partial<Record<FileName, File>>>, typed: string): Promise<void> {
  const { words } = app;
  const opened = await chosenOrder(words, chosen.order);
  const salt = readSalt(typed);
  const { roll } = chosen;
  if ('problem' in opened || salt === undefined || roll === undefined) {
    return showMake(app, typed, [
      ...('problem' in opened ? [opened.problem] : []),
      ...(roll === undefined ? [{ field: 'roll', says: words.rollMissing }] : []),
      ...(salt === undefined ? [{ field: 'salt', says: words.saltWrong(typed.replaceAll(/\s/gu, '').length) }] : []),
    ]);
  }
  app.show({ title: words.makeTitle, parts: [el('p', { role: 'status' }, words.reading)] });
  const { consultation, roll: frozen } = opened.order;
  // Read here: WebKit lets no worker of a page on a disk read a file.
  const bytes = new Uint8Array(await roll.arrayBuffer());
  const order = { consultation, roll: frozen };
  const news = await askOnce(app.startWorker, { type: 'read', roll: bytes, salt, order });
  invariant(news.type === 'people', 'a roll is answered by people');
  const { people } = news;
  if (people.ok) showSeen(app, opened, people.value);
  else showMake(app, typed, [{ field: 'roll', says: peopleProblem(words, people.error) }]);
}

/** What is about to be made. */
function showSeen(app: App, opened: OpenedOrder, people: People): void {
  const { words } = app;
  const { order } = opened;
  const voters = order.slices.reduce((sum, slice) => sum + slice.people, 0);
  const spares = order.slices.reduce((sum, slice) => sum + slice.spares, 0);
  app.show({
    title: titleOf(app, opened),
    parts: [
      paragraph(words.seenLead(voters, spares, order.contests.length), 'lead'),
      voters === people.length ? undefined : paragraph(words.seenWithout(people.length - voters)),
      paragraph(words.seenAgain, 'note wait'),
      paragraph(words.seenStay),
      el(
        'div',
        { class: 'acts' },
        button(words.makeBegin, () => app.run(() => make(app, opened, people))),
      ),
      backHome(app),
    ],
  });
}

async function make(app: App, opened: OpenedOrder, people: People): Promise<void> {
  const { words } = app;
  const { order } = opened;
  const making = makeCodes(opened, people, {
    random: browserRandomness,
    createSha256: portableSha256.createSha256,
  });
  const bar = el('progress', { max: Math.max(1, making.count), value: 0, 'aria-label': words.making });
  const told = el('p', { role: 'status' }, words.progress(0, making.count));
  app.show({ title: words.making, parts: [bar, told, paragraph(words.seenStay, 'soft')] });
  const settings = {
    elections: order.contests.map(({ uuid, group }) => ({ uuid, group })),
    ...{ facts: letterFacts(order, calendar), sheets: [] },
  };
  app.unsaved(true);
  const list = [making.headings.list];
  for await (const work of onWorkers(app.startWorker, settings, making.jobs)) {
    list.push(making.take(work));
    bar.value = work.number + 1;
    told.textContent = words.progress(work.number + 1, making.count);
  }
  told.textContent = words.sorting;
  const upload: string[] = [];
  for (const line of making.upload()) {
    upload.push(line);
    // Lets the browser draw, for very many credentials.
    if (upload.length % 50 === 0) await new Promise((resume) => void setTimeout(resume));
  }
  showMade(app, opened, { ...making.finish(), list: list.join(''), given: making.headings.given, upload });
}

type Made = ReturnType<ReturnType<typeof makeCodes>['finish']> & {
  readonly list: string;
  readonly given: string;
  readonly upload: string[];
};

function showMade(app: App, opened: OpenedOrder, { made, summary, list, given, upload }: Made): void {
  const { words } = app;
  const csv = 'text/csv';
  const unsaved = new Set<string>([codeFiles.list, codeFiles.given, codeFiles.upload, codeFiles.summary]);
  const step = (name: string, content: BlobPart, says: string, type?: string): HTMLElement =>
    saveStep(app, { name, content, ...(type === undefined ? {} : { type }) }, says, () => {
      unsaved.delete(name);
      app.unsaved(unsaved.size > 0);
    });
  const toLetters = (): void => {
    const read = readList(list);
    invariant(read.ok, 'a list that was just written is one');
    showSheets(app, opened, read.value, () => showMade(app, opened, { made, summary, list, given, upload }));
  };
  app.show({
    title: words.madeTitle,
    parts: [
      paragraph(words.madeLead(made.people, made.spares, made.credentials), 'lead'),
      step(codeFiles.list, list, words.madeList, csv),
      step(codeFiles.given, given, words.madeGiven, csv),
      step(codeFiles.upload, upload.join(''), words.madeUpload),
      step(codeFiles.summary, summary, words.madeSummary),
      el('h2', { class: 'h3' }, words.hashTitle),
      paragraph(words.hashSays),
      spokenHash(made.sha256),
      el('div', { class: 'acts' }, button(words.toLetters, toLetters, 'btn two')),
      el('h2', { class: 'h3' }, words.destroyTitle),
      el('ul', {}, ...words.destroy.map((one) => el('li', {}, one))),
      backHome(app),
    ],
  });
}
