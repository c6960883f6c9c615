import { saltBytes } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import { proposeAct, type ProposalRefusal } from '../../accounts/index.ts';
import type { RollsContext } from '../rolls-context.ts';
import { countPeople, findRoll, freezeRoll, holdRoll, type RolledConsultation } from '../store.ts';
import { isImporting } from '../store-imports.ts';
import { commitToRoll } from './commit-to-roll.ts';

/** What is agreed on when a roll is frozen. */
export interface FreezeBody {
  readonly consultation: string;
  readonly slug: string;
  readonly version: number;
  readonly count: number;
  readonly commitment: string;
}

export type FreezeRefusal = {
  readonly type: 'no_rule' | 'frozen' | 'nobody' | 'import_waits' | 'changed_since';
};

/** A proposal to freeze, and the salt of its commitment: shown once, kept by the registrar, forgotten here. */
export interface ProposedFreeze extends FreezeBody {
  readonly salt: string;
}

/** Proposes to freeze the roll as it is now. A new proposal after a withdrawn one has a salt of its own. */
export async function proposeFreeze(
  context: RollsContext,
  { id: consultation, slug, territory }: RolledConsultation,
  reason: string,
  by: string,
): Promise<Result<ProposedFreeze, FreezeRefusal | ProposalRefusal>> {
  const { database, now, newId, random } = context;
  const roll = await findRoll(database, consultation);
  if (roll === undefined) return err({ type: 'no_rule' });
  if (roll.status === 'frozen') return err({ type: 'frozen' });
  if ((await countPeople(database, consultation)) === 0) return err({ type: 'nobody' });
  const { version } = roll;
  const salt = random(saltBytes);
  const committed = await commitToRoll(context, { id: consultation, slug }, salt);
  const body: FreezeBody = { consultation, slug, version, ...committed };
  return await inRefusableTransaction<ProposedFreeze, FreezeRefusal | ProposalRefusal>(database, async (tx) => {
    const refusal = await refusalOf(tx, body);
    if (refusal !== undefined) return err(refusal);
    const act = {
      id: newId(),
      act: 'roll.freeze',
      territory,
      subject: consultation,
      body,
      reason,
      by,
      now: now(),
    } as const;
    const proposed = await proposeAct(tx, act);
    return proposed.ok ? ok({ ...body, salt: Buffer.from(salt).toString('hex') }) : proposed;
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
  if (roll.status === 'frozen') return { type: 'frozen' };
  if (await isImporting(tx, consultation)) return { type: 'import_waits' };
  const isSame = roll.version === version && (await countPeople(tx, consultation)) === count;
  return isSame ? undefined : { type: 'changed_since' };
}
