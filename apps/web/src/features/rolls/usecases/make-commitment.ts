import { saltBytes } from '@convite/domain';
import type { Attempt } from '../../../jobs/job-queue.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import type { RollsContext } from '../rolls-context.ts';
import { countPeople, findRoll, holdRoll, mayMove } from '../store.ts';
import { findFreezing, type FreezingRecord, moveFreezing, noteFreezing } from '../store-freezings.ts';
import { commitToRoll } from './commit-to-roll.ts';

type Outcome =
  | { readonly move: 'finish'; readonly commitment: string; readonly salt: Uint8Array }
  | { readonly move: 'outdate' | 'fail' };

/**
 * Makes the commitment of a roll that somebody wants frozen: a job. Each attempt has a salt of its own, and one that ends
 * early leaves nothing. The salt is stored with its commitment until whoever asked has kept it.
 */
export async function makeCommitment(context: RollsContext, id: string, attempt: Attempt): Promise<void> {
  const { database, random, now } = context;
  const asked = await findFreezing(database, id);
  if (asked?.status !== 'committing') return;
  const outcome = await outcomeOf(context, asked, random(saltBytes), attempt);
  await inTransaction(database, async (tx) => {
    const settled = outcome.move === 'finish' && !(await isSame(tx, asked)) ? ({ move: 'outdate' } as const) : outcome;
    const step =
      settled.move === 'finish'
        ? await moveFreezing(tx, id, 'finish', settled)
        : await moveFreezing(tx, id, settled.move, now());
    // Somebody let it go meanwhile.
    if (step === undefined) return;
    const made = settled.move === 'finish' ? { people: asked.people, commitment: settled.commitment } : {};
    await appendAudit(tx, {
      event: 'roll.freeze',
      subject: asked.consultation,
      actor: null,
      territory: asked.territory,
      details: { step, version: asked.version, ...made },
      isPublic: false,
      now: now(),
    });
  });
}

async function outcomeOf(
  context: RollsContext,
  { id, consultation, slug, version, people }: FreezingRecord,
  salt: Uint8Array,
  { signal, last }: Attempt,
): Promise<Outcome> {
  const { database } = context;
  if ((await findRoll(database, consultation))?.version !== version) return { move: 'outdate' };
  let told = 0;
  const tell = (progress: number): void => {
    if (progress < told + 10) return;
    told = progress;
    // Telling how far it has come is no part of the work.
    noteFreezing(database, id, progress).catch(() => undefined);
  };
  const made = await commitToRoll(context, { id: consultation, slug, people, salt, signal, tell });
  if (made.ok) {
    const { count, commitment } = made.value;
    return count === people ? { move: 'finish', commitment, salt } : { move: 'outdate' };
  }
  if (made.error === 'stopped' || !last) throw new Error(`committing to a roll ended: ${made.error}`);
  return { move: 'fail' };
}

/** Whether the roll is still the one that was asked about; it stays so until the transaction ends. */
async function isSame(tx: Tx, { consultation, version, people }: FreezingRecord): Promise<boolean> {
  const roll = await holdRoll(tx, consultation);
  if (roll === undefined || !mayMove(roll, 'freeze') || roll.version !== version) return false;
  return (await countPeople(tx, consultation)) === people;
}
