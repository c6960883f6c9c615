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
