import type { Draw, Envelope } from '@convite/domain';
import { sql } from 'kysely';
import type { Database, Tx } from '../../persistence/database.ts';
import { type LanguageMap, readLanguageMap, readMinorUnits } from './stored-forms.ts';

/** All SQL about envelopes. */

export interface EnvelopeRecord extends Envelope {
  readonly name: LanguageMap;
  readonly territory: string | null;
}

/** Puts many envelopes in with one statement. */
export async function putEnvelopes(tx: Tx, consultation: string, envelopes: readonly EnvelopeRecord[]): Promise<void> {
  await sql`
    insert into envelopes (id, consultation_id, parent_id, territory_id, name, amount)
    select id, ${consultation}, parent, territory, name::json, amount from unnest(
      ${envelopes.map(({ id }) => id)}::uuid[], ${envelopes.map(({ parent }) => parent)}::uuid[],
      ${envelopes.map(({ territory }) => territory)}::uuid[],
      ${envelopes.map(({ name }) => JSON.stringify(name))}::text[],
      ${envelopes.map(({ amount }) => String(amount))}::numeric[]) as row (id, parent, territory, name, amount)`.execute(
    tx,
  );
}

/** Every envelope of a consultation. */
export async function envelopesOf(db: Database | Tx, consultation: string): Promise<readonly EnvelopeRecord[]> {
  const rows = await db
    .selectFrom('envelopes')
    .select(['id', 'parent_id', 'territory_id', 'name', 'amount'])
    .where('consultation_id', '=', consultation)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    parent: row.parent_id,
    territory: row.territory_id,
    name: readLanguageMap(row.name),
    amount: readMinorUnits(row.amount),
  }));
}

/** Which contests spend from which envelopes; annulled ones spend nothing. */
export async function drawsOf(db: Database | Tx, consultation: string): Promise<readonly Draw[]> {
  const { rows } = await sql<Draw>`
    select id as contest, envelope_id as envelope from contests
    where consultation_id = ${consultation} and envelope_id is not null and status <> 'annulled'`.execute(db);
  return rows;
}

/** Writes amounts, each at its envelope. */
export async function setAmounts(
  tx: Tx,
  consultation: string,
  amounts: readonly Pick<Envelope, 'id' | 'amount'>[],
): Promise<void> {
  await sql`
    update envelopes e set amount = row.amount
    from unnest(${amounts.map(({ id }) => id)}::uuid[], ${amounts.map(({ amount }) => String(amount))}::numeric[])
      as row (id, amount)
    where e.consultation_id = ${consultation} and e.id = row.id`.execute(tx);
}

/** Whether an envelope differs from the sum of its parts. */
export async function anySumDiffers(db: Database, consultation: string): Promise<boolean> {
  const { rows } = await sql`
    select from envelopes e
      join (select parent_id, sum(amount) as sum from envelopes where consultation_id = ${consultation} group by parent_id) p
        on p.parent_id = e.id
    where e.consultation_id = ${consultation} and p.sum <> e.amount limit 1`.execute(db);
  return rows.length > 0;
}

/** Everything that there is to spend; undefined where no money is divided. */
export async function wholeAmount(db: Database, consultation: string): Promise<bigint | undefined> {
  const row = await db
    .selectFrom('envelopes')
    .select('amount')
    .where('consultation_id', '=', consultation)
    .where('parent_id', 'is', null)
    .executeTakeFirst();
  return row === undefined ? undefined : readMinorUnits(row.amount);
}

/** Whether any amount is written down: of an envelope, or what an option costs. */
export async function hasAmounts(db: Database | Tx, consultation: string): Promise<boolean> {
  const { rows } = await sql<{ readonly has: boolean }>`
    select exists (select from envelopes where consultation_id = ${consultation})
      or exists (select from contests k join options o on o.contest_id = k.id
        where k.consultation_id = ${consultation} and o.cost is not null) as has`.execute(db);
  return rows[0]?.has ?? false;
}

export async function setEnvelopeName(tx: Tx, consultation: string, id: string, name: LanguageMap): Promise<void> {
  await tx
    .updateTable('envelopes')
    .set({ name: JSON.stringify(name) })
    .where('consultation_id', '=', consultation)
    .where('id', '=', id)
    .execute();
}

/** Takes an envelope out that has no parts and that no contest spends from. @returns whether it was such a one. */
export async function removeEnvelope(tx: Tx, consultation: string, id: string): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    delete from envelopes e where consultation_id = ${consultation} and id = ${id}
      and not exists (select from envelopes part where part.parent_id = e.id)
      and not exists (select from contests k where k.envelope_id = e.id)`.execute(tx);
  return numAffectedRows === 1n;
}
