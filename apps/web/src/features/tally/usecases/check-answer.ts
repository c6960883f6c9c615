import type { Attempt } from '../../../jobs/job-queue.ts';
import { inTransaction } from '../../../persistence/database.ts';
import { finishAnswer, findOpenAnswer, nextItems } from '../store-answers.ts';
import type { TallyContext } from '../tally-context.ts';
import { takePart } from './take-part.ts';

/** Contests that are gone through side by side. */
const atOnce = { most: 8, bytes: 32_000_000 };

/**
 * Goes through all that a trustee brought: a job, which goes on where another server left. What one contest refuses keeps
 * no other from being taken.
 */
export async function checkAnswer(
  context: TallyContext,
  id: string,
  { signal }: Pick<Attempt, 'signal'>,
): Promise<void> {
  const { database, now } = context;
  const answer = await findOpenAnswer(database, id);
  if (answer === undefined) return;
  for (;;) {
    if (signal.aborted) throw new Error('the server stops; another goes on');
    const items = await nextItems(database, id, atOnce);
    if (items.length === 0) break;
    await Promise.all(items.map((item) => takePart(context, answer, item)));
  }
  await inTransaction(database, (tx) => finishAnswer(tx, id, now()));
}
