import type { Eligibility } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import type { RollsContext } from '../rolls-context.ts';
import { countIneligible, holdRoll, mayMove, putEligibility, type RolledConsultation } from '../store.ts';

export type EligibilityRefusal = { readonly type: 'frozen' } | { readonly type: 'excludes'; readonly people: number };

/** Writes who may vote, while the roll is open. Refused when people who are on the roll could not vote under it. */
export async function writeEligibility(
  { database, now }: Pick<RollsContext, 'database' | 'now'>,
  { id, territory }: RolledConsultation,
  eligibility: Eligibility,
  by: string,
): Promise<Result<void, EligibilityRefusal>> {
  return await inRefusableTransaction<void, EligibilityRefusal>(database, async (tx) => {
    const roll = await holdRoll(tx, id);
    if (roll !== undefined && !mayMove(roll, 'write')) return err({ type: 'frozen' });
    const people = roll === undefined ? 0 : await countIneligible(tx, id, eligibility);
    if (people > 0) return err({ type: 'excludes', people });
    await putEligibility(tx, id, eligibility);
    await appendAudit(tx, {
      event: 'roll.import',
      subject: id,
      actor: by,
      territory,
      details: { step: 'eligibility', ...eligibility },
      isPublic: false,
      now: now(),
    });
    return ok(undefined);
  });
}
