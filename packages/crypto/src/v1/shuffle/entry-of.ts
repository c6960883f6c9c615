import { invariant } from '@convite/kernel';

/** The entry at an index that is known to be there. @throws InvariantError where it is not */
export function entryOf<T>(list: readonly T[], index: number): T {
  const entry = list[index];
  invariant(entry !== undefined, 'lists of a shuffle have an entry for each ciphertext');
  return entry;
}
