import { add, invariant, type Rational, rational, reduced } from '@convite/kernel';
import type { ProjectIndex } from '../model/instance.ts';
import type { Segment } from '../model/segments.ts';
import type { Contest } from '../rules/contest.ts';
import type { SegmentShare } from './outcome-properties.ts';
import type { Payments } from './price-system.ts';
import { supportersOf } from './served-voters.ts';

/**
 * What the voters of each neighbourhood or channel got and paid.
 *
 * `paid` is exact: what the rounds charged to their votes, plus for every winner of `outside` (bought without charging
 * anyone's share) its cost in equal parts among its supporters. A winner without supporters is paid by nobody.
 * Units: minor units.
 */
export function moneyBySegment(
  contest: Contest,
  segments: readonly Segment[],
  fundedChoices: Uint32Array,
  payments: Payments | undefined,
  outside: readonly ProjectIndex[],
): readonly SegmentShare[] {
  return segments.flatMap((segment) => {
    const { attribute, labels, group, label, votes, blank } = segment;
    const marked = new Float64Array(labels.length);
    const withFunded = new Float64Array(labels.length);
    const charged = labels.map(() => 0n);
    for (const [row, l] of label.entries()) {
      const g = group[row] ?? 0;
      const voters = votes[row] ?? 0;
      marked[l] = (marked[l] ?? 0) + voters;
      if ((fundedChoices[g] ?? 0) > 0) withFunded[l] = (withFunded[l] ?? 0) + voters;
      const each = payments?.total[g] ?? 0n;
      if (each !== 0n) charged[l] = (charged[l] ?? 0n) + each * BigInt(voters);
    }
    const equalParts = partsOfWinners(contest, segment, outside);
    return labels.map((name, l) => ({
      attribute,
      label: name,
      marked: marked[l] ?? 0,
      blank: blank[l] ?? 0,
      withFunded: withFunded[l] ?? 0,
      paid: reduced(add(rational(charged[l] ?? 0n, payments?.denominator ?? 1n), equalParts[l] ?? rational(0n))),
    }));
  });
}

/** Each label's sum of cost · supporters with the label ÷ supporters, over the winners. */
function partsOfWinners(contest: Contest, segment: Segment, winners: readonly ProjectIndex[]): readonly Rational[] {
  const { labels, group, label, votes } = segment;
  let parts: Rational[] = labels.map(() => rational(0n));
  const supports = new Uint8Array(contest.profile.groups);
  for (const winner of winners) {
    const supporters = contest.votes[winner] ?? 0;
    if (supporters === 0) continue;
    const cost = contest.instance.projects[winner]?.cost;
    invariant(cost !== undefined, 'a winner is a project of the instance');
    for (const g of supportersOf(contest, winner)) supports[g] = 1;
    const having = new Float64Array(labels.length);
    for (const [row, l] of label.entries()) {
      if (supports[group[row] ?? 0] === 1) having[l] = (having[l] ?? 0) + (votes[row] ?? 0);
    }
    supports.fill(0);
    parts = parts.map((part, l) => reduced(add(part, rational(cost * BigInt(having[l] ?? 0), BigInt(supporters)))));
  }
  return parts;
}
