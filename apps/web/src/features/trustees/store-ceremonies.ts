import type { CeremonyState, CeremonyStep, ConsultationState, CryptoGroup } from '@convite/domain';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about ceremonies: who sits where, and what was handed in. */

const languageMap = z.record(z.string(), z.string());

/** A consultation as its trustees see it. */
export interface KeptConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: Readonly<Record<string, string>>;
  readonly territory: string;
  readonly status: ConsultationState;
}

export async function findConsultation(db: Database | Tx, slug: string): Promise<KeptConsultation | undefined> {
  const row = await db
    .selectFrom('consultations')
    .select(['id', 'slug', 'title', 'territory_id as territory', 'status'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row === undefined ? undefined : { ...row, title: languageMap.parse(row.title) };
}

/**
 * Holds a consultation until the transaction ends: what its trustees bring comes one after the other, and neither its
 * elections are prepared nor its vote opened meanwhile.
 *
 * @returns its state, which stays so.
 */
export async function holdConsultation(tx: Tx, id: string): Promise<ConsultationState> {
  const held = tx.selectFrom('consultations').select('status').where('id', '=', id).forUpdate();
  return (await held.executeTakeFirstOrThrow()).status;
}

export interface PlaceRecord {
  /** From 1. */
  readonly place: number;
  readonly account: string;
  readonly name: string;
}

export interface MessageRecord {
  readonly step: CeremonyStep;
  readonly place: number;
  readonly text: string;
  readonly hash: string;
}

export interface CeremonyRecord {
  readonly id: string;
  readonly status: CeremonyState;
  readonly group: CryptoGroup;
  readonly size: number;
  readonly threshold: number;
  readonly waiver: string | null;
  /** SHA-256 of the list that was assembled. */
  readonly listHash: string | null;
  readonly places: readonly PlaceRecord[];
  /** By step and place. */
  readonly messages: readonly MessageRecord[];
}

/** The ceremony of a consultation that stands: the last that did not become void. */
export async function findCeremony(db: Database | Tx, consultation: string): Promise<CeremonyRecord | undefined> {
  const row = await db
    .selectFrom('ceremonies')
    .select(['id', 'status', 'crypto_group as group', 'size', 'threshold', 'waiver', 'list_hash as listHash'])
    .where('consultation_id', '=', consultation)
    .where('status', '<>', 'void')
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const places = await db
    .selectFrom('ceremony_places')
    .select(['place', 'account_id as account', 'name'])
    .where('ceremony_id', '=', row.id)
    .orderBy('place')
    .execute();
  const messages = await db
    .selectFrom('ceremony_messages')
    .select(['step', 'place', 'text', 'hash'])
    .where('ceremony_id', '=', row.id)
    .orderBy('step')
    .orderBy('place')
    .execute();
  return { ...row, places, messages };
}

export interface NewCeremony extends Omit<CeremonyRecord, 'listHash' | 'messages'> {
  readonly consultation: string;
  readonly by: string;
  readonly at: Date;
}

/** Requires: no ceremony of this consultation stands. */
export async function putCeremony(tx: Tx, ceremony: NewCeremony): Promise<void> {
  const { id, consultation, status, group, size, threshold, waiver, places, by, at } = ceremony;
  await tx
    .insertInto('ceremonies')
    .values({
      ...{ id, consultation_id: consultation, status, crypto_group: group, size, threshold, waiver },
      ...{ begun_by: by, begun_at: at },
    })
    .execute();
  await tx
    .insertInto('ceremony_places')
    .values(places.map(({ place, account, name }) => ({ ceremony_id: id, place, account_id: account, name })))
    .execute();
}

/** Stores a message. Requires: none of this place and step is stored. */
export async function putMessage(tx: Tx, ceremony: string, message: MessageRecord, now: Date): Promise<void> {
  await tx
    .insertInto('ceremony_messages')
    .values({ ceremony_id: ceremony, ...message, brought_at: now })
    .execute();
}

export async function setCeremony(
  tx: Tx,
  ceremony: string,
  to: { readonly status: CeremonyState; readonly listHash?: string },
): Promise<void> {
  await tx
    .updateTable('ceremonies')
    .set({ status: to.status, ...(to.listHash !== undefined && { list_hash: to.listHash }) })
    .where('id', '=', ceremony)
    .execute();
}

/** An account that may hold a key of a consultation. */
export interface Candidate {
  readonly account: string;
  readonly name: string;
}

/** Who may: accounts with the role of a trustee in its territory or above, by name. */
export async function trusteeAccounts(db: Database | Tx, territory: string): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select a.id as account, a.name from accounts a
    where a.disabled_at is null and exists (
      select from role_grants g where g.account_id = a.id and g.role = 'trustee' and g.ended_at is null
        and (g.territory_id is null
          or g.territory_id = any((select path from territories where id = ${territory})::uuid[])))
    order by a.name, a.id`.execute(db);
  return rows;
}
