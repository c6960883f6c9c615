import { fileText, nameInFile, rehearsalFile, rehearseOwn } from '@convite/trustee';
import { backHome, paragraph } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { browserRandomness } from '../../offline-page/browser-suite.ts';
import { el, field, on } from '../../offline-page/dom.ts';
import { fileInput, filesIn, saveStep } from '../../offline-page/saving.ts';
import { chosenKey, chosenList } from './choose-key.ts';

/** Decrypts a test ballot with the key as it is stored. */
export function showRehearse(app: App, problems: readonly string[] = []): void {
  const { words } = app;
  const [key, list] = [fileInput('key', '.json'), fileInput('list', '.json')];
  app.show({
    title: words.rehearseTitle,
    problems,
    parts: [
      paragraph(words.rehearseLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(key, { label: words.keyLabel, hint: words.keyHint }),
          field(list, { label: words.listLabel, hint: words.listHint }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.rehearseSubmit)),
        ),
        { onsubmit: () => app.run(() => rehearse(app, filesIn(key), filesIn(list))) },
      ),
      backHome(app),
    ],
  });
}

async function rehearse(app: App, keyFiles: readonly File[], listFiles: readonly File[]): Promise<void> {
  const { words } = app;
  const [key, list] = [await chosenKey(app, keyFiles), await chosenList(app, listFiles)];
  if (typeof key === 'string' || typeof list === 'string') {
    return showRehearse(
      app,
      [key, list].filter((each) => typeof each === 'string'),
    );
  }
  const made = rehearseOwn(list, key.own, new Date().toISOString().slice(0, 10), browserRandomness);
  if (!made.ok) {
    return showRehearse(app, [made.error.type === 'not_a_trustee' ? words.notInList : words.rehearsalFailed]);
  }
  const { owner, name, date } = made.value;
  app.show({
    title: words.rehearsedTitle,
    parts: [
      saveStep(
        app,
        { name: `rehearsal-${owner}-${nameInFile(name)}-${date}.json`, content: fileText(rehearsalFile, made.value) },
        words.rehearsedSays(owner, date),
      ),
      backHome(app),
    ],
  });
}
