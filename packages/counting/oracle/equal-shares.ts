import { add, compareRationals, divide, multiply, type Rational, rational, reduced, subtract } from '@convite/kernel';
import type { Ballot, EqualSharesRuleSet, ProjectIndex } from '../src/index.ts';
import { cost, costOf, type Election, isMarked, readMoney, sum, supports, totalUtility, utility } from './election.ts';
import { byDensity, walk } from './greedy-walk.ts';
import type { Choose } from './lots.ts';
import { fits, isOpen } from './taking-part.ts';

export interface Shares {
  readonly winners: readonly ProjectIndex[];
  /** Of each purchase, in order. */
  readonly prices: readonly Rational[];
  readonly increments: number;
}

const zero = rational(0n);

/** Spec C.5.1, step 2: the least price at which the supporters reach the cost; undefined when they cannot. */
function price(goal: bigint, left: readonly Rational[], wants: readonly bigint[]): Rational | undefined {
  const all = wants.map((_, i) => i).filter((i) => (wants[i] ?? 0n) > 0n);
  const money = (i: number): Rational => left[i] ?? zero;
  if (compareRationals(sum(all.map(money)), rational(goal)) < 0) return undefined;
  let paying = all;
  for (;;) {
    const emptied = all.filter((i) => !paying.includes(i));
    const share = paying.reduce((total, i) => total + (wants[i] ?? 0n), 0n);
    const rho = reduced(divide(subtract(rational(goal), sum(emptied.map(money))), rational(share)));
    const able = paying.filter((i) => compareRationals(money(i), multiply(rho, rational(wants[i] ?? 0n))) >= 0);
    if (able.length === paying.length) return rho;
    paying = able;
  }
}

/** Spec C.5.1. */
function purchases(
  election: Election,
  ruleSet: EqualSharesRuleSet,
  voters: readonly Ballot[],
  candidates: readonly ProjectIndex[],
  b: Rational,
  choose: Choose,
): Shares {
  let left: readonly Rational[] = voters.map(() => b);
  const winners: ProjectIndex[] = [];
  const prices: Rational[] = [];
  for (;;) {
    const offers = candidates
      .filter((p) => !winners.includes(p) && isOpen(election, ruleSet, winners, p))
      .map((p) => {
        const wants = voters.map((ballot) => utility(election, ruleSet.utility, ballot, p));
        return { p, wants, rho: price(cost(election, p), left, wants) };
      });
    const affordable = offers.flatMap((offer) => (offer.rho === undefined ? [] : [{ ...offer, rho: offer.rho }]));
    const best = affordable.filter((x) => affordable.every((y) => compareRationals(x.rho, y.rho) <= 0));
    if (best.length === 0) return { winners, prices, increments: 0 };
    const chosen = choose(best.map(({ p }) => p));
    for (const { p, wants, rho } of best) {
      if (p !== chosen) continue;
      winners.push(p);
      prices.push(rho);
      left = left.map((money, i) => {
        const full = reduced(multiply(rho, rational(wants[i] ?? 0n)));
        return compareRationals(money, full) < 0 ? zero : reduced(subtract(money, full));
      });
    }
  }
}

/** Spec C.5.2. */
function add1(
  election: Election,
  ruleSet: EqualSharesRuleSet,
  candidates: readonly ProjectIndex[],
  start: Rational,
  buy: (b: Rational) => Shares,
): Shares {
  const step = readMoney(ruleSet.add1Step, election.instance.decimals);
  let kept = buy(start);
  let b = start;
  for (let increments = 1; ; increments++) {
    const couldBeAdded = candidates.some(
      (p) =>
        cost(election, p) > 0n &&
        !kept.winners.includes(p) &&
        isOpen(election, ruleSet, kept.winners, p) &&
        fits(election, kept.winners, p),
    );
    if (!couldBeAdded) return kept;
    b = reduced(add(b, step));
    const next = buy(b);
    if (costOf(election, next.winners) > election.instance.budget) return kept;
    kept = { ...next, increments };
  }
}

/** Spec C.5. */
export function equalShares(
  election: Election,
  ruleSet: EqualSharesRuleSet,
  voters: readonly Ballot[],
  projects: readonly ProjectIndex[],
  choose: Choose,
): Shares {
  const candidates = projects.filter((p) => totalUtility(election, ruleSet.utility, voters, p) > 0n);
  const among = ruleSet.divisor === 'all-ballots' ? voters : voters.filter(isMarked);
  const start = among.length === 0 ? zero : rational(election.instance.budget, BigInt(among.length));
  const buy = (b: Rational): Shares => purchases(election, ruleSet, voters, candidates, b, choose);
  const raises = ruleSet.completion === 'add1' || ruleSet.completion === 'add1-greedy';
  const bought = raises && among.length > 0 ? add1(election, ruleSet, candidates, start, buy) : buy(start);

  const order = byDensity(election, ruleSet.utility, voters);
  const completes = ruleSet.completion === 'greedy' || ruleSet.completion === 'add1-greedy';
  const winners = completes
    ? walk(election, ruleSet, 'skip', { winners: bought.winners, projects }, order, choose)
    : bought.winners;
  if (ruleSet.comparison === 'none') return { ...bought, winners };

  const other = walk(election, ruleSet, 'skip', { winners: [], projects }, order, choose);
  const money = (ballot: Ballot, chosen: readonly ProjectIndex[]): bigint =>
    costOf(
      election,
      chosen.filter((p) => supports(election, ballot, p)),
    );
  const forOther = voters.filter((ballot) => money(ballot, other) > money(ballot, winners)).length;
  const forShares = voters.filter((ballot) => money(ballot, winners) > money(ballot, other)).length;
  return forOther > forShares ? { winners: other, prices: [], increments: 0 } : { ...bought, winners };
}
