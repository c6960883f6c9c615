import { compareRationals, multiply, type Rational, rational, subtract } from '@convite/kernel';
import type { Ballot, GreedyRuleSet, ProjectIndex, RuleSet, Utility } from '../src/index.ts';
import { cost, costOf, type Election, readMoney, readShare, totalUtility } from './election.ts';
import type { Choose } from './lots.ts';
import { fits, isOpen } from './taking-part.ts';

/**
 * Spec C.4, steps 1 to 5, from the winners that are there already; `compare` puts greater claims first.
 * @returns all winners, the given ones first.
 */
export function walk(
  election: Election,
  ruleSet: RuleSet,
  misfit: GreedyRuleSet['misfit'],
  from: { readonly winners: readonly ProjectIndex[]; readonly projects: readonly ProjectIndex[] },
  compare: (p: ProjectIndex, q: ProjectIndex) => number,
  choose: Choose,
): readonly ProjectIndex[] {
  const winners = [...from.winners];
  let waiting = from.projects.filter((p) => !winners.includes(p));
  while (waiting.length > 0) {
    waiting = waiting.filter((p) => isOpen(election, ruleSet, winners, p));
    if (misfit === 'skip') waiting = waiting.filter((p) => fits(election, winners, p));
    const best = waiting.filter((p) => waiting.every((q) => compare(p, q) <= 0));
    if (best.length === 0) break;
    const chosen = choose(best);
    waiting = waiting.filter((p) => p !== chosen);
    if (fits(election, winners, chosen)) {
      winners.push(chosen);
    } else if (misfit === 'stop') {
      break;
    } else if (misfit !== 'skip') {
      const left = rational(election.instance.budget - costOf(election, winners));
      const price = rational(cost(election, chosen));
      const isCovered = compareRationals(left, multiply(readShare(misfit.topUp), price)) >= 0;
      const reserve = readMoney(misfit.reserve, election.instance.decimals);
      if (isCovered && compareRationals(subtract(price, left), reserve) <= 0) winners.push(chosen);
      break;
    }
  }
  return winners;
}

/** Spec C.4: utility per cost, a half-line with an infinite end. */
type Density = Rational | 'infinite';

/** Spec C.4: greater density first. */
export function byDensity(
  election: Election,
  name: Utility,
  voters: readonly Ballot[],
): (p: ProjectIndex, q: ProjectIndex) => number {
  const densities: readonly Density[] = election.instance.projects.map((project, p) => {
    const total = totalUtility(election, name, voters, p);
    if (project.cost > 0n) return rational(total, project.cost);
    return total > 0n ? 'infinite' : rational(0n);
  });
  return (p, q) => {
    const a = densities[p] ?? rational(0n);
    const b = densities[q] ?? rational(0n);
    if (a === 'infinite' || b === 'infinite') return Number(b === 'infinite') - Number(a === 'infinite');
    return compareRationals(b, a);
  };
}

/** Spec C.4, order `total`: greater summed utility first. */
export function byTotal(
  election: Election,
  name: Utility,
  voters: readonly Ballot[],
): (p: ProjectIndex, q: ProjectIndex) => number {
  const totals = election.instance.projects.map((_, p) => totalUtility(election, name, voters, p));
  return (p, q) => Number((totals[q] ?? 0n) - (totals[p] ?? 0n));
}

/** Spec C.7: the majority value, by removing one majority grade after the other. */
function majorityValue(grades: readonly bigint[]): readonly bigint[] {
  const left = grades.toSorted((a, b) => (a > b ? -1 : a < b ? 1 : 0));
  const value: bigint[] = [];
  while (left.length > 0) value.push(...left.splice(Math.floor(left.length / 2), 1));
  return value;
}

/** Spec C.7: greater majority value first. */
export function byMajorityValue(
  election: Election,
  unmarked: number,
  voters: readonly Ballot[],
): (p: ProjectIndex, q: ProjectIndex) => number {
  const judges = voters.filter((ballot) => ballot.choices.length > 0);
  const values = election.instance.projects.map((_, p) =>
    majorityValue(
      judges.map((ballot) => {
        const at = ballot.choices.indexOf(p);
        return at < 0 ? BigInt(unmarked) : BigInt(ballot.points?.[at] ?? 0);
      }),
    ),
  );
  return (p, q) => {
    const [a, b] = [values[p] ?? [], values[q] ?? []];
    for (const [i, grade] of a.entries()) {
      const other = b[i] ?? 0n;
      if (grade !== other) return grade > other ? -1 : 1;
    }
    return 0;
  };
}
