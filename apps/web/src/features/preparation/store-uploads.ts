import {
  type BallotForm,
  contestMachine,
  type PlacedUploadProblem,
  uploadMachine,
  type UploadState,
} from '@convite/domain';
import { type RuleSet, ruleSetSchema } from '@convite/counting';
import { invariant } from '@convite/kernel';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import { dropPieces } from '../../persistence/brought-pieces.ts';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about what registrars bring, and elections that are set up with it. */

export interface UploadRecord {
  readonly id: string;
  readonly consultation: string;
  readonly slug: string;
  readonly territory: string;
  readonly status: Exclude<UploadState, 'withdrawn'>;
  readonly orderHash: string;
  readonly sourceHash: string;
  readonly broughtBy: string;
  /** Of reading, in thousandths. */
  readonly progress: number;
  readonly contests: number;
  readonly done: number;
  readonly credentials: number;
  readonly spares: number;
  readonly refusal: SetUpFault | null;
  /** What is wrong with the file; none listed: it could not be read. */
  readonly problems: readonly PlacedUploadProblem[] | null;
}

/** Why the election of a contest could not be set up: the place of the contest, and the first check that fails. */
export interface SetUpFault {
  readonly contest: string;
  readonly territory: string;
  readonly check: string;
  readonly place: string;
}

const faultSchema: z.ZodType<SetUpFault> = z.object({
  contest: z.string(),
  territory: z.string(),
  check: z.string(),
  place: z.string(),
});

const uploadWhere = async (db: Database | Tx, condition: RawBuilder<unknown>): Promise<UploadRecord | undefined> => {
  // Its problems are what `moveUpload` wrote of values of their type.
  const { rows } = await sql<Omit<UploadRecord, 'refusal'> & { readonly refusal: unknown }>`
    select u.id, u.consultation_id as consultation, c.slug, c.territory_id as territory, u.status,
      u.order_hash as "orderHash", u.source_hash as "sourceHash", u.brought_by as "broughtBy", u.progress, u.contests,
      u.done, u.credentials, u.spares, u.refusal, u.problems
    from credential_uploads u join consultations c on c.id = u.consultation_id where ${condition}`.execute(db);
  const [row] = rows;
  return row && { ...row, refusal: row.refusal === null ? null : faultSchema.parse(row.refusal) };
};

export const findUpload = (db: Database | Tx, consultation: string): Promise<UploadRecord | undefined> =>
  uploadWhere(db, sql`u.consultation_id = ${consultation}`);

export const findUploadById = (db: Database | Tx, id: string): Promise<UploadRecord | undefined> =>
  uploadWhere(db, sql`u.id = ${id}`);

export interface NewUpload {
  readonly id: string;
  readonly orderHash: string;
  readonly sourceHash: string;
  readonly by: string;
  readonly at: Date;
  readonly contests: number;
  readonly credentials: number;
  readonly spares: number;
}

/** Stores an upload in the place of one that was refused. */
export async function putUpload(tx: Tx, consultation: string, upload: NewUpload): Promise<void> {
  await tx.deleteFrom('credential_uploads').where('consultation_id', '=', consultation).execute();
  await tx
    .insertInto('credential_uploads')
    .values({
      consultation_id: consultation,
      id: upload.id,
      status: 'reading',
      order_hash: upload.orderHash,
      source_hash: upload.sourceHash,
      brought_by: upload.by,
      brought_at: upload.at,
      contests: upload.contests,
      credentials: upload.credentials,
      spares: upload.spares,
    })
    .execute();
}

export async function noteReading(db: Database, id: string, thousandths: number): Promise<void> {
  await db.updateTable('credential_uploads').set({ progress: thousandths }).where('id', '=', id).execute();
}

/** Whether an upload is still being read; it is not taken away until the transaction ends. */
export async function isReading(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from credential_uploads where id = ${id} and status = 'reading' for key share`.execute(tx);
  return rows.length > 0;
}

/** What was read of a contest: its credentials and spares as arrays of PostgreSQL. */
export interface ReadContest {
  readonly contest: string;
  readonly turn: number;
  readonly credentials: string;
  readonly spares: string;
}

/** Stores what was read; nobody looks at it before the upload is taken. */
export async function putCredentials(tx: Tx, consultation: string, read: ReadContest): Promise<void> {
  const { contest, turn, credentials, spares } = read;
  await sql`
    insert into uploaded_credentials (consultation_id, contest_id, turn, credentials, spares)
    values (${consultation}, ${contest}, ${turn}, ${credentials}::text[], ${spares}::text[])`.execute(tx);
}

/** Forgets what an attempt that ended early had stored. */
export async function dropCredentials(tx: Tx, consultation: string): Promise<void> {
  await tx.deleteFrom('uploaded_credentials').where('consultation_id', '=', consultation).execute();
}

/** Why an upload is refused: what is wrong with its file, or the first election that is not set up. */
export type UploadRefusal = { readonly problems: readonly PlacedUploadProblem[] } | { readonly fault: SetUpFault };

/** Moves an upload on. Requires: `holdPreparation`, and that the move is allowed where it stands. */
export async function moveUpload(
  tx: Tx,
  { id, status }: Pick<UploadRecord, 'id' | 'status'>,
  ...[move, why, now]: readonly ['take' | 'finish', null, Date] | readonly ['refuse', UploadRefusal, Date]
): Promise<void> {
  const next = uploadMachine.moves[status][move];
  invariant(next !== undefined && next !== 'withdrawn', `an upload that is ${status} makes no move ${move}`);
  await tx
    .updateTable('credential_uploads')
    .set({
      status: next,
      finished_at: next === 'setting_up' ? null : now,
      refusal: why !== null && 'fault' in why ? JSON.stringify(why.fault) : null,
      problems: why !== null && 'problems' in why ? JSON.stringify(why.problems) : null,
    })
    .where('id', '=', id)
    .execute();
}

/** Takes an upload away with its file, and all elections of its consultation: they are set up anew or not at all. */
export async function dropUpload(tx: Tx, { id, consultation }: UploadRecord): Promise<void> {
  await dropPieces(tx, id);
  await dropElections(tx, consultation);
  const { frozen } = contestMachine.moves;
  await sql`update contests set status = ${frozen.unfreeze ?? 'frozen'}
    where consultation_id = ${consultation} and status = 'frozen'`.execute(tx);
  await tx.deleteFrom('credential_uploads').where('consultation_id', '=', consultation).execute();
}

/** Takes all elections of a consultation away. Requires: the vote was never open. */
export async function dropElections(tx: Tx, consultation: string): Promise<void> {
  await sql`delete from elections e using contests k
    where k.id = e.contest_id and k.consultation_id = ${consultation}`.execute(tx);
  await dropCredentials(tx, consultation);
}

/** The same of these contests alone. */
export async function dropElectionsOf(tx: Tx, contests: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('elections')
    .where('contest_id', 'in', [...contests])
    .execute();
}

/** A contest whose election is still to be set up, with everything that goes into it. */
export interface ContestToSetUp {
  readonly id: string;
  readonly turn: number;
  readonly uuid: string;
  readonly territory: string;
  readonly place: string;
  readonly template: Readonly<Record<string, string>>;
  readonly form: BallotForm;
  readonly most: number;
  readonly mayBeBlank: boolean;
  readonly rule: RuleSet;
  readonly ruleHash: string | null;
  readonly group: string;
  /** By their numbers. */
  readonly options: readonly { readonly number: number; readonly title: string }[];
  readonly credentials: readonly string[];
  readonly spares: readonly string[];
}

const optionsSchema = z.array(z.object({ number: z.int(), title: z.string() }));
const languageMap = z.record(z.string(), z.string());

/** The next contests in the turn of the order whose elections are missing. */
export async function nextToSetUp(
  db: Database | Tx,
  consultation: string,
  most: number,
): Promise<readonly ContestToSetUp[]> {
  const { rows } = await sql<
    Omit<ContestToSetUp, 'template' | 'rule' | 'options'> & {
      readonly template: unknown;
      readonly rule: unknown;
      readonly options: unknown;
    }
  >`
    select k.id, u.turn, p.uuid, t.code as territory, t.name as place, m.name as template, m.form, m.most,
      m.may_be_blank as "mayBeBlank", m.rule, m.rule_hash as "ruleHash", m.crypto_group as "group",
      coalesce((select json_agg(json_build_object('number', o.number, 'title', o.title) order by o.number)
        from options o where o.contest_id = k.id), '[]') as options,
      u.credentials, u.spares
    from uploaded_credentials u join contests k on k.id = u.contest_id join prepared_elections p on p.contest_id = k.id
      join territories t on t.id = k.territory_id join contest_templates m on m.id = k.template_id
    where u.consultation_id = ${consultation} order by u.turn limit ${most}`.execute(db);
  return rows.map(({ template, rule, options, ...rest }) => ({
    ...rest,
    template: languageMap.parse(template),
    rule: ruleSetSchema.parse(rule),
    options: optionsSchema.parse(options),
  }));
}

/** Notes that these contests of an upload are done, and forgets what was kept for them. */
export async function noteSetUp(tx: Tx, consultation: string, turns: readonly number[]): Promise<void> {
  const { numAffectedRows = 0n } = await sql`
    delete from uploaded_credentials
    where consultation_id = ${consultation} and turn = any(${[...turns]}::int[])`.execute(tx);
  await sql`update credential_uploads set done = done + ${Number(numAffectedRows)}
    where consultation_id = ${consultation}`.execute(tx);
}

/** Contests that have options, a slice of the roll, a key and a frozen rule are ready, and nothing of them changes any more. */
export async function freezeContests(tx: Tx, consultation: string): Promise<void> {
  const { draft, ready } = contestMachine.moves;
  for (const [from, to] of [
    ['draft', draft.prepare],
    ['ready', ready.freeze],
  ] as const) {
    await sql`update contests k set status = ${to ?? from} from elections e
      where e.contest_id = k.id and k.consultation_id = ${consultation} and k.status = ${from}`.execute(tx);
  }
}

/** The contests of these elections, if all belong to one consultation and were set up. */
export async function contestsOfElections(
  db: Database | Tx,
  consultation: string,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, { readonly contest: string; readonly territory: string }>> {
  const { rows } = await sql<{ readonly uuid: string; readonly contest: string; readonly territory: string }>`
    select e.uuid, k.id as contest, t.name as territory
    from elections e join contests k on k.id = e.contest_id join territories t on t.id = k.territory_id
    where k.consultation_id = ${consultation} and e.uuid = any(${[...uuids]}::text[])`.execute(db);
  return new Map(rows.map(({ uuid, ...rest }) => [uuid, rest]));
}
