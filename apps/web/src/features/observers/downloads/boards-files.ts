import { stringify } from 'csv-stringify/sync';
import type { ObservedBoard } from '../store-boards.ts';

/** Where a board is read. */
const addressOf = (origin: string, slug: string, { contest }: ObservedBoard): string =>
  `${origin}/c/${slug}/contests/${contest}/board`;

/**
 * Every board as CSV (RFC 4180, UTF-8): who keeps copies compares size and head with theirs, line by line. Cells that a
 * spreadsheet would run as a formula are disarmed by an apostrophe.
 */
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
): string =>
  stringify(
    boards.map((board) => [
      ...[board.code, board.place, board.above ?? '', nameOf(board.paper), board.status, board.ballots, board.size],
      ...[board.head, board.uuid, board.fingerprint, addressOf(origin, slug, board)],
    ]),
    {
      escape_formulas: true,
      record_delimiter: 'windows',
      header: true,
      columns: [
        ...['code', 'territory', 'above', 'paper', 'state', 'ballots', 'events', 'head', 'uuid', 'fingerprint'],
        'board',
      ],
    },
  );

/** The addresses of every board's signed head and archive, one on a line: for programs that copy a list of files. */
export const boardsAddresses = (
  boards: readonly ObservedBoard[],
  { origin, slug }: { readonly origin: string; readonly slug: string },
): string =>
  boards
    .map((board) => addressOf(origin, slug, board))
    .flatMap((address) => [`${address}/head\n`, `${address}/archive.bel\n`])
    .join('');
