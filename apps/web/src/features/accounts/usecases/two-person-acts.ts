import { type Act, type ActMove, actRules, decideAct, type DecisionRefusal, mayAct } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit, type StaffEvent } from '../../../persistence/audit.ts';
import { inRefusableTransaction, type Tx } from '../../../persistence/database.ts';
import type { AccountsContext } from '../accounts-context.ts';
import type { ActHandler, ActRefused, CarriedOut } from '../acts-context.ts';
import {
  type ActRecord,
  findAct,
  grantsOf,
  holdRights,
  holdRightsAlone,
  lockAct,
  type NewAct,
  putAct,
  settleAct,
} from '../store-acts.ts';
import { pathOfTerritory } from '../store-places.ts';

export type ProposalRefusal =
  /** The same act on the same subject waits for a second person already. */
  { readonly type: 'already_proposed' } | { readonly type: 'not_allowed' } | { readonly type: 'reason_missing' };

/** More than this nobody reads before agreeing. */
export const longestReason = 2000;

/** Proposes an act, so that another person may agree to it. Its body is what both will see, and what will be done. */
export async function proposeAct(tx: Tx, act: NewAct): Promise<Result<string, ProposalRefusal>> {
  invariant(actRules[act.act].people === 'two', `${act.act} needs one person alone`);
  const reason = act.reason.trim();
  if (reason === '' || reason.length > longestReason) return err({ type: 'reason_missing' });
  await holdRights(tx);
  const path = act.territory === null ? [] : await pathOfTerritory(tx, act.territory);
  invariant(path !== undefined, 'an act is proposed in a territory that exists');
  if (!mayAct(await grantsOf(tx, act.by), act.act, path)) return err({ type: 'not_allowed' });
  if (!(await putAct(tx, { ...act, reason }))) return err({ type: 'already_proposed' });
  await appendAudit(tx, {
    event: 'act.proposed',
    subject: act.subject,
    actor: act.by,
    territory: act.territory,
    reason,
    details: { act: act.act, proposal: act.id },
    isPublic: false,
    now: act.now,
  });
  return ok(act.id);
}

export type DecideRefusal = DecisionRefusal | ActRefused | { readonly type: 'no_such_act' };

export interface Decision {
  readonly id: string;
  readonly move: ActMove;
  readonly by: string;
  /** Why not, for who declines. */
  readonly reason: string | undefined;
}

/** These wait for every other decision, and every other for them: nobody acts by a right that just ended. */
const changesRights: ReadonlySet<Act> = new Set(['role.grant', 'role.end', 'account.disable', 'account.recover']);

/** What happened instead of the act, as the trail tells it. */
const events = { decline: 'act.declined', withdraw: 'act.withdrawn' } as const satisfies Record<
  Exclude<ActMove, 'agree'>,
  StaffEvent
>;

/**
 * Decides on a proposed act. Agreeing does it: change, state of the act and line of the trail stand or fall together.
 * Two who decide at once are told apart by the lock on the act; rights that end meanwhile, by the lock on rights.
 *
 * @returns what was done, undefined when it was declined or withdrawn.
 */
export async function decide(
  context: AccountsContext,
  { id, move, by, reason }: Decision,
): Promise<Result<CarriedOut | undefined, DecideRefusal>> {
  const now = context.now();
  return await inRefusableTransaction<CarriedOut | undefined, DecideRefusal>(context.database, async (tx) => {
    const known = await findAct(tx, id);
    if (known === undefined) return err({ type: 'no_such_act' });
    await (changesRights.has(known.act) ? holdRightsAlone(tx) : holdRights(tx));
    const act = await lockAct(tx, id);
    const person = { account: by, grants: await grantsOf(tx, by) };
    const proposerGrants = await grantsOf(tx, act.proposedBy);
    const decided = decideAct({ ...act, state: act.status, proposerGrants }, move, person);
    if (!decided.ok) return decided;
    await settleAct(tx, id, { status: decided.value, by, now });
    if (move !== 'agree') {
      await appendAudit(tx, {
        event: events[move],
        subject: act.subject,
        actor: by,
        territory: act.territory,
        reason,
        details: { act: act.act, proposal: id },
        isPublic: false,
        now,
      });
      return ok(undefined);
    }
    return await carryOut(tx, handlerOf(context, act), act, by, now);
  });
}

async function carryOut(
  tx: Tx,
  handler: ActHandler,
  act: ActRecord,
  by: string,
  now: Date,
): Promise<Result<CarriedOut, ActRefused>> {
  const { body, subject, territory, reason, proposedBy } = act;
  const done = await handler.carryOut(tx, { body, subject, territory, reason, proposedBy, by, now });
  if (!done.ok) return done;
  await appendAudit(tx, {
    event: act.act,
    subject,
    actor: by,
    territory,
    reason,
    details: { ...done.value.details, proposal: act.id, proposed_by: proposedBy },
    isPublic: handler.isPublic,
    now,
  });
  return done;
}

/** @throws InvariantError when no feature handed in how the act is done. */
export function handlerOf({ acts }: Pick<AccountsContext, 'acts'>, { act }: Pick<ActRecord, 'act'>): ActHandler {
  const handler = acts.find((one) => one.act === act);
  invariant(handler !== undefined, `nobody says how ${act} is done`);
  return handler;
}
