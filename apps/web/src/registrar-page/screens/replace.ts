import { type KeptCodes, type ListedCode, readGiven } from '@convite/registrar';
import { button, el, field, on } from '../../offline-page/dom.ts';
import { backHome, paragraph, type Problem } from '../../offline-page/page-app.ts';
import type { App } from '../app.ts';
import { chosenList, chosenOrder, textOf } from '../brought-codes.ts';
import { fileForm, type FileName, problemOf } from './file-fields.ts';
import { showAdded } from './added-person.ts';
import { type Brought, giveLetter } from './give-letter.ts';

/** People that are shown; of more, something else of the name is asked for. */
const mostShown = 20;

/** Asks for the order and both private lists. */
export function showReplace(app: App, problems: readonly Problem[] = []): void {
  const { words } = app;
  app.show(
    fileForm(app, ['order', 'list', 'given'], {
      ...{ title: words.replaceTitle, lead: words.replaceLead, submit: words.replaceOpen, problems },
      done: (chosen) => open(app, chosen),
    }),
  );
}

async function open(app: App, chosen: Readonly<Partial<Record<FileName, File>>>): Promise<void> {
  const { words } = app;
  const wrong = (says: string): void => showReplace(app, [{ field: 'given', says }]);
  const opened = await chosenOrder(words, chosen.order);
  if ('problem' in opened) return showReplace(app, [opened.problem]);
  const list = await chosenList(words, opened, chosen.list);
  if ('problems' in list) return showReplace(app, list.problems);
  if (chosen.given === undefined) return wrong(words.givenMissing);
  const givenText = (await textOf(chosen.given)) ?? '';
  const given = readGiven(givenText);
  if (!given.ok) return wrong(words.givenNone(given.error));
  const spares = new Set(list.flatMap(({ kind, slice, id }) => (kind === 'spare' ? [`${slice} ${id}`] : [])));
  if (given.value.some(({ slice, spare }) => !spares.has(`${slice} ${spare}`))) return wrong(words.givenForeign);
  showWho(app, { order: opened.order, list, given: given.value, givenText });
}

/** Asks for whom the letter is. */
function showWho(app: App, brought: Brought, typed = '', problems: readonly Problem[] = []): void {
  const { words } = app;
  const control = el('input', { class: 'in', id: 'who', type: 'text', autocomplete: 'off', value: typed });
  const found = el('div', { role: 'status' });
  const search = (): void => {
    const people = peopleLike(brought, control.value);
    if (people.length === 0 || people.length > mostShown) {
      const says = people.length === 0 ? words.whoNone : words.whoMany(people.length);
      return showWho(app, brought, control.value, [{ field: 'who', says }]);
    }
    found.replaceChildren(
      paragraph(words.whoFound),
      el(
        'ul',
        { class: 'tasks' },
        ...people.map(({ id, name, territory }) =>
          el(
            'li',
            { dir: 'auto' },
            button(words.whoPerson(name, territory, id), () => give(id), 'link'),
          ),
        ),
      ),
    );
  };
  const give = (id: string): void =>
    giveLetter(app, brought, { id, added: undefined }, (says) =>
      showWho(app, brought, control.value, [{ field: 'who', says }]),
    );
  app.show({
    title: words.whoTitle,
    problems,
    parts: [
      on(
        el(
          'form',
          { novalidate: true },
          field(control, { label: words.whoLabel, hint: words.whoHint, problem: problemOf(problems, 'who') }),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, words.whoSearch)),
        ),
        { onsubmit: search },
      ),
      found,
      el(
        'p',
        {},
        button(words.addedLink, () => showAdded(app, brought, () => showWho(app, brought)), 'link'),
      ),
      backHome(app),
    ],
  });
}

/** Without accents and case, as people write names. */
const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();

/** Whoever has this id, or a name with these words in it: people of the list, and those who got a spare later. */
function peopleLike(
  { list, given }: KeptCodes,
  typed: string,
): readonly Pick<ListedCode, 'id' | 'name' | 'territory'>[] {
  const words = plain(typed).split(/\s+/u);
  if (words.join('') === '') return [];
  const voters = list.filter(({ kind }) => kind === 'voter');
  const known = new Set(voters.map(({ id }) => id));
  const added = given.flatMap(({ to, name, slice, spare }) => {
    if (known.has(to)) return [];
    known.add(to);
    const held = list.find((one) => one.kind === 'spare' && one.slice === slice && one.id === spare);
    return [{ id: to, name, territory: held?.territory ?? '' }];
  });
  return [...voters, ...added].filter(
    ({ id, name }) => id === typed.trim() || words.every((word) => plain(name).includes(word)),
  );
}
