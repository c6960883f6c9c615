import type { ProjectIndex } from '../../model/instance.ts';
import type { Comparison } from '../../model/outcome.ts';
import type { Contest } from '../contest.ts';

/**
 * Compares two outcomes as the voters would: each prefers the one with more money in projects that the ballot supports.
 *
 * Every vote counts, also one that only one of the outcomes serves. Equal shares stands when as many prefer it.
 * Cost: O(marks).
 */
export function compareByMoney(
  { instance, profile, start, group }: Contest,
  equalShares: readonly ProjectIndex[],
  greedy: readonly ProjectIndex[],
): Comparison {
  const money = (winners: readonly ProjectIndex[]): readonly bigint[] => {
    const sums = new Array<bigint>(profile.groups).fill(0n);
    for (const p of winners) {
      for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
        const g = group[i] ?? 0;
        sums[g] = (sums[g] ?? 0n) + (instance.projects[p]?.cost ?? 0n);
      }
    }
    return sums;
  };
  const withShares = money(equalShares);
  const withGreedy = money(greedy);
  const counts = { preferEqualShares: 0n, preferGreedy: 0n, equal: 0n };
  for (const [g, shares] of withShares.entries()) {
    const other = withGreedy[g] ?? 0n;
    const side = shares > other ? 'preferEqualShares' : shares < other ? 'preferGreedy' : 'equal';
    counts[side] += BigInt(profile.votes[g] ?? 0);
  }
  return { ...counts, stands: counts.preferGreedy > counts.preferEqualShares ? 'greedy' : 'equal-shares' };
}
