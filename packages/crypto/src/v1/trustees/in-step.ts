import { invariant } from '@convite/kernel';

/** Pairs what two lists hold at the same place. @throws InvariantError unless they have one length */
export function inStep<A, B>(first: readonly A[], second: readonly B[]): readonly (readonly [A, B])[] {
  invariant(first.length === second.length, 'lists in step have one length');
  const others = second.values();
  return first.map((one) => {
    const other = others.next();
    invariant(other.done !== true, 'lists in step have one length');
    return [one, other.value];
  });
}
