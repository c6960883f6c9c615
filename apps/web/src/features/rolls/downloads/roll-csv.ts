import { type Columns, csvPieces } from '../../../tables/csv.ts';
import type { ChangedLine, EntryRecord } from '../store-people.ts';

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

const changed: Columns<ChangedLine> = [
  ['id', ({ id }) => id],
  ['change', ({ change }) => change],
  ['name', ({ name }) => name],
  ['birth_date', ({ birthDate }) => birthDate],
  ['told_apart', ({ toldApart }) => toldApart],
  ['territory', ({ territory }) => territory],
  ['territory_before', ({ before }) => before],
];

/** What a version changed as CSV, piece by piece. */
export const changesCsv = (pieces: AsyncIterable<readonly ChangedLine[]>): AsyncGenerator<string, void, undefined> =>
  csvPieces(changed, pieces);
