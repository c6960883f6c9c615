import { portableSha256 } from '@convite/crypto';
import { beginCheck, type CheckedCodes, letterFacts, type OpenedOrder, publishedLists } from '@convite/registrar';
import { invariant } from '@convite/kernel';
import { el } from '../../offline-page/dom.ts';
import { fileSource } from '../../offline-page/file-source.ts';
import { backHome, paragraph, type Problem, spokenHash } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { calendar } from '../calendar.ts';
import { chosenList, chosenOrder, textOf } from '../brought-codes.ts';
import { onWorkers } from '../code-workers.ts';
import { differenceText, publishedProblem } from '../refusal-words.ts';
import { fileForm, type FileName } from './file-fields.ts';

/** Differences that are told; more would only be scrolled away. */
const most = 30;

/** Asks for what is compared. */
export function showCheck(app: App, problems: readonly Problem[] = []): void {
  const { words } = app;
  app.show(
    fileForm(app, ['order', 'list', 'upload', 'published'], {
      ...{ title: words.checkTitle, lead: words.checkLead, submit: words.checkSubmit, problems },
      done: (chosen) => check(app, chosen),
    }),
  );
}

async function check(app: App, chosen: Readonly<Partial<Record<FileName, File>>>): Promise<void> {
  const { words } = app;
  const opened = await chosenOrder(words, chosen.order);
  if ('problem' in opened) return showCheck(app, [opened.problem]);
  const list = await chosenList(words, opened, chosen.list);
  if ('problems' in list) return showCheck(app, list.problems);
  const upload = chosen.upload === undefined ? undefined : await textOf(chosen.upload);
  if (upload === undefined) return showCheck(app, [{ field: 'upload', says: words.uploadMissing }]);
  const site = chosen.published;
  const published = site === undefined ? undefined : await publishedLists(fileSource(site), portableSha256);
  if (published?.ok === false) {
    return showCheck(app, [{ field: 'published', says: publishedProblem(words, published.error) }]);
  }
  const begun = beginCheck(opened, list, portableSha256);
  invariant(begun.ok, 'a list with problems is not checked');
  const { jobs, count, take, finish } = begun.value;
  const bar = el('progress', { max: Math.max(1, count), value: 0, 'aria-label': words.checking });
  const told = el('p', { role: 'status' }, words.progress(0, count));
  app.show({ title: words.checking, parts: [bar, told] });
  const settings = {
    elections: opened.order.contests.map(({ uuid, group }) => ({ uuid, group })),
    ...{ facts: letterFacts(opened.order, calendar), sheets: [] },
  };
  for await (const work of onWorkers(app.startWorker, settings, jobs)) {
    take(work);
    bar.value = work.number + 1;
    told.textContent = words.progress(work.number + 1, count);
  }
  showChecked(app, opened, finish({ upload, summary: undefined, published: published?.value ?? [] }));
}

function showChecked(app: App, { order }: OpenedOrder, checked: CheckedCodes): void {
  const { words } = app;
  const { people, spares, credentials, contests, compared, differences } = checked;
  const names = order.contests.map(({ name }) => name);
  const hash = [el('h2', { class: 'h3' }, words.hashTitle), spokenHash(checked.sha256)];
  if (differences.length > 0) {
    const told = differences.slice(0, most).map((one) => differenceText(words, one, names));
    return app.show({
      title: words.differsTitle,
      problems: told,
      parts: [
        paragraph(words.differsLead, 'note wait'),
        differences.length > most ? paragraph(words.moreDifferences(differences.length - most)) : undefined,
        ...hash,
        backHome(app),
      ],
    });
  }
  app.show({
    title: words.agreesTitle,
    parts: [
      paragraph(words.agreesLead(people, spares, credentials, contests), 'lead'),
      paragraph(words.agreesPublished(compared, contests)),
      ...hash,
      backHome(app),
    ],
  });
}
