import type { Role } from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about who gets an admission at a table. */

const languageMap = z.record(z.string(), z.string());

/** A consultation whose people may come to a table. */
export interface TableConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  /** A code by e-mail is asked for beside the letter. */
  readonly asksMailCode: boolean;
}

export async function tableConsultation(db: Database, slug: string): Promise<TableConsultation | undefined> {
  const { rows } = await sql<Omit<TableConsultation, 'title'> & { readonly title: unknown }>`
    select c.id, c.slug, c.title, exists (select from second_factors f where f.consultation_id = c.id) as "asksMailCode"
    from consultations c where c.slug = ${slug}`.execute(db);
  const [row] = rows;
  return row === undefined ? undefined : { ...row, title: languageMap.parse(row.title) };
}

/** Somebody who is on the roll now. */
export interface NamedPerson {
  readonly id: string;
  readonly territory: string;
  readonly toldApart: string;
  readonly document: string | null;
}

/** Those of a name and day of birth whose territory lies where the account holds one of these roles. */
export async function peopleNamed(
  tx: Tx,
  consultation: string,
  { normalName, birthDate }: { readonly normalName: string; readonly birthDate: string },
  { account, roles }: { readonly account: string; readonly roles: readonly Role[] },
): Promise<readonly NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    select e.id, e.territory_id as territory, e.normal_apart as "toldApart", e.normal_document as document
    from roll_entries e join territories t on t.id = e.territory_id
    where e.consultation_id = ${consultation} and e.normal_name = ${normalName}
      and e.birth_date = ${birthDate}::date and e.until_version is null
      and exists (
        select from role_grants g
        where g.account_id = ${account} and g.role = any(${[...roles]}) and g.ended_at is null
          and (g.territory_id is null or g.territory_id = any(t.path)))
    order by e.id`.execute(tx);
  return rows;
}

/** A contest that takes ballots now. */
export interface OpenPaper {
  readonly contest: string;
  readonly place: string;
}

/** Those in which people of a territory vote. */
export async function openPapers(
  tx: Tx,
  consultation: string,
  territory: string,
  now: Date,
): Promise<readonly OpenPaper[]> {
  const { rows } = await sql<OpenPaper>`
    select k.id as contest, t.name as place
    from contests k join consultations c on c.id = k.consultation_id join territories t on t.id = k.territory_id
    where c.id = ${consultation} and c.status = 'open' and k.status = 'open'
      and c.opens_at <= ${now} and ${now} < c.closes_at
      and k.territory_id = any((select path from territories where id = ${territory})::uuid[])
    order by cardinality(t.path) desc, t.name, k.id`.execute(tx);
  return rows;
}
