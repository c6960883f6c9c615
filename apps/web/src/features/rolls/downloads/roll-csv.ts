import { type Columns, csvPieces } from '../../../tables/csv.ts';
import type { EntryRecord } from '../store-people.ts';

const columns: Columns<EntryRecord> = [
  ['id', ({ id }) => id],
  ['name', ({ name }) => name],
  ['birth_date', ({ birthDate }) => birthDate],
  ['territory', ({ territory }) => territory],
  ['document', ({ document }) => document],
  ['proof', ({ proof }) => proof],
  ['email', ({ email }) => email],
  ['language', ({ language }) => language],
  ['told_apart', ({ toldApart }) => toldApart],
];

/** The roll as CSV, piece by piece, as the import and the registrar's command read it. */
export const rollCsv = (pieces: AsyncIterable<readonly EntryRecord[]>): AsyncGenerator<string, void, undefined> =>
  csvPieces(columns, pieces);
