import type { WordLanguage } from '@convite/crypto';
import { fileText, keyFile, keysOfList, nameInFile, restoreKey } from '@convite/trustee';
import { backHome, paragraph } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { button, el, field, on } from '../../offline-page/dom.ts';
import { restoreProblem } from '../refusal-words.ts';
import { fileInput, filesIn, saveStep } from '../../offline-page/saving.ts';
import { showBackup } from './back-up.ts';
import { chosenList } from './choose-key.ts';

/** The words on paper become the key file again. */
export function showRestore(app: App, typed = '', problems: readonly string[] = []): void {
  const { words } = app;
  const area = el('textarea', {
    class: 'in',
    ...{ id: 'words', rows: 5, autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' },
  });
  area.value = typed;
  const language = el(
    'select',
    { class: 'in', id: 'language' },
    el('option', { value: 'es', selected: words.language === 'es' }, words.wordLanguages.es),
    el('option', { value: 'en', selected: words.language === 'en' }, words.wordLanguages.en),
  );
  const list = fileInput('list', '.json');
  const submit = (): void =>
    app.run(() => restore(app, area.value, language.value === 'en' ? 'en' : 'es', filesIn(list)));
  app.show({
    title: words.restoreTitle,
    problems,
    parts: [
      paragraph(words.restoreLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(area, { label: words.wordsLabel }),
          field(language, { label: words.wordsLanguage }),
          field(list, { label: words.listLabel, hint: words.listHint }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.restoreSubmit)),
        ),
        { onsubmit: submit },
      ),
      backHome(app),
    ],
  });
}

async function restore(app: App, typed: string, language: WordLanguage, files: readonly File[]): Promise<void> {
  const { words } = app;
  const list = await chosenList(app, files);
  if (typeof list === 'string') return showRestore(app, typed, [list]);
  const restored = restoreKey(typed, keysOfList(list), language);
  if (!restored.ok) return showRestore(app, typed, [restoreProblem(words, restored.error)]);
  const { name } = restored.value;
  app.unsaved(true);
  app.show({
    title: words.restoredTitle,
    parts: [
      saveStep(
        app,
        { name: `${nameInFile(name)}.key.json`, content: fileText(keyFile, restored.value) },
        words.restoredSays(name),
        () => app.unsaved(false),
      ),
      el(
        'div',
        { class: 'acts' },
        button(words.tasks.backup.title, () => showBackup(app), 'btn two'),
      ),
      backHome(app),
    ],
  });
}
