import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { ObservedBoard } from '../store-boards.ts';

/** Where a board is read. */
const addressOf = (origin: string, slug: string, { contest }: ObservedBoard): string =>
  `${origin}/c/${slug}/contests/${contest}/board`;

/** Every board as CSV: who keeps copies compares size and head with theirs, line by line. */
export const boardsCsv = (
  boards: readonly ObservedBoard[],
  {
    origin,
    slug,
    nameOf,
  }: {
    readonly origin: string;
    readonly slug: string;
    readonly nameOf: (paper: ObservedBoard['paper']) => string;
  },
): string => {
  const columns: Columns<ObservedBoard> = [
    ['code', ({ code }) => code],
    ['territory', ({ place }) => place],
    ['above', ({ above }) => above],
    ['paper', ({ paper }) => nameOf(paper)],
    ['state', ({ status }) => status],
    ['ballots', ({ ballots }) => ballots],
    ['events', ({ size }) => size],
    ['head', ({ head }) => head],
    ['uuid', ({ uuid }) => uuid],
    ['fingerprint', ({ fingerprint }) => fingerprint],
    ['board', (board) => addressOf(origin, slug, board)],
  ];
  return csvTable(columns, boards);
};

/** The addresses of every board's signed head and archive, one on a line: for programs that copy a list of files. */
export const boardsAddresses = (
  boards: readonly ObservedBoard[],
  { origin, slug }: { readonly origin: string; readonly slug: string },
): string =>
  boards
    .map((board) => addressOf(origin, slug, board))
    .flatMap((address) => [`${address}/head\n`, `${address}/archive.bel\n`])
    .join('');
