import { invariant } from '@convite/kernel';
import type { DemoContext } from '../demo-context.ts';
import type { PeopleAnswer, PeopleTask } from '../people/tasks.ts';

const minute = 60_000;

/** Has the people of the demo do something on their own machines. */
export async function ask({ people }: DemoContext, task: PeopleTask, signal: AbortSignal): Promise<PeopleAnswer> {
  const answer = await people.run(task, { milliseconds: 10 * minute, signal });
  invariant(answer.ok, `the people of the demo did not answer: ${answer.ok ? '' : answer.error}`);
  return answer.value;
}
