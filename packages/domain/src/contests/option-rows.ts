import { compareCodePoints, err, ok, type Result } from '@convite/kernel';
import { type CellProblem, readCell } from '../tables/cell.ts';
import { looksOf } from '../tables/look-alikes.ts';
import type { Column, Heading } from '../tables/headings.ts';
import { highestNumber, optionText } from './options.ts';

/** The columns of a table of options, and other words that people write over them. */
export const optionColumns = {
  code: { also: ['codigo', 'codigo del territorio', 'territorio', 'territory', 'territory code', 'circuito'] },
  number: { also: ['numero', 'no', 'n', 'opcion', 'option', 'proyecto no'] },
  title: { also: ['titulo', 'nombre', 'name', 'proyecto', 'project'] },
  summary: { also: ['resumen', 'descripcion', 'description'] },
  cost: { also: ['costo', 'coste', 'monto', 'price'] },
  place: { also: ['lugar', 'sitio', 'barrio', 'neighbourhood', 'neighborhood'] },
  theme: { also: ['tema', 'categoria', 'category'] },
} as const satisfies Readonly<Record<string, Column>>;
export type OptionColumn = keyof typeof optionColumns;

/** Columns of what an option is called and says in another language than the first of its consultation. */
export type OptionTextColumn = `title_${string}` | `summary_${string}`;

const inLanguage = (names: readonly string[], language: string): readonly string[] =>
  names.map((name) => `${name} ${language}`);

/** The columns of a table of options in these languages, the first of which is the one of `title` and `summary`. */
export function optionColumnsIn([first = '', ...further]: readonly string[]): Readonly<
  Record<OptionColumn | OptionTextColumn, Column>
> {
  const { title, summary } = optionColumns;
  const [titles, summaries] = [
    ['title', ...title.also],
    ['summary', ...summary.also],
  ];
  return {
    ...optionColumns,
    title: { also: [...title.also, ...inLanguage(titles, first)] },
    summary: { also: [...summary.also, ...inLanguage(summaries, first)] },
    ...Object.fromEntries(
      further.flatMap((language) => [
        [`title_${language}`, { also: inLanguage(titles, language) }],
        [`summary_${language}`, { also: inLanguage(summaries, language) }],
      ]),
    ),
  };
}

export const neededOptionColumns: readonly OptionColumn[] = ['code', 'number', 'title'];

/** One row of a table of options, and the line on which it ends. */
export interface OptionRow {
  readonly line: number;
  readonly code: string;
  readonly number: number;
  readonly title: string;
  readonly summary: string;
  /** Minor units; `null` where the cell is empty. */
  readonly cost: bigint | null;
  readonly place: string;
  readonly theme: string;
  /** Title and summary in further languages, by their codes; those that are left empty are read in the first one. */
  readonly titles: Readonly<Record<string, string>>;
  readonly summaries: Readonly<Record<string, string>>;
}

export type OptionRowProblem =
  | CellProblem
  | { readonly type: 'row_width'; readonly found: number; readonly expected: number }
  | { readonly type: 'no_code' | 'no_title' }
  | { readonly type: 'bad_number'; readonly found: string; readonly most: number }
  /** Neither whole nor with as many decimals as the currency has; a sign that groups thousands would leave it open. */
  | { readonly type: 'bad_cost'; readonly found: string; readonly decimals: number };

/** Stands for a cell whose problem is told already; no cell reads so. */
const unread = ' ';
/** Longest code of a territory that is looked for. */
const longestCode = 60;

/**
 * Reads a row of options; or everything that is wrong with it.
 *
 * @param further languages of the consultation behind its first.
 */
export function readOptionRow(
  line: number,
  cells: readonly string[],
  { places, width }: Heading<OptionColumn | OptionTextColumn>,
  decimals: number,
  further: readonly string[],
): Result<OptionRow, readonly OptionRowProblem[]> {
  if (cells.length !== width) return err([{ type: 'row_width', found: cells.length, expected: width }]);
  const problems: OptionRowProblem[] = [];
  const text = (column: OptionColumn | OptionTextColumn, most: number): string => {
    const place = places[column];
    const read = readCell(place === undefined ? '' : (cells[place] ?? ''), column, most);
    if (!read.ok) problems.push(read.error);
    return read.ok ? read.value : unread;
  };
  const code = text('code', longestCode);
  const written = text('number', 12);
  const title = text('title', optionText.title);
  const price = text('cost', 40);
  const row = { summary: text('summary', optionText.summary), place: text('place', optionText.place) };
  const theme = text('theme', optionText.theme);
  const textsOf = (column: 'title' | 'summary'): Readonly<Record<string, string>> =>
    Object.fromEntries(
      further
        .map((language) => [language, text(`${column}_${language}`, optionText[column])] as const)
        .filter(([, told]) => told !== ''),
    );
  const texts = { titles: textsOf('title'), summaries: textsOf('summary') };
  const number = /^\d{1,3}$/u.test(written) ? Number(written) : 0;
  const cost = readCost(price, decimals);
  if (code === '') problems.push({ type: 'no_code' });
  if (title === '') problems.push({ type: 'no_title' });
  if (written !== unread && number === 0) problems.push({ type: 'bad_number', found: written, most: highestNumber });
  if (price !== unread && cost === undefined) problems.push({ type: 'bad_cost', found: price, decimals });
  return problems.length > 0
    ? err(problems)
    : ok({ line, code, number, title, ...row, cost: cost ?? null, theme, ...texts });
}

/** Money in minor units: `1500`, `1500.5` or `1500,50` where the currency has two decimals; undefined when it is none. */
export function readCost(text: string, decimals: number): bigint | null | undefined {
  if (text === '') return null;
  const [, units = '', part = ''] = /^(\d{1,24})(?:[.,](\d+))?$/u.exec(text) ?? [];
  return units === '' || part.length > decimals ? undefined : BigInt(units + part.padEnd(decimals, '0'));
}

/** What is wrong with a row among the others. */
export type OptionTableProblem =
  | OptionRowProblem
  /** Two options of one contest under one number, or under titles that voters could not tell apart (`looksOf`). */
  | { readonly type: 'repeated_number'; readonly number: number; readonly first: number }
  | { readonly type: 'repeated_title'; readonly title: string; readonly first: number }
  /** No contest of the template stands there. */
  | { readonly type: 'no_contest'; readonly code: string }
  | { readonly type: 'too_many_options'; readonly code: string; readonly most: number };

/**
 * What is wrong with rows that are each in order, by line.
 *
 * @param hasContest whether the template has a contest in the territory of a code.
 * @param most options that one contest may have.
 * Cost: O(rows).
 */
export function optionTableProblems(
  rows: readonly OptionRow[],
  hasContest: (code: string) => boolean,
  most: number,
): readonly { readonly line: number; readonly problem: OptionTableProblem }[] {
  const problems: { readonly line: number; readonly problem: OptionTableProblem }[] = [];
  const languages = [...new Set(rows.flatMap(({ titles }) => Object.keys(titles)))];
  for (const [code, options] of Map.groupBy(rows, (row) => row.code)) {
    const numbers = new Map<number, number>();
    const titles = new Map<string, number>();
    if (!hasContest(code)) {
      problems.push(...options.map(({ line }) => ({ line, problem: { type: 'no_contest', code } as const })));
      continue;
    }
    for (const { line, number, title, titles: inOthers } of options) {
      const sameNumber = numbers.get(number);
      const read = languages.flatMap((language) =>
        looksOf(inOthers[language] ?? title).map((look) => `${language} ${look}`),
      );
      const looks = [...looksOf(title), ...read];
      const sameTitle = looks.map((look) => titles.get(look)).find((first) => first !== undefined);
      if (sameNumber !== undefined) {
        problems.push({ line, problem: { type: 'repeated_number', number, first: sameNumber } });
      } else numbers.set(number, line);
      if (sameTitle !== undefined) {
        problems.push({ line, problem: { type: 'repeated_title', title, first: sameTitle } });
      } else for (const look of looks) titles.set(look, line);
    }
    const over = options[most];
    if (over !== undefined) problems.push({ line: over.line, problem: { type: 'too_many_options', code, most } });
  }
  return problems.toSorted((a, b) => a.line - b.line || compareCodePoints(a.problem.type, b.problem.type));
}
