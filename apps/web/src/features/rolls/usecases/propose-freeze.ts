import { err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { RollsContext } from '../rolls-context.ts';
import { countPeople, freezeRoll, holdRoll, mayMove, type RolledConsultation } from '../store.ts';
import { moveFreezing, newestFreezing } from '../store-freezings.ts';
import { isImporting } from '../store-imports.ts';

/** What is agreed on when a roll is frozen. */
export interface FreezeBody {
  readonly consultation: string;
  readonly slug: string;
  readonly version: number;
  readonly count: number;
  readonly commitment: string;
}

export interface FreezeRefusal {
  readonly type: 'no_rule' | 'frozen' | 'import_waits' | 'changed_since';
}

/** `not_ready`: this person has no such commitment before them; another one is, or none. */
export type ProposeRefusal = FreezeRefusal | ProposalRefusal | { readonly type: 'not_ready' };

/**
 * Proposes to freeze the roll with a commitment whose salt its asker has kept: the salt is erased in the same transaction.
 *
 * @returns the id of the act
 */
export async function proposeFreeze(
  { database, now, newId }: Pick<RollsContext, 'database' | 'now' | 'newId'>,
  { id: consultation, slug, territory }: RolledConsultation,
  commitment: string,
  by: string,
): Promise<Result<string, ProposeRefusal>> {
  return await inRefusableTransaction<string, ProposeRefusal>(database, async (tx) => {
    const asked = await newestFreezing(tx, consultation);
    if (asked?.askedBy !== by || asked.commitment !== commitment) return err({ type: 'not_ready' });
    const { id, version, people: count, reason } = asked;
    const body: FreezeBody = { consultation, slug, version, count, commitment };
    const refusal = await refusalOf(tx, body);
    if (refusal !== undefined) return err(refusal);
    if ((await moveFreezing(tx, id, 'propose', now())) === undefined) return err({ type: 'not_ready' });
    return await proposeAct(tx, {
      ...{ id: newId(), act: 'roll.freeze', territory, subject: consultation },
      ...{ body, reason, by, now: now() },
    });
  });
}

/** Freezes a roll that two people agreed on, if it is still the one that they saw. */
export async function freeze(tx: Tx, body: FreezeBody, at: Date): Promise<Result<void, FreezeRefusal>> {
  const refusal = await refusalOf(tx, body);
  if (refusal !== undefined) return err(refusal);
  const { consultation, version, count, commitment } = body;
  await freezeRoll(tx, consultation, { at, version, count, commitment });
  return ok(undefined);
}

async function refusalOf(tx: Tx, { consultation, version, count }: FreezeBody): Promise<FreezeRefusal | undefined> {
  const roll = await holdRoll(tx, consultation);
  if (roll === undefined) return { type: 'no_rule' };
  if (!mayMove(roll, 'freeze')) return { type: 'frozen' };
  if (await isImporting(tx, consultation)) return { type: 'import_waits' };
  const isSame = roll.version === version && (await countPeople(tx, consultation)) === count;
  return isSame ? undefined : { type: 'changed_since' };
}
