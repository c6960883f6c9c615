import { button, el, field, on } from '../../offline-page/dom.ts';
import { paragraph, type Problem } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { problemOf } from './file-fields.ts';
import { type Brought, giveLetter } from './give-letter.ts';

const emptyPerson = { id: '', name: '', territory: '', language: '' };

/** Asks for what letters need of somebody who was added to the roll after the freezing. */
export function showAdded(
  app: App,
  brought: Brought,
  back: () => void,
  typed = emptyPerson,
  problems: readonly Problem[] = [],
): void {
  const { words } = app;
  const text = (id: keyof typeof emptyPerson): HTMLInputElement =>
    el('input', { ...{ class: 'in', id, type: 'text', autocomplete: 'off' }, value: typed[id] });
  const [id, name, territory] = [text('id'), text('name'), text('territory')];
  const language = el('select', { class: 'in', id: 'language' });
  for (const [tag, says] of Object.entries(words.languageNames)) {
    const isChosen = tag === (typed.language === '' ? brought.order.languages[0] : typed.language);
    language.append(el('option', { value: tag, selected: isChosen }, says));
  }
  const give = (): void => {
    const person = {
      ...{ id: id.value.trim(), name: name.value.normalize('NFC').trim() },
      ...{ territory: territory.value.trim(), language: language.value },
    };
    const again = (says: string): void => showAdded(app, brought, back, person, [{ field: 'id', says }]);
    if (person.id === '' || person.territory === '') return again(words.addedEmpty);
    const { id: given, ...added } = person;
    giveLetter(app, brought, { id: given, added }, again);
  };
  app.show({
    title: words.addedTitle,
    problems,
    parts: [
      paragraph(words.addedLead),
      on(
        el(
          'form',
          { novalidate: true },
          field(id, { label: words.addedId, problem: problemOf(problems, 'id') }),
          field(name, { label: words.addedName }),
          field(territory, { label: words.addedTerritory }),
          field(language, { label: words.addedLanguage }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.addedSubmit)),
        ),
        { onsubmit: give },
      ),
      el('p', { class: 'back' }, button(words.whoTitle, back, 'link')),
    ],
  });
}
