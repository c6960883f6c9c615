import { ceremonyMachine, type HoldingProblem, holdingProblem, isSound, moved } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import { groupOf, hasElections, withdrawTrustees } from '../../preparation/index.ts';
import {
  findCeremony,
  holdConsultation,
  type KeptConsultation,
  putCeremony,
  setCeremony,
  trusteeAccounts,
} from '../store-ceremonies.ts';
import type { TrusteesContext } from '../trustees-context.ts';

/** Why no ceremony is begun. */
export type PlanRefusal =
  | HoldingProblem
  /** No account of a trustee of this place. */
  | { readonly type: 'unknown_trustee' }
  /** Two keys of one name could not be told apart. */
  | { readonly type: 'same_name'; readonly name: string }
  | { readonly type: 'no_contest' | 'several_groups' }
  | { readonly type: 'under_way' | 'elections_set_up' | 'too_late' };

export interface CeremonyPlan {
  /** Accounts; their order by name is that of the places. */
  readonly accounts: readonly string[];
  readonly threshold: number;
  readonly waiver: string;
  readonly by: string;
}

/** The files of the ceremony hold names of so many signs at most. */
const longestName = 200;

/** Begins a ceremony: who holds a key, and how many of them are needed. A list that was there before is none any more. */
export async function planCeremony(
  { database, now, newId }: TrusteesContext,
  consultation: KeptConsultation,
  { accounts, threshold, waiver, by }: CeremonyPlan,
): Promise<Result<undefined, PlanRefusal>> {
  const { id, territory } = consultation;
  return await inRefusableTransaction<undefined, PlanRefusal>(database, async (tx) => {
    const status = await holdConsultation(tx, id);
    if (status !== 'draft' && status !== 'frozen') return err({ type: 'too_late' });
    if (await hasElections(tx, id)) return err({ type: 'elections_set_up' });
    if ((await findCeremony(tx, id)) !== undefined) return err({ type: 'under_way' });
    const wanted = new Set(accounts);
    const chosen = (await trusteeAccounts(tx, territory)).filter(({ account }) => wanted.has(account));
    if (chosen.length < wanted.size) return err({ type: 'unknown_trustee' });
    const holding = { trustees: chosen.length, threshold };
    const problem = holdingProblem(holding, waiver);
    if (problem !== undefined) return err(problem);
    const places = chosen.map(({ account, name }, i) => ({ place: i + 1, account, name: name.slice(0, longestName) }));
    const twice = places.find(({ name }, i) => places.findIndex((other) => other.name === name) < i);
    if (twice !== undefined) return err({ type: 'same_name', name: twice.name });
    const group = await groupOf({ database: tx }, id);
    if (!group.ok) return group;
    const kept = isSound(holding) ? null : waiver.trim();
    const at = now();
    await putCeremony(tx, {
      ...{ id: newId(), consultation: id, status: ceremonyMachine.first, group: group.value },
      ...{ size: places.length, threshold, waiver: kept, places, by, at },
    });
    await withdrawTrustees(tx, id);
    await appendAudit(tx, {
      event: 'ceremony.begun',
      subject: id,
      actor: by,
      territory,
      ...(kept === null ? {} : { reason: kept }),
      details: { holders: places.length, threshold, group: group.value },
      isPublic: true,
      now: at,
    });
    return ok(undefined);
  });
}

export type VoidRefusal = { readonly type: 'no_ceremony' | 'elections_set_up' | 'reason_missing' };

const longestReason = 2000;

/** Ends a ceremony that went wrong: its messages and the list that it made count no more, and another may begin. */
export async function voidCeremony(
  { database, now }: TrusteesContext,
  { id, territory }: KeptConsultation,
  { reason: typed, by }: { readonly reason: string; readonly by: string },
): Promise<Result<undefined, VoidRefusal>> {
  const reason = typed.trim();
  if (reason === '' || reason.length > longestReason) return err({ type: 'reason_missing' });
  return await inRefusableTransaction<undefined, VoidRefusal>(database, async (tx) => {
    await holdConsultation(tx, id);
    const ceremony = await findCeremony(tx, id);
    if (ceremony === undefined) return err({ type: 'no_ceremony' });
    if (await hasElections(tx, id)) return err({ type: 'elections_set_up' });
    const next = moved(ceremonyMachine, ceremony.status, 'void');
    invariant(next.ok, 'a ceremony that stands can become void');
    await setCeremony(tx, ceremony.id, { status: next.value });
    await withdrawTrustees(tx, id);
    await appendAudit(tx, {
      event: 'ceremony.voided',
      subject: id,
      actor: by,
      territory,
      reason,
      details: { holders: ceremony.size, threshold: ceremony.threshold, messages: ceremony.messages.length },
      isPublic: true,
      now: now(),
    });
    return ok(undefined);
  });
}
