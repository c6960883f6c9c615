import { type Columns, csvPieces, csvTable } from '../../../tables/csv.ts';
import type { VersionRecord } from '../store.ts';
import type { PartRecord } from '../store-parts.ts';
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

const versions: Columns<VersionRecord> = [
  ['version', ({ version }) => version],
  ['kind', ({ kind }) => kind],
  ['part', ({ part }) => part],
  ['added', ({ added }) => added],
  ['removed', ({ removed }) => removed],
  ['changed', ({ changed }) => changed],
  ['total', ({ total }) => total],
  ['at', ({ createdAt }) => createdAt.toISOString()],
  ['by', ({ createdBy }) => createdBy],
  ['agreed_by', ({ agreedBy }) => agreedBy],
  ['file', ({ sourceName }) => sourceName],
  ['sha256', ({ sourceHash }) => sourceHash],
  ['why', ({ reason }) => reason],
];

/** The versions of a roll as CSV, the newest first. */
export const versionsCsv = (rows: readonly VersionRecord[]): string => csvTable(versions, rows);

/** Those of a part: how many people there are in others is not told. */
export const partVersionsCsv = (rows: readonly VersionRecord[]): string =>
  csvTable(
    versions.filter(([name]) => name !== 'total'),
    rows,
  );

const parts: Columns<PartRecord> = [
  ['territory', ({ code }) => code],
  ['name', ({ name }) => name],
  ['people', ({ people }) => people],
  ['version', ({ version }) => version],
  ['at', ({ at }) => at?.toISOString() ?? null],
  ['by', ({ by }) => by],
  ['on_its_way', ({ waiting }) => (waiting === null ? 'no' : 'yes')],
];

/** The parts of a roll as CSV. */
export const partsCsv = (rows: readonly PartRecord[]): string => csvTable(parts, rows);
