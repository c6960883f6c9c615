import type { ContestToOrder, CryptoGroup, PeopledTerritory } from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about orders of credentials, and what they are made of. */

export interface OrderRecord {
  readonly hash: string;
  readonly text: string;
  readonly madeAt: Date;
}

export async function findOrder(db: Database | Tx, consultation: string): Promise<OrderRecord | undefined> {
  return await db
    .selectFrom('credential_orders')
    .select(['hash', 'text', 'made_at as madeAt'])
    .where('consultation_id', '=', consultation)
    .executeTakeFirst();
}

export async function putOrder(
  tx: Tx,
  consultation: string,
  { hash, text, by, at }: { readonly hash: string; readonly text: string; readonly by: string; readonly at: Date },
): Promise<void> {
  const values = { hash, text, made_by: by, made_at: at };
  await tx
    .insertInto('credential_orders')
    .values({ consultation_id: consultation, ...values })
    .onConflict((conflict) => conflict.column('consultation_id').doUpdateSet(values))
    .execute();
}

const languageMap = z.record(z.string(), z.string());

/** The contests that elections are made for, as an order begins with them; `uuid` of those that have one. */
export async function contestsToOrder(
  tx: Tx,
  consultation: string,
  language: string,
): Promise<readonly (Omit<ContestToOrder, 'uuid'> & { readonly uuid: string | null })[]> {
  const { rows } = await sql<{
    readonly id: string;
    readonly uuid: string | null;
    readonly group: CryptoGroup;
    readonly template: unknown;
    readonly place: string;
    readonly territory: string;
  }>`
    select k.id, p.uuid, m.crypto_group as "group", m.name as template, t.name as place, t.code as territory
    from contests k join contest_templates m on m.id = k.template_id join territories t on t.id = k.territory_id
      left join prepared_elections p on p.contest_id = k.id
    where k.consultation_id = ${consultation} and k.status <> 'annulled'`.execute(tx);
  return rows.map(({ template, place, ...rest }) => {
    const names = languageMap.parse(template);
    return { ...rest, name: `${names[language] ?? Object.values(names)[0] ?? ''} · ${place}` };
  });
}

/** Gives contests the identifiers of their elections. */
export async function prepareElections(
  tx: Tx,
  elections: readonly { readonly contest: string; readonly uuid: string }[],
): Promise<void> {
  await sql`
    insert into prepared_elections (contest_id, uuid)
    select * from unnest(${elections.map(({ contest }) => contest)}::uuid[], ${elections.map(({ uuid }) => uuid)}::text[])
  `.execute(tx);
}

/** The territories of a consultation with the people that its roll had there when it was frozen. */
export async function frozenTerritories(
  tx: Tx,
  consultation: string,
  territory: string,
  version: number,
): Promise<readonly PeopledTerritory[]> {
  const { rows } = await sql<PeopledTerritory>`
    with frozen as (
      select territory_id, count(*)::int as people from roll_entries
      where consultation_id = ${consultation} and since_version <= ${version}
        and (until_version is null or until_version > ${version})
      group by territory_id
    )
    select t.code, array(select a.code from territories a where a.id = any(t.path)) as above,
      coalesce(f.people, 0) as people
    from territories t left join frozen f on f.territory_id = t.id
    where t.path @> array[${territory}::uuid]`.execute(tx);
  return rows;
}
