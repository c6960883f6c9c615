import { letterFacts, type ListedCode, listedPages, type OpenedOrder, type Sheet } from '@convite/registrar';
import { invariant } from '@convite/kernel';
import { button, el, field, on } from '../../offline-page/dom.ts';
import { backHome, paragraph } from '../../offline-page/page-app.ts';
import { type App, titleOf } from '../app.ts';
import { calendar } from '../calendar.ts';
import { askOnce } from '../code-workers.ts';
import { letterFrame } from '../letter-frame.ts';

const sheets: readonly Sheet[] = ['letters', 'slips'];

/** Shows the letters of a private list, group by group: those of the command, byte for byte. */
export function showSheets(app: App, opened: OpenedOrder, list: readonly ListedCode[], back?: () => void): void {
  const { words } = app;
  const { order } = opened;
  const pages = listedPages(order, list);
  const facts = letterFacts(order, calendar);
  let [at, sheet, asked]: [number, Sheet, number] = [0, 'letters', 0];

  const state = el('p', { role: 'status', class: 'group' });
  const says = el('div', {});
  const shown = el('div', {});
  const kind = el('select', { class: 'in', id: 'kind' });
  for (const one of sheets) kind.append(el('option', { value: one }, words.sheets[one]));
  const group = el('select', { class: 'in', id: 'group' });
  for (const [i] of pages.entries()) group.append(el('option', { value: i }, words.sheetNumber(i + 1, pages.length)));

  const draw = async (): Promise<void> => {
    const page = pages[at];
    if (page === undefined) return;
    asked += 1;
    const own = asked;
    const { people } = page;
    group.value = String(at);
    state.textContent = words.drawing;
    shown.replaceChildren();
    const voters = people.filter((one) => one.kind === 'voter');
    const papers = (people[0]?.contests ?? []).map((one) => order.contests[one]?.name ?? '');
    const [first, last] = [voters[0]?.name, voters.at(-1)?.name];
    const news = await askOnce(app.startWorker, { type: 'sheet', sheet, facts, people });
    // Somebody went on meanwhile.
    if (own !== asked) return;
    invariant(news.type === 'sheet', 'a sheet is answered by a sheet');
    state.textContent = words.sheetNumber(at + 1, pages.length);
    says.replaceChildren(
      paragraph(words.sheetPeople(voters.length, people.length - voters.length, papers.join(', '))),
      ...(first === undefined || last === undefined ? [] : [paragraph(words.sheetOrder(first, last), 'soft')]),
    );
    const name = `PRIVATE-${sheet}-${String(at + 1).padStart(5, '0')}.html`;
    shown.replaceChildren(
      ...letterFrame(app, { html: news.html, name, title: words.sheetFrame, print: words.sheetPrint }),
    );
  };
  const go = (to: number): void => {
    at = Math.min(Math.max(0, to), pages.length - 1);
    app.run(draw);
  };
  on(kind, {
    onchange: () => {
      sheet = sheets.find((one) => one === kind.value) ?? 'letters';
      go(at);
    },
  });
  on(group, { onchange: () => go(Number(group.value)) });
  app.show({
    title: words.sheetTitle(titleOf(app, opened)),
    parts: [
      field(kind, { label: words.sheetKind }),
      pages.length > 1 ? field(group, { label: words.sheetChoose }) : undefined,
      pages.length > 1
        ? el(
            'div',
            { class: 'acts' },
            button(words.sheetPrevious, () => go(at - 1), 'btn two'),
            button(words.sheetNext, () => go(at + 1), 'btn two'),
          )
        : undefined,
      ...[state, says, shown],
      back === undefined ? backHome(app) : el('p', { class: 'back' }, button(words.toFiles, back, 'link')),
    ],
  });
  app.run(draw);
}
