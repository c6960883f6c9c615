import type { Manifest } from '@convite/archive';
import type { ConsultationState } from '@convite/domain';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Database, Tx } from '../../persistence/database.ts';

/** SQL about a consultation as its result sees it. */

const languageMap = z.record(z.string(), z.string());

/** A text in each of the languages of its consultation. */
export type LanguageMap = Readonly<Record<string, string>>;

export interface CountedConsultation {
  readonly id: string;
  readonly slug: string;
  readonly title: LanguageMap;
  readonly languages: readonly string[];
  readonly zone: string;
  readonly territory: string;
  readonly status: ConsultationState;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly complaintsUntil: Date | null;
  readonly currency: string;
  readonly decimals: number;
  readonly isDemo: boolean;
  /** As it was frozen; null where none was. */
  readonly roll: Manifest['consultation']['roll'];
  /** The public seed, once it is drawn. */
  readonly seed: Manifest['lots'];
  /** The draw of the order of options, where there was one. */
  readonly order: Manifest['order'];
}

export const findConsultation = (db: Database | Tx, slug: string): Promise<CountedConsultation | undefined> =>
  consultationWhere(db, sql`c.slug = ${slug}`);

export const findConsultationById = (db: Database | Tx, id: string): Promise<CountedConsultation | undefined> =>
  consultationWhere(db, sql`c.id = ${id}`);

/** Holds a consultation until the transaction ends: whoever changes anything of it waits in line here. */
export async function holdConsultation(tx: Tx, id: string): Promise<CountedConsultation | undefined> {
  await tx.selectFrom('consultations').select('id').where('id', '=', id).forUpdate().execute();
  return await findConsultationById(tx, id);
}

export const unixSeconds = (at: Date): number => Math.floor(at.getTime() / 1000);

async function consultationWhere(
  db: Database | Tx,
  condition: RawBuilder<unknown>,
): Promise<CountedConsultation | undefined> {
  const { rows } = await sql<
    Omit<CountedConsultation, 'title' | 'seed' | 'roll' | 'order'> & {
      readonly orderSeed: string | null;
      readonly orderHow: string | null;
      readonly orderAt: Date | null;
      readonly version: number | null;
      readonly entries: number | null;
      readonly commitment: string | null;
      readonly title: unknown;
      readonly seed: string | null;
      readonly round: number | null;
      readonly how: string | null;
      readonly drawnAt: Date | null;
    }
  >`
    select c.id, c.slug, c.title, c.languages, c.zone, c.territory_id as territory, c.status, c.opens_at as "opensAt",
      c.closes_at as "closesAt", c.complaints_until as "complaintsUntil", c.currency, c.decimals, c.is_demo as "isDemo",
      d.seed, d.round, d.how, d.drawn_at as "drawnAt",
      o.seed as "orderSeed", o.how as "orderHow", o.drawn_at as "orderAt",
      r.frozen_version as version, r.frozen_count as entries, r.commitment
    from consultations c left join lot_draws d on d.consultation_id = c.id
      left join order_draws o on o.consultation_id = c.id left join rolls r on r.consultation_id = c.id where ${condition}`.execute(
    db,
  );
  const [row] = rows;
  if (row === undefined) return undefined;
  const { title, seed, round, how, drawnAt, version, entries, commitment, orderSeed, orderHow, orderAt, ...rest } = row;
  const isDrawn = seed !== null && round !== null && how !== null && drawnAt !== null;
  return {
    ...rest,
    title: languageMap.parse(title),
    roll: version === null || entries === null || commitment === null ? null : { version, entries, commitment },
    order:
      orderSeed === null || orderHow === null || orderAt === null
        ? null
        : { seed: orderSeed, how: orderHow, drawn_at: unixSeconds(orderAt) },
    seed: isDrawn ? { seed, round, how, drawn_at: unixSeconds(drawnAt) } : null,
  };
}

export async function setStatus(tx: Tx, id: string, status: ConsultationState): Promise<void> {
  await tx.updateTable('consultations').set({ status }).where('id', '=', id).execute();
}
