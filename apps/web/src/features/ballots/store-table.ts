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

export async function peopleNamed(
  tx: Tx,
  consultation: string,
  normalName: string,
  birthDate: string,
): Promise<readonly NamedPerson[]> {
  const { rows } = await sql<NamedPerson>`
    select id, territory_id as territory, normal_apart as "toldApart", normal_document as document from roll_entries
    where consultation_id = ${consultation} and normal_name = ${normalName} and birth_date = ${birthDate}::date
      and until_version is null
    order by id`.execute(tx);
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
