import { type BallotForm, type ContestCredentials, contestMachine } from '@convite/domain';
import { type RuleSet, ruleSetSchema } from '@convite/counting';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about what registrars bring, and elections that are set up with it. */

export interface UploadRecord {
  readonly status: 'setting_up' | 'set_up' | 'refused';
  readonly orderHash: string;
  readonly sourceHash: string;
  readonly contests: number;
  readonly done: number;
  readonly credentials: number;
  readonly spares: number;
  readonly broughtAt: Date;
  readonly refusal: SetUpFault | null;
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

export async function findUpload(db: Database | Tx, consultation: string): Promise<UploadRecord | undefined> {
  const row = await db
    .selectFrom('credential_uploads')
    .select([
      'status',
      'order_hash',
      'source_hash',
      'contests',
      'done',
      'credentials',
      'spares',
      'brought_at',
      'refusal',
    ])
    .where('consultation_id', '=', consultation)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { order_hash, source_hash, brought_at, refusal, ...rest } = row;
  return {
    ...rest,
    ...{ orderHash: order_hash, sourceHash: source_hash, broughtAt: brought_at },
    refusal: refusal === null ? null : faultSchema.parse(refusal),
  };
}

export interface NewUpload {
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
      status: 'setting_up',
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

/** Stores what was read of it, before the upload itself is known to be whole: the transaction keeps both or neither. */
export async function putCredentials(
  tx: Tx,
  consultation: string,
  contest: string,
  { contest: turn, credentials, spares }: ContestCredentials,
): Promise<void> {
  await sql`
    insert into uploaded_credentials (consultation_id, contest_id, turn, credentials, spares)
    values (${consultation}, ${contest}, ${turn}, ${[...credentials]}::text[], ${[...spares]}::text[])`.execute(tx);
}

export async function settleUpload(
  tx: Tx,
  consultation: string,
  status: 'set_up' | 'refused',
  fault: SetUpFault | null,
  now: Date,
): Promise<void> {
  await tx
    .updateTable('credential_uploads')
    .set({ status, finished_at: now, refusal: fault === null ? null : JSON.stringify(fault) })
    .where('consultation_id', '=', consultation)
    .execute();
}

/** Takes an upload away with all elections of its consultation: they are set up anew or not at all. */
export async function dropUpload(tx: Tx, consultation: string): Promise<void> {
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
  await tx.deleteFrom('uploaded_credentials').where('consultation_id', '=', consultation).execute();
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
