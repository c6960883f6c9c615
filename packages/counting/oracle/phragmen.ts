import { add, compareRationals, divide, type Rational, rational, reduced } from '@convite/kernel';
import type { Ballot, PhragmenRuleSet, ProjectIndex } from '../src/index.ts';
import { cost, type Election, sum, supports } from './election.ts';
import type { Choose } from './lots.ts';
import { fits, isOpen } from './taking-part.ts';

/** Spec C.6. */
export function phragmen(
  election: Election,
  ruleSet: PhragmenRuleSet,
  voters: readonly Ballot[],
  projects: readonly ProjectIndex[],
  choose: Choose,
): readonly ProjectIndex[] {
  const load: Rational[] = voters.map(() => rational(0n));
  const supporters = (p: ProjectIndex): readonly number[] =>
    voters.flatMap((ballot, i) => (supports(election, ballot, p) ? [i] : []));
  const newLoad = (p: ProjectIndex): Rational | 'infinite' => {
    const group = supporters(p);
    if (group.length === 0) return 'infinite';
    const carried = sum(group.map((i) => load[i] ?? rational(0n)));
    return reduced(divide(add(carried, rational(cost(election, p))), rational(BigInt(group.length))));
  };
  const isLess = (a: Rational | 'infinite', b: Rational | 'infinite'): boolean =>
    a !== 'infinite' && (b === 'infinite' || compareRationals(a, b) < 0);

  const winners: ProjectIndex[] = [];
  for (;;) {
    const candidates = projects
      .filter((p) => cost(election, p) <= election.instance.budget)
      .filter((p) => !winners.includes(p) && isOpen(election, ruleSet, winners, p))
      .map((p) => ({ p, y: newLoad(p) }));
    const tied = candidates.filter(({ y }) => !candidates.some((other) => isLess(other.y, y)));
    if (tied.length === 0 || tied.some(({ p }) => !fits(election, winners, p))) return winners;
    const chosen = choose(tied.map(({ p }) => p));
    winners.push(chosen);
    const y = newLoad(chosen);
    if (y !== 'infinite') for (const i of supporters(chosen)) load[i] = y;
  }
}
