import type { Database } from '../../../persistence/database.ts';
import { hasProblemList, type ProblemListPlace, readProblems } from '../../../persistence/problem-lists.ts';
import type { RollsContext } from '../rolls-context.ts';
import {
  countPeople,
  findConsultation,
  findRoll,
  type RolledConsultation,
  type RollRecord,
  sizesByContest,
  type VersionRecord,
  versionsOf,
} from '../store.ts';
import { findImport, type ImportRecord, newestImport, problemsOf } from '../store-imports.ts';
import {
  type ChangedEntry,
  type ChangedLine,
  changesOf,
  currentEntries,
  type EntryRecord,
  everyChange,
} from '../store-people.ts';
import type { Eligibility, RollProblem } from '@convite/domain';

type Reading = Pick<RollsContext, 'database'>;

/** The consultation of a roll, by its name in addresses. */
export const consultationOf = (
  { database }: Reading,
  slug: string,
  language: string,
): Promise<RolledConsultation | undefined> => findConsultation(database, slug, language);

export interface ShownRoll {
  readonly roll: RollRecord | undefined;
  readonly people: number;
  readonly versions: readonly VersionRecord[];
  readonly newest: ImportRecord | undefined;
}

export async function showRoll({ database }: Reading, consultation: string): Promise<ShownRoll> {
  const [roll, people, versions, newest] = await Promise.all([
    findRoll(database, consultation),
    countPeople(database, consultation),
    versionsOf(database, consultation),
    newestImport(database, consultation),
  ]);
  return { roll, people, versions, newest };
}

/** Who may vote in a consultation; null where nobody has said it yet. */
export const eligibilityOf = async ({ database }: Reading, consultation: string): Promise<Eligibility | null> =>
  (await findRoll(database, consultation))?.eligibility ?? null;

export interface ShownImport {
  readonly given: ImportRecord;
  readonly problems: readonly RollProblem[];
  /** All of them are still kept. */
  readonly hasTable: boolean;
}

/** A file of this consultation on its way, undefined if there is none of that id. */
export async function showImport(
  { database }: Reading,
  consultation: string,
  id: string,
): Promise<ShownImport | undefined> {
  const given = await findImport(database, id);
  if (given === undefined || given.consultation !== consultation) return undefined;
  if (given.status !== 'refused') return { given, problems: [], hasTable: false };
  const hasTable = await hasProblemList(database, listOf(consultation, id));
  return { given, problems: await problemsOf(database, id), hasTable };
}

const listOf = (consultation: string, id: string): ProblemListPlace => ({ id, kind: 'roll', consultation });

/** All that was wrong with a file of this consultation, piece by piece; undefined when it is not kept any more. */
export async function importProblems(
  { database }: Reading,
  consultation: string,
  id: string,
): Promise<AsyncGenerator<readonly RollProblem[]> | undefined> {
  return (await hasProblemList(database, listOf(consultation, id))) ? readProblems(database, id) : undefined;
}

export interface ShownVersion {
  readonly version: VersionRecord;
  readonly changes: readonly ChangedEntry[];
}

export async function showVersion(
  { database }: Reading,
  consultation: string,
  number: number,
  most: number,
): Promise<ShownVersion | undefined> {
  const version = (await versionsOf(database, consultation)).find((one) => one.version === number);
  if (version === undefined) return undefined;
  return { version, changes: await changesOf(database, consultation, number, most) };
}

/** Everybody whom a version added, changed and removed, piece by piece; undefined if there is no such version. */
export async function exportChanges(
  { database }: Reading,
  consultation: string,
  number: number,
): Promise<AsyncGenerator<readonly ChangedLine[]> | undefined> {
  const isThere = (await versionsOf(database, consultation)).some(({ version }) => version === number);
  return isThere ? everyChange(database, consultation, number) : undefined;
}

/** Everybody who is on the roll now, or of them those of a part, piece by piece. */
export const exportRoll = (
  { database }: Reading,
  consultation: string,
  part: string | null = null,
): AsyncGenerator<readonly EntryRecord[]> => currentEntries(database, consultation, part);

/**
 * How many people of the roll may vote in each contest of a consultation, by the id of the contest: those whose territory
 * is the contest's, or below it. Cost: the territories that have people, not the people.
 */
export async function rollSizes(database: Database, consultation: string): Promise<ReadonlyMap<string, number>> {
  const sizes = await sizesByContest(database, consultation);
  return new Map(sizes.map(({ contest, people }) => [contest, people]));
}
