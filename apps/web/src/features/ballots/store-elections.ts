import type { ArchiveHead, ElectionState, Sha256Hex } from '@convite/crypto';
import type { ConsultationState, ContestState } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

const languageMap = z.record(z.string(), z.string());

/** A text in each of the languages of its consultation. */
type LanguageMap = Readonly<Record<string, string>>;

/** What tells the board of a paper from the others. */
interface BoardNames {
  readonly place: string;
  /** The territory above. */
  readonly above: string | null;
  readonly paper: LanguageMap;
}

type NamesRow = Omit<BoardNames, 'paper'> & { readonly paper: unknown };

/** An election under the lock of whoever appends to its board. */
export interface LockedElection {
  readonly fingerprint: string;
  readonly recordTime: number;
  readonly height: number;
  readonly head: Sha256Hex;
  readonly state: ElectionState;
  readonly ballots: number;
  readonly voters: number;
}

/** Locks the board of a contest: nobody else appends until the transaction ends. */
export async function lockElection(tx: Tx, contest: string): Promise<LockedElection | undefined> {
  const row = await tx
    .selectFrom('elections')
    .select(['fingerprint', 'record_time', 'height', 'head', 'state', 'ballots', 'voters'])
    .where('contest_id', '=', contest)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, recordTime: row.record_time };
}

/** Whether a contest takes ballots, as far as its life and the calendar say. */
export interface ContestStanding {
  readonly contest: ContestState;
  readonly consultation: ConsultationState;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

/**
 * Reads it. Hazards: after `lockElection` in a statement of its own, for what a locking statement joins is as old as the
 * moment at which it began to wait.
 */
export async function contestStanding(database: Database | Tx, contest: string): Promise<ContestStanding | undefined> {
  const row = await database
    .selectFrom('contests')
    .innerJoin('consultations', 'consultations.id', 'contests.consultation_id')
    .select(['contests.status as contest', 'consultations.status as consultation'])
    .select(['opens_at', 'closes_at'])
    .where('contests.id', '=', contest)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { contest: own, consultation, opens_at, closes_at } = row;
  return { contest: own, consultation, opensAt: opens_at, closesAt: closes_at };
}

/** What an election must agree with. */
export interface ContestToSetUp {
  readonly state: ContestState;
  readonly ruleHash: string | null;
  readonly group: string;
  readonly territory: string;
  readonly options: readonly { readonly number: number; readonly title: string }[];
  /** The public draw of the order of options; null where they stand by their numbers. */
  readonly order: { readonly seed: string } | null;
}

export async function contestToSetUp(tx: Tx, contest: string): Promise<ContestToSetUp | undefined> {
  const row = await tx
    .selectFrom('contests')
    .innerJoin('contest_templates', 'contest_templates.id', 'contests.template_id')
    .leftJoin('order_draws', 'order_draws.consultation_id', 'contests.consultation_id')
    .select(['contests.status', 'territory_id', 'rule_hash', 'crypto_group', 'seed'])
    .where('contests.id', '=', contest)
    .forShare('contests')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const options = await tx
    .selectFrom('options')
    .select(['number', 'title'])
    .where('contest_id', '=', contest)
    .execute();
  const { status: state, rule_hash: ruleHash, crypto_group: group, territory_id: territory, seed } = row;
  return { state, ruleHash, group, territory, options, order: seed === null ? null : { seed } };
}

/** An election as it is first stored, its setup event still to come. */
export interface NewElection {
  readonly contest: string;
  readonly uuid: string;
  readonly fingerprint: string;
  readonly head: ArchiveHead & { readonly parent: Sha256Hex };
}

export async function insertElection(tx: Tx, { contest, uuid, fingerprint, head }: NewElection): Promise<void> {
  await tx
    .insertInto('elections')
    .values({
      contest_id: contest,
      uuid,
      fingerprint,
      record_time: head.timestamp,
      height: head.height - 1,
      head: head.parent,
      state: head.state,
    })
    .execute();
}

/** Whether another contest has an election of this identifier. */
export async function isElectionElsewhere(tx: Tx, contest: string, uuid: string): Promise<boolean> {
  const row = await tx
    .selectFrom('elections')
    .select('contest_id')
    .where('uuid', '=', uuid)
    .where('contest_id', '<>', contest)
    .executeTakeFirst();
  return row !== undefined;
}

/** Takes an election away with everything that belongs to it: for a set-up that is brought anew before the opening. */
export async function deleteElection(tx: Tx, contest: string): Promise<void> {
  await tx.deleteFrom('elections').where('contest_id', '=', contest).execute();
}

/** The text of an election, as published; undefined where none is set up. */
export async function electionText(database: Database | Tx, contest: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('board_payloads')
    .select('bytes')
    .where('contest_id', '=', contest)
    .where('height', '=', 0)
    .where('place', '=', 0)
    .executeTakeFirst();
  return row?.bytes.toString();
}

/** Where a contest's board is at home: what its public address needs. */
export async function consultationOf(database: Database | Tx, contest: string): Promise<string | undefined> {
  const row = await database
    .selectFrom('contests')
    .innerJoin('consultations', 'consultations.id', 'contests.consultation_id')
    .select('slug')
    .where('contests.id', '=', contest)
    .executeTakeFirst();
  return row?.slug;
}

/** How people call a board, and the consultation that it is of. Requires: there is such a contest. */
export async function boardNames(
  database: Database | Tx,
  contest: string,
): Promise<BoardNames & { readonly slug: string; readonly title: LanguageMap }> {
  const { rows } = await sql<NamesRow & { readonly slug: string; readonly title: unknown }>`
    select c.slug, c.title, t.name as place, a.name as above, p.name as paper
    from contests k join consultations c on c.id = k.consultation_id join contest_templates p on p.id = k.template_id
      join territories t on t.id = k.territory_id left join territories a on a.id = t.parent_id
    where k.id = ${contest}`.execute(database);
  const [row] = rows;
  invariant(row !== undefined, 'a board is of a contest');
  return { ...row, title: languageMap.parse(row.title), paper: languageMap.parse(row.paper) };
}

/** The settings without which a power cut may lose what was acknowledged. */
export async function durabilitySettings(database: Database | Tx): Promise<Readonly<Record<string, string>>> {
  const { rows } = await sql<{ readonly name: string; readonly setting: string }>`
    select name, setting from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit')
  `.execute(database);
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

/** A contest whose vote was opened. */
export interface ListedBoard extends BoardNames {
  readonly contest: string;
}

/**
 * Contests of a consultation whose vote was opened, by the names of their territories; undefined for none of that
 * address, or a draft.
 */
export async function listBoards(
  database: Database,
  slug: string,
  search: string,
  most: number,
): Promise<{ readonly title: LanguageMap; readonly boards: readonly ListedBoard[] } | undefined> {
  const consultation = await database
    .selectFrom('consultations')
    .select(['id', 'title'])
    .where('slug', '=', slug)
    .where('status', '<>', 'draft')
    .executeTakeFirst();
  if (consultation === undefined) return undefined;
  const { rows } = await sql<NamesRow & { readonly contest: string }>`
    select k.id as contest, t.name as place, a.name as above, p.name as paper
    from contests k join elections e on e.contest_id = k.id join contest_templates p on p.id = k.template_id
      join territories t on t.id = k.territory_id left join territories a on a.id = t.parent_id
    where k.consultation_id = ${consultation.id} and k.status not in ('draft', 'ready', 'frozen')
      and (position(lower(${search}) in lower(t.name)) > 0 or starts_with(t.code, ${search}))
    order by t.name, t.code collate "C", p.name::text, k.id limit ${most}`.execute(database);
  return {
    title: languageMap.parse(consultation.title),
    boards: rows.map((row) => ({ ...row, paper: languageMap.parse(row.paper) })),
  };
}
