import type { Act } from '@convite/domain';
import { invariant, type Result } from '@convite/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { type DemoPart, decide, demoParts, waitingAct } from '../../accounts/index.ts';
import type { DemoContext } from '../demo-context.ts';

/** What a use case answers where the demo leaves it nothing to refuse. */
export function must<T, E>(result: Result<T, E>): T {
  invariant(result.ok, `the demo was refused: ${result.ok ? '' : JSON.stringify(result.error)}`);
  return result.value;
}

/** The account of somebody of the staff, by the name of the plan. */
export async function accountOf({ accounts }: DemoContext, name: string): Promise<string> {
  const part = (await demoParts(accounts)).find((one: DemoPart) => one.name === name);
  invariant(part !== undefined, `${name} is on the staff of the demo`);
  return part.account;
}

/** What two people do together: on what, and who they are by the names of the plan. */
interface Shared {
  readonly act: Act;
  readonly subject: string;
  readonly first: string;
  readonly second: string;
}

/** One person proposes an act, and another agrees. What a start that was cut off had proposed is taken back first. */
export async function together<E>(
  context: DemoContext,
  { act, subject, first, second }: Shared,
  propose: (by: string) => Promise<Result<string, E>>,
): Promise<void> {
  const { accounts } = context;
  const [proposer, agreer] = [await accountOf(context, first), await accountOf(context, second)];
  const left = await waitingAct(accounts, act, subject);
  if (left !== undefined) {
    must(await decide(accounts, { id: left, move: 'withdraw', by: proposer, reason: undefined }));
  }
  const id = must(await propose(proposer));
  must(await decide(accounts, { id, move: 'agree', by: agreer, reason: undefined }));
}

/** Waits for what other jobs do; these tell themselves when they fail. */
export async function until(isDone: () => Promise<boolean>, signal: AbortSignal): Promise<void> {
  while (!(await isDone())) await pause(150, undefined, { signal });
}

/** The day of an instant, as files of trustees and rules of age write it. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);
