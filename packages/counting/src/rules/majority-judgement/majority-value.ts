import type { Contest } from '../contest.ts';

/** Grades that a project received: `votes` of each grade, grades ascending, every one with at least one vote. */
export type Grades = readonly { readonly grade: number; readonly votes: number }[];

/** The grades of each project over all marked ballots. Cost: O(marks + projects · grades). */
export function gradesOf(contest: Contest, unmarked: number): readonly Grades[] {
  const { profile, instance, marked } = contest;
  const tallies = instance.projects.map(() => new Map<number, number>());
  for (let g = 0; g < profile.groups; g++) {
    for (let at = profile.start[g] ?? 0; at < (profile.start[g + 1] ?? 0); at++) {
      const tally = tallies[profile.choice[at] ?? 0];
      const grade = profile.points?.[at] ?? unmarked;
      tally?.set(grade, (tally.get(grade) ?? 0) + (profile.votes[g] ?? 0));
    }
  }
  return tallies.map((tally) => {
    const named = [...tally.values()].reduce((sum, votes) => sum + votes, 0);
    if (named < marked) tally.set(unmarked, (tally.get(unmarked) ?? 0) + marked - named);
    return [...tally].map(([grade, votes]) => ({ grade, votes })).toSorted((a, b) => a.grade - b.grade);
  });
}

/** The lower middle grade: a majority holds the project to deserve at least it. 0 where nobody graded. */
export function medianGrade(grades: Grades): number {
  return runAt(grades, Math.floor((votesOf(grades) - 1) / 2)).grade;
}

/**
 * Compares two projects by their majority values: the middle grades in turn, each removed before the next.
 *
 * Among n grades in ascending order the lower middle one stands at ⌊(n − 1)/2⌋; removing it again and again visits the
 * positions outwards from the middle, the lower of each pair first. Equal grades are passed over in runs.
 * Requires: both hold the same number of votes. Cost: O(number of different grades).
 * @returns negative, zero or positive as a is below, equal to or above b.
 */
export function compareMajorityValues(a: Grades, b: Grades): number {
  const total = votesOf(a);
  let low = Math.floor((total - 1) / 2);
  let high = low + 1;
  if (total % 2 === 1) {
    const difference = runAt(a, low).grade - runAt(b, low).grade;
    if (difference !== 0) return difference;
    low--;
  }
  while (low >= 0) {
    const [aLow, bLow, aHigh, bHigh] = [runAt(a, low), runAt(b, low), runAt(a, high), runAt(b, high)];
    const difference = aLow.grade - bLow.grade || aHigh.grade - bHigh.grade;
    if (difference !== 0) return difference;
    const alike = Math.min(low - aLow.from, low - bLow.from, aHigh.to - high, bHigh.to - high) + 1;
    low -= alike;
    high += alike;
  }
  return 0;
}

const votesOf = (grades: Grades): number => grades.reduce((sum, { votes }) => sum + votes, 0);

/** The run of equal grades that covers a position of the ascending order; `from` and `to` are inclusive. */
function runAt(
  grades: Grades,
  position: number,
): { readonly grade: number; readonly from: number; readonly to: number } {
  let from = 0;
  for (const { grade, votes } of grades) {
    if (position < from + votes) return { grade, from, to: from + votes - 1 };
    from += votes;
  }
  return { grade: 0, from: 0, to: 0 };
}
