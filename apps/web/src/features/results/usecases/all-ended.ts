/**
 * What all of these come to, or the first failure, but only when every one has ended: where one fails, none of the others still
 * writes into a place that is about to be removed.
 */
export async function allEnded<T>(works: readonly Promise<T>[]): Promise<readonly T[]> {
  await Promise.allSettled(works);
  return await Promise.all(works);
}
