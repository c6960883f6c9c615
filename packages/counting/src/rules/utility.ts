import { assertNever, invariant } from '@convite/kernel';
import type { Utility } from '../model/rule-set-members.ts';
import type { BallotsByProject } from './ballots-by-project.ts';

/**
 * What a vote gains from a project: factor(p) · mark, where the mark differs between supporters only for points, Borda
 * and rank points.
 *
 * `cost`: factor cost(p), mark 1. `cardinality`: 1. `points`: the points given. `borda`: length − position − 1 with
 * positions from 0. `rank-points`: length − position. Whole numbers, exact in doubles.
 * Shapes: `marks` is parallel to `BallotsByProject.group`; undefined where every mark is 1.
 */
export interface Utilities {
  readonly factor: readonly bigint[];
  readonly marks: Float64Array | undefined;
  /** Σ votes · mark over the supporters of each project. */
  readonly marked: readonly bigint[];
}

/** True where the ballots hold what the utility needs: points or scores for `points`, an order for the rank ones. */
export function isUtilityOf(utility: Utility, contest: Pick<BallotsByProject, 'profile'>): boolean {
  const { kind, points } = contest.profile;
  switch (utility) {
    case 'cost':
    case 'cardinality':
      return true;
    case 'points':
      return points !== undefined || contest.profile.groups === 0;
    case 'borda':
    case 'rank-points':
      return kind === 'ranked';
    default:
      return assertNever(utility);
  }
}

/** Requires: `isUtilityOf(utility, contest)`. Cost: O(marks). */
export function utilitiesOf(contest: BallotsByProject, utility: Utility): Utilities {
  const { instance, start, group, profile } = contest;
  const marks = utility === 'cost' || utility === 'cardinality' ? undefined : marksOf(contest, utility);
  const factor = instance.projects.map(({ cost }) => (utility === 'cost' ? cost : 1n));
  const marked = instance.projects.map((_, p) => {
    if (marks === undefined) return BigInt(contest.votes[p] ?? 0);
    let sum = 0;
    for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
      sum += (profile.votes[group[i] ?? 0] ?? 0) * (marks[i] ?? 0);
    }
    invariant(Number.isSafeInteger(sum), 'summed utilities are safe integers: the readers bound them');
    return BigInt(sum);
  });
  return { factor, marks, marked };
}

function marksOf(contest: BallotsByProject, utility: 'points' | 'borda' | 'rank-points'): Float64Array {
  const { profile, group, mark } = contest;
  return Float64Array.from(group, (g, i) => {
    const at = mark[i] ?? 0;
    if (utility === 'points') return profile.points?.[at] ?? 0;
    const behind = (profile.start[g + 1] ?? 0) - at;
    return utility === 'borda' ? behind - 1 : behind;
  });
}
