import { isSeed } from '@convite/archive';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { ResultsContext } from '../results-context.ts';
import { type CountedConsultation, holdConsultation, type LanguageMap } from '../store.ts';
import { contestsWaitingForLots, lotAnnouncements, putAnnouncement, putDraw } from '../store-lots.ts';
import { requestCount } from './request-count.ts';
import { settlingOf } from './request-archive.ts';

/** What two people see of a lot that was drawn. */
export interface DrawBody {
  readonly slug: string;
  readonly title: LanguageMap;
  readonly zone: string;
  readonly seed: string;
  /** As it was announced. */
  readonly how: string;
  readonly announcedAt: number;
  readonly drawnAt: number;
  readonly contests: number;
}

export type AnnounceRefusal = { readonly type: 'how_missing' | 'how_too_long' | 'not_later' | 'not_now' };
export type DrawRefusal = {
  readonly type:
    | 'not_now'
    | 'not_announced'
    | 'nothing_waits'
    | 'not_all_counted'
    | 'seed_malformed'
    | 'before_announced'
    | 'in_future'
    | 'changed';
};

const longestHow = 2000;

interface Announcing {
  readonly how: string;
  readonly drawsAt: Date | undefined;
  readonly by: string;
}

/** Announces how and when the lot is drawn: for everybody to read, before anybody knows what is drawn. */
export const announceLot = (
  { database, now }: ResultsContext,
  consultation: string,
  { how, drawsAt, by }: Announcing,
): Promise<Result<undefined, AnnounceRefusal>> =>
  inRefusableTransaction<undefined, AnnounceRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    const at = now();
    const text = how.trim().normalize('NFC');
    if (held.seed !== null || (held.status !== 'closed' && held.status !== 'tallying')) return err({ type: 'not_now' });
    if (text === '') return err({ type: 'how_missing' });
    if (text.length > longestHow) return err({ type: 'how_too_long' });
    if (drawsAt === undefined || drawsAt <= at) return err({ type: 'not_later' });
    await putAnnouncement(tx, consultation, { how: text, drawsAt, announcedAt: at, by });
    await appendAudit(tx, {
      ...{ event: 'lot.announced', subject: consultation, actor: by, territory: held.territory },
      details: { how: text, draws: drawsAt.toISOString() },
      ...{ isPublic: true, now: at },
    });
    return ok(undefined);
  });

interface Drawing {
  readonly seed: string;
  readonly drawnAt: Date | undefined;
  readonly by: string;
  readonly reason: string;
}

/** Proposes what was drawn, so that a second person who was there may agree. */
export const proposeDraw = (
  { database, newId, now }: ResultsContext,
  consultation: string,
  { seed, drawnAt, by, reason }: Drawing,
): Promise<Result<string, DrawRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, DrawRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    const at = now();
    const text = seed.trim().normalize('NFC');
    const [announced] = await lotAnnouncements(tx, consultation);
    if (announced === undefined) return err({ type: 'not_announced' });
    const problem = await drawProblem(tx, held);
    if (problem !== undefined) return err(problem);
    if (!isSeed(text)) return err({ type: 'seed_malformed' });
    if (drawnAt === undefined || drawnAt < announced.drawsAt) return err({ type: 'before_announced' });
    if (drawnAt > at) return err({ type: 'in_future' });
    const { id, slug, title, zone, territory } = held;
    const body: DrawBody = {
      ...{ slug, title, zone, seed: text, how: announced.how },
      announcedAt: announced.announcedAt.getTime(),
      drawnAt: drawnAt.getTime(),
      contests: (await contestsWaitingForLots(tx, id)).length,
    };
    return await proposeAct(tx, { id: newId(), act: 'lot.draw', territory, subject: id, body, reason, by, now: at });
  });

/** Records the seed, and has every contest that waits for it counted with its own lot. */
export async function drawLot(
  tx: Tx,
  consultation: string,
  body: DrawBody,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>, DrawRefusal>> {
  const held = await hold(tx, consultation);
  const problem = await drawProblem(tx, held);
  if (problem !== undefined) return err(problem);
  const [announced] = await lotAnnouncements(tx, consultation);
  if (announced?.announcedAt.getTime() !== body.announcedAt) return err({ type: 'changed' });
  const waiting = await contestsWaitingForLots(tx, consultation);
  if (waiting.length !== body.contests) return err({ type: 'changed' });
  await putDraw(tx, consultation, { seed: body.seed, how: body.how, drawnAt: new Date(body.drawnAt) });
  await requestCount(tx, { consultation, contests: waiting.map(({ id }) => id), now });
  return ok({ seed: body.seed, contests: waiting.length, drawn: new Date(body.drawnAt).toISOString() });
}

/** One seed serves all contests, so all have to be counted before it is known. */
async function drawProblem(
  tx: Tx,
  { id, seed, status }: CountedConsultation,
): Promise<{ readonly type: 'not_now' | 'nothing_waits' | 'not_all_counted' } | undefined> {
  if (seed !== null || status !== 'tallying') return { type: 'not_now' };
  const { contests, settled, waitForLots } = await settlingOf(tx, id);
  if (waitForLots === 0) return { type: 'nothing_waits' };
  return settled + waitForLots < contests ? { type: 'not_all_counted' } : undefined;
}

async function hold(tx: Tx, consultation: string): Promise<CountedConsultation> {
  const held = await holdConsultation(tx, consultation);
  invariant(held !== undefined, 'a consultation is never deleted once its vote was open');
  return held;
}
