import { type Columns, csvTable } from '../../../tables/csv.ts';
import type { TallyLine } from '../pages/views.ts';

const columns: Columns<TallyLine> = [
  ['code', ({ code }) => code],
  ['territory', ({ name }) => name],
  ['template', ({ template }) => template],
  ['stage', ({ stage }) => stage],
  ['counted', ({ counted }) => counted],
  ['shuffled', ({ isShuffled }) => isShuffled],
  ['shuffles', ({ shuffles }) => shuffles],
  ['decryptions', ({ decryptions }) => decryptions],
  ['check', ({ failure }) => failure?.check ?? null],
  ['where', ({ failure }) => failure?.place ?? null],
  ['why', ({ failure }) => failure?.message ?? null],
  ['id', ({ id }) => id],
];

/** Where the count of each contest stands, as CSV. */
export const tallyCsv = (lines: readonly TallyLine[]): string => csvTable(columns, lines);
