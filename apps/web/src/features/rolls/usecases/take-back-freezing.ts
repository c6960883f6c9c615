import { err, invariant, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal, waitingAct } from '../../accounts/index.ts';
import type { RollsContext } from '../rolls-context.ts';
import { type CodesStanding, codesStanding, dropOrder, holdUnopened } from '../store-codes.ts';
import { holdRoll, mayMove, type RolledConsultation, unfreezeRoll } from '../store.ts';
import { moveFreezing, newestFreezing } from '../store-freezings.ts';

/** What two people take back: a freezing, by what was published of it. */
export interface UnfreezeBody {
  readonly consultation: string;
  readonly slug: string;
  readonly version: number;
  readonly count: number;
  readonly commitment: string;
}

/** `changed_since`: it was taken back and frozen again meanwhile. */
export type UnfreezeRefusal = {
  readonly type: 'not_frozen' | 'changed_since' | Exclude<CodesStanding, 'none'>;
};

/** Proposes that a freezing be taken back, because its salt is lost, so that a second person may agree. */
export const proposeUnfreezing = (
  { database, now, newId }: Pick<RollsContext, 'database' | 'now' | 'newId'>,
  { id: consultation, slug, territory }: RolledConsultation,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<Result<string, UnfreezeRefusal | ProposalRefusal>> =>
  inRefusableTransaction<string, UnfreezeRefusal | ProposalRefusal>(database, async (tx) => {
    const held = await hold(tx, consultation);
    if (!held.ok) return held;
    const body: UnfreezeBody = { consultation, slug, ...held.value };
    const act = { id: newId(), act: 'roll.unfreeze', territory, subject: consultation, body } as const;
    return await proposeAct(tx, { ...act, reason, by, now: now() });
  });

/** Takes a freezing back: the roll is open again, and the order of codes that names its commitment is gone. */
export async function unfreeze(tx: Tx, body: UnfreezeBody, at: Date): Promise<Result<undefined, UnfreezeRefusal>> {
  const { consultation, commitment } = body;
  const held = await hold(tx, consultation);
  if (!held.ok) return held;
  if (held.value.commitment !== commitment) return err({ type: 'changed_since' });
  await unfreezeRoll(tx, consultation);
  await dropOrder(tx, consultation);
  const frozen = await newestFreezing(tx, consultation);
  if (frozen?.commitment === commitment) await moveFreezing(tx, frozen.id, 'take_back', at);
  return ok(undefined);
}

/** Whether it can be proposed now, and what waits already, for the page that offers it. */
export async function showUnfreezing(
  { database }: Pick<RollsContext, 'database'>,
  consultation: string,
): Promise<{ readonly mayPropose: boolean; readonly waiting: string | null }> {
  return {
    mayPropose: (await codesStanding(database, consultation)) === 'none',
    waiting: (await waitingAct({ database }, 'roll.unfreeze', consultation)) ?? null,
  };
}

/** What is frozen, held with the consultation until the transaction ends: nobody brings codes meanwhile. */
async function hold(
  tx: Tx,
  consultation: string,
): Promise<Result<Pick<UnfreezeBody, 'version' | 'count' | 'commitment'>, UnfreezeRefusal>> {
  await holdUnopened(tx, consultation);
  const roll = await holdRoll(tx, consultation);
  if (roll === undefined || !mayMove(roll, 'take_back')) return err({ type: 'not_frozen' });
  const standing = await codesStanding(tx, consultation);
  if (standing !== 'none') return err({ type: standing });
  invariant(roll.frozen !== null, 'a frozen roll has a commitment');
  const { version, count, commitment } = roll.frozen;
  return ok({ version, count, commitment });
}
