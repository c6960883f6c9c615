import { invariant } from '@convite/kernel';

/** The entry at an index that is known to be there. @throws InvariantError where it is not */
export function entryOf<T>(list: ArrayLike<T>, index: number): T {
  const entry = list[index];
  invariant(entry !== undefined, 'there is an entry at this index');
  return entry;
}
