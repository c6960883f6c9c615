import { type Eligibility, moved, proofTypes, rollMachine, type RollMove, type RollState } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { sql, type Updateable } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';
import type { RollsTable } from '../../persistence/schema/rolls.ts';

/** SQL about rolls as wholes: what they are, their versions and sizes. */

const eligibilitySchema: z.ZodType<Eligibility> = z.strictObject({
  minimumAge: z.number().int().min(0).max(120).nullable(),
  ageOn: z.string().regex(/^\d{4}-\d{2}-\d{2}$/u),
  proofs: z.array(z.enum(proofTypes)).min(1),
});

/** The consultation that a roll is for, as far as a roll needs to know it. */
export interface RolledConsultation {
  readonly id: string;
  readonly slug: string;
  /** In the language asked for, else in the first of its own. */
  readonly title: string;
  readonly territory: string;
  readonly territoryName: string;
  readonly territoryCode: string;
  /** It is still being written, and no public page speaks of it. */
  readonly isDraft: boolean;
}

export interface RollRecord {
  readonly eligibility: Eligibility;
  readonly status: RollState;
  readonly version: number;
  readonly frozen: {
    readonly at: Date;
    readonly version: number;
    readonly count: number;
    readonly commitment: string;
  } | null;
}

export async function findConsultation(
  db: Database | Tx,
  slug: string,
  language: string,
): Promise<RolledConsultation | undefined> {
  const { rows } = await sql<RolledConsultation>`
    select c.id, c.slug, coalesce(c.title ->> ${language}, c.title ->> c.languages[1], c.slug) as title, t.id as territory, t.name as "territoryName", t.code as "territoryCode",
      c.status = 'draft' as "isDraft"
    from consultations c join territories t on t.id = c.territory_id where c.slug = ${slug}`.execute(db);
  return rows[0];
}

/** Whether a move of the table exists where a roll stands. */
export const mayMove = ({ status }: RollRecord, move: RollMove): boolean => moved(rollMachine, status, move).ok;

const toRoll = (row: {
  readonly eligibility: unknown;
  readonly status: RollState;
  readonly version: number;
  readonly frozen_at: Date | null;
  readonly frozen_version: number | null;
  readonly frozen_count: number | null;
  readonly commitment: string | null;
}): RollRecord => {
  const { frozen_at: at, frozen_version: version, frozen_count: count, commitment } = row;
  const isFrozen = at !== null && version !== null && count !== null && commitment !== null;
  return {
    eligibility: eligibilitySchema.parse(row.eligibility),
    status: row.status,
    version: row.version,
    frozen: isFrozen ? { at, version, count, commitment } : null,
  };
};

export async function findRoll(db: Database | Tx, consultation: string): Promise<RollRecord | undefined> {
  const row = await db.selectFrom('rolls').selectAll().where('consultation_id', '=', consultation).executeTakeFirst();
  return row === undefined ? undefined : toRoll(row);
}

/** The same, held until the transaction ends: nobody else changes the roll meanwhile. */
export async function holdRoll(tx: Tx, consultation: string): Promise<RollRecord | undefined> {
  const row = await tx
    .selectFrom('rolls')
    .selectAll()
    .where('consultation_id', '=', consultation)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : toRoll(row);
}

export async function putEligibility(tx: Tx, consultation: string, eligibility: Eligibility): Promise<void> {
  const text = JSON.stringify(eligibility);
  await tx
    .insertInto('rolls')
    .values({ consultation_id: consultation, eligibility: text, status: rollMachine.first, version: 0 })
    .onConflict((conflict) => conflict.column('consultation_id').doUpdateSet({ eligibility: text }))
    .execute();
}

/**
 * The last day on which whoever is as old as a rule asks was born. A person of 29 February is a year older on 1 March of other
 * years: a month that has no such day ends on its last.
 */
export const bornUntil = ({ minimumAge, ageOn }: Eligibility): ReturnType<typeof sql> =>
  sql`(${ageOn}::date - make_interval(years => ${minimumAge ?? 0}::int))::date`;

/** How many people of the roll a rule would not let vote. */
export async function countIneligible(tx: Tx, consultation: string, rule: Eligibility): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from roll_entries
    where consultation_id = ${consultation} and until_version is null
      and (not proof = any(${[...rule.proofs]}) or birth_date > ${bornUntil(rule)})`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** How many people are on the roll now. */
export async function countPeople(db: Database | Tx, consultation: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select coalesce(sum(people), 0)::int as count from roll_sizes where consultation_id = ${consultation}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Counts the people of each territory anew. */
export async function renewSizes(tx: Tx, consultation: string): Promise<void> {
  await sql`delete from roll_sizes where consultation_id = ${consultation}`.execute(tx);
  await sql`
    insert into roll_sizes (consultation_id, territory_id, people)
    select ${consultation}, territory_id, count(*) from roll_entries
    where consultation_id = ${consultation} and until_version is null group by territory_id`.execute(tx);
}

/** How many people of the roll may vote in each contest: those whose territory is the contest's, or below it. */
export async function sizesByContest(
  db: Database | Tx,
  consultation: string,
): Promise<readonly { readonly contest: string; readonly people: number }[]> {
  const { rows } = await sql<{ contest: string; people: number }>`
    with placed as (
      select above.id as territory, sum(s.people)::int as people
      from roll_sizes s join territories t on t.id = s.territory_id cross join unnest(t.path) as above (id)
      where s.consultation_id = ${consultation} group by above.id)
    select k.id as contest, coalesce(p.people, 0) as people
    from contests k left join placed p on p.territory = k.territory_id
    where k.consultation_id = ${consultation}`.execute(db);
  return rows;
}

/** A version as its page tells it. */
export interface VersionRecord {
  readonly version: number;
  readonly kind: 'import' | 'addition';
  readonly part: string | null;
  readonly createdAt: Date;
  readonly createdBy: string;
  readonly agreedBy: string | null;
  readonly sourceName: string | null;
  readonly sourceHash: string | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly total: number;
  readonly reason: string | null;
}

/** The versions of a roll, the newest first; those alone that changed a part inside the one given. */
export async function versionsOf(
  db: Database,
  consultation: string,
  within: string | null = null,
): Promise<readonly VersionRecord[]> {
  const { rows } = await sql<VersionRecord>`
    select v.version, v.kind, t.name as part, v.created_at as "createdAt", a.name as "createdBy",
      b.name as "agreedBy", v.source_name as "sourceName", v.source_hash as "sourceHash", v.added, v.removed, v.changed,
      v.total, v.reason
    from roll_versions v join accounts a on a.id = v.created_by left join accounts b on b.id = v.agreed_by
      left join territories t on t.id = v.part_id
    where v.consultation_id = ${consultation} and (${within}::uuid is null or t.path @> array[${within}::uuid])
    order by v.version desc`.execute(db);
  return rows;
}

export interface NewVersion {
  readonly consultation: string;
  readonly version: number;
  readonly kind: 'import' | 'addition';
  readonly part: string | null;
  readonly at: Date;
  readonly by: string;
  readonly agreedBy: string | null;
  readonly source: { readonly name: string; readonly hash: string } | null;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly total: number;
  readonly reason: string | null;
}

/** Notes a version and makes it the newest. */
export async function putVersion(tx: Tx, version: NewVersion): Promise<void> {
  await tx
    .insertInto('roll_versions')
    .values({
      consultation_id: version.consultation,
      version: version.version,
      kind: version.kind,
      part_id: version.part,
      created_at: version.at,
      created_by: version.by,
      agreed_by: version.agreedBy,
      source_name: version.source?.name ?? null,
      source_hash: version.source?.hash ?? null,
      added: version.added,
      removed: version.removed,
      changed: version.changed,
      total: version.total,
      reason: version.reason,
    })
    .execute();
  await tx
    .updateTable('rolls')
    .set({ version: version.version })
    .where('consultation_id', '=', version.consultation)
    .execute();
}

/** Freezes a roll that is held, and of which was asked whether it may be frozen. */
export const freezeRoll = (
  tx: Tx,
  consultation: string,
  frozen: { readonly at: Date; readonly version: number; readonly count: number; readonly commitment: string },
): Promise<void> =>
  moveRoll(tx, consultation, 'freeze', {
    frozen_at: frozen.at,
    frozen_version: frozen.version,
    frozen_count: frozen.count,
    commitment: frozen.commitment,
  });

/** Opens a frozen roll again that is held, and of which was asked whether its freezing may be taken back. */
export const unfreezeRoll = (tx: Tx, consultation: string): Promise<void> =>
  moveRoll(tx, consultation, 'take_back', {
    frozen_at: null,
    frozen_version: null,
    frozen_count: null,
    commitment: null,
  });

async function moveRoll(tx: Tx, consultation: string, move: RollMove, written: Updateable<RollsTable>): Promise<void> {
  const of = tx.selectFrom('rolls').select('status').where('consultation_id', '=', consultation);
  const next = moved(rollMachine, (await of.executeTakeFirstOrThrow()).status, move);
  invariant(next.ok, 'a roll that is held stays where it was when the move was asked about');
  await tx
    .updateTable('rolls')
    .set({ ...written, status: next.value })
    .where('consultation_id', '=', consultation)
    .execute();
}
