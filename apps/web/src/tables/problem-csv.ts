import type { CellProblem, HeadingProblem } from '@convite/domain';
import { assertNever } from '@convite/kernel';
import { csvPieces } from './csv.ts';

/** Something to mend in a file, as a line of a table. */
export interface ProblemRow {
  /** Of a table, or of a collection of features. */
  readonly line: number | null;
  readonly feature: number | null;
  readonly column: string | null;
  /** What stands there. Of people nothing is told: the line says whom it is about. */
  readonly found: string | number | null;
  readonly problem: string;
  /** In the language of the page. */
  readonly says: string;
}

/** Where in a row a problem is, and what was found there. */
export type ProblemCell = Pick<ProblemRow, 'column' | 'found'>;

/** What can be wrong with any table, whatever its rows mean. */
type TableProblem =
  | CellProblem
  | HeadingProblem
  | { readonly type: 'row_width'; readonly found: number }
  | { readonly type: 'no_rows' | 'broken_quotes' | 'not_text' | 'spreadsheet' };

/** A column by its name in any language, and what stands there where it may be told. */
export const cellAt = (column: string | null, found: ProblemCell['found'] = null): ProblemCell => ({ column, found });

export function cellOfTable(problem: TableProblem): ProblemCell {
  switch (problem.type) {
    case 'strange_sign':
      return cellAt(problem.column, problem.sign);
    case 'missing_column':
      return cellAt(problem.column, problem.found.join(', '));
    case 'lost_sign':
    case 'too_long':
    case 'repeated_column':
      return cellAt(problem.column);
    case 'row_width':
      return cellAt(null, problem.found);
    case 'no_rows':
    case 'broken_quotes':
    case 'not_text':
    case 'spreadsheet':
      return cellAt(null);
    default:
      return assertNever(problem);
  }
}

/** All that is wrong with a file as CSV, piece by piece. */
export async function* problemsCsv<P>(
  pieces: AsyncIterable<readonly P[]>,
  toRow: (problem: P) => ProblemRow,
): AsyncGenerator<string, void, undefined> {
  const rows = async function* () {
    for await (const piece of pieces) yield piece.map(toRow);
  };
  yield* csvPieces<ProblemRow>(
    [
      ['line', ({ line }) => line],
      ['feature', ({ feature }) => feature],
      ['column', ({ column }) => column],
      ['found', ({ found }) => found],
      ['problem', ({ problem }) => problem],
      ['what_to_do', ({ says }) => says],
    ],
    rows(),
  );
}
