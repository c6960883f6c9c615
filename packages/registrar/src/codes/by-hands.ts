/** Jobs of a hand at a time: the one that it does, and others, so that it need not wait. */
const jobsOfHand = 3;

/**
 * Gives jobs to so many hands, threads or workers, in turn, and what comes of them in the turn of the jobs.
 *
 * Memory: three jobs a hand, with what came of those that wait for an earlier one.
 * @throws what a hand throws.
 */
export async function* byHands<Job, Work>(
  jobs: Iterable<Job>,
  hands: readonly ((job: Job) => Promise<Work>)[],
): AsyncGenerator<Work, void> {
  const waiting: Promise<Work>[] = [];
  let turn = 0;
  for (const job of jobs) {
    const work = hands[turn % hands.length]?.(job);
    turn += 1;
    if (work === undefined) return;
    // A later job may fail while an earlier one is awaited: it is told in its turn.
    work.catch(() => undefined);
    waiting.push(work);
    if (waiting.length < jobsOfHand * hands.length) continue;
    const first = waiting.shift();
    if (first !== undefined) yield await first;
  }
  for (const work of waiting) yield await work;
}
