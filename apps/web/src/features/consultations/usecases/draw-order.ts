import { isSeed } from '@convite/archive';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { type Database, inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal, waitingAct } from '../../accounts/index.ts';
import type { ConsultationsContext } from '../consultations-context.ts';
import type { OrderView } from '../pages/views.ts';
import { type ConsultationRecord, holdConsultation } from '../store.ts';
import { hasElections, orderDrawOf, putOrderDraw } from '../store-draw.ts';
import type { LanguageMap } from '../stored-forms.ts';
import { headOf } from './show-consultation.ts';

/** What two people who were there saw drawn. */
export interface OrderBody {
  readonly slug: string;
  readonly title: LanguageMap;
  readonly seed: string;
  /** What was drawn, where, and before whom. */
  readonly how: string;
}

export type OrderRefusal = {
  readonly type:
    /** Options are not frozen yet, or elections are written. */
    | 'not_now'
    /** It is drawn once: whoever could draw again could wait for an order. */
    | 'already_drawn'
    | 'seed_malformed'
    | 'how_missing';
};

/** Longer than this nobody describes a draw. */
const longestHow = 1000;

/** Proposes what was drawn, so that a second guarantor who was there may agree. */
export const proposeOrder = (
  { database, newId, now }: ConsultationsContext,
  consultation: string,
  drawn: { readonly seed: string; readonly how: string },
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Result<string, OrderRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, OrderRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    const [seed, how] = [drawn.seed.trim().normalize('NFC'), drawn.how.trim().normalize('NFC')];
    const problem = await whyNot(tx, held);
    if (problem !== undefined) return err(problem);
    if (!isSeed(seed)) return err({ type: 'seed_malformed' });
    if (how === '' || how.length > longestHow || !how.isWellFormed()) return err({ type: 'how_missing' });
    const { id, territory, slug, title } = held;
    const body: OrderBody = { slug, title, seed, how };
    const act = { id: newId(), act: 'order.draw', territory, subject: id, body } as const;
    return await proposeAct(tx, { ...act, reason, by, now: now() });
  });

/** Records the draw; from now on options stand in its order, and elections are written in it. */
export async function recordOrder(
  tx: Tx,
  consultation: string,
  { seed, how }: OrderBody,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>, OrderRefusal>> {
  const problem = await whyNot(tx, await hold(tx, consultation));
  if (problem !== undefined) return err(problem);
  await putOrderDraw(tx, consultation, { seed, how, drawnAt: now });
  return ok({ seed, how });
}

async function whyNot(
  db: Database | Tx,
  { id, status }: ConsultationRecord,
): Promise<{ readonly type: 'not_now' | 'already_drawn' } | undefined> {
  if ((await orderDrawOf(db, id)) !== undefined) return { type: 'already_drawn' };
  return status !== 'frozen' || (await hasElections(db, id)) ? { type: 'not_now' } : undefined;
}

/** Whether the order may be drawn now. */
export const mayDrawOrder = async (db: Database | Tx, consultation: ConsultationRecord): Promise<boolean> =>
  (await whyNot(db, consultation)) === undefined;

async function hold(tx: Tx, consultation: string): Promise<ConsultationRecord> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once something was proposed about it');
  return held;
}

/** How the order of options stands, for its page. */
export async function orderView(
  { database }: ConsultationsContext,
  consultation: ConsultationRecord,
  language: string,
): Promise<OrderView> {
  const draw = await orderDrawOf(database, consultation.id);
  return {
    head: headOf(consultation, language),
    draw: draw === undefined ? null : { seed: draw.seed, how: draw.how, drawnAt: draw.drawnAt.toISOString() },
    mayDraw: await mayDrawOrder(database, consultation),
    waiting: (await waitingAct({ database }, 'order.draw', consultation.id)) ?? null,
  };
}
