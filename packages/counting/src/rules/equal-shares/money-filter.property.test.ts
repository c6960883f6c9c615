import { compareRationals, type Rational, rational, subtract } from '@convite/kernel';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { equalShares, smallElection } from '../../analysis/small-election.fixture.ts';
import { prepareContest } from '../contest.ts';
import type { Near } from './doubles.ts';
import { startExactMoney } from './exact-money.ts';
import { startMoneyFilter } from './money-filter.ts';
import { equalSharesTerms } from './terms.ts';

/** A double is a fraction: its exact value. */
function exactly(value: number): Rational {
  let num = value;
  let den = 1n;
  while (!Number.isInteger(num)) {
    num *= 2;
    den *= 2n;
  }
  return rational(BigInt(num), den);
}

const within = ({ hi, lo, error }: Near, exact: Rational): boolean => {
  const sum = subtract(subtract(exact, exactly(hi)), exactly(lo));
  const distance = sum.num < 0n ? { num: -sum.num, den: sum.den } : sum;
  return compareRationals(distance, exactly(error)) <= 0;
};

const ballot = fc
  .tuple(fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), fc.integer({ min: 1, max: 40 }))
  .map(([choices, votes]): [string, number] => [choices.map((p) => 'ABCDEFGH'[p]).join(''), votes]);

test('every price of every run lies inside the bounds that doubles give, purchase after purchase', () => {
  const seen = { refined: 0, unaffordable: 0, plain: 0, covered: 0 };
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 8, maxLength: 8 }),
      fc.array(ballot, { minLength: 1, maxLength: 24 }),
      fc.integer({ min: 100, max: 20_000 }),
      fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 8, maxLength: 8 }),
      (costs, ballots, budget, wishes) => {
        const { instance, profile } = smallElection(budget, costs, ballots);
        const contest = prepareContest(instance, profile, equalShares);
        const terms = equalSharesTerms(contest, equalShares);
        if (terms === undefined) return;
        const filter = startMoneyFilter(terms, terms.endowment);
        const exact = startExactMoney(terms, terms.endowment);
        const bought = new Set<number>();
        for (const wish of wishes) {
          for (const p of terms.candidates) {
            if (bought.has(p)) continue;
            const price = exact.price(p);
            const estimate = filter.estimate(p);
            if (estimate.type === 'unaffordable') {
              seen.unaffordable++;
              expect(price).toBeUndefined();
            }
            if (estimate.type !== 'between') continue;
            if (price === undefined) throw new Error('doubles priced what nobody can pay');
            expect(compareRationals(exactly(estimate.low), price)).toBeLessThanOrEqual(0);
            expect(compareRationals(price, exactly(estimate.high))).toBeLessThanOrEqual(0);
            expect(compareRationals(exactly(filter.atLeast(p)), price)).toBeLessThanOrEqual(0);
            const plain = filter.plainPrice(p);
            if (plain !== undefined) {
              seen.plain++;
              expect(compareRationals(plain, price)).toBe(0);
            }
            const refined = filter.refine(p);
            if (refined === undefined) continue;
            seen.refined++;
            expect(within(refined, rational(price.num * (terms.factor[p] ?? 1n), price.den))).toBe(true);
          }
          const open = terms.candidates.filter((p) => !bought.has(p) && filter.estimate(p).type === 'between');
          for (const [k, p] of open.entries()) {
            // What doubles are sure of, exact fractions confirm at the price of the dearer of two.
            const pair = [p, open[k + 1] ?? p];
            const [price = rational(0n), other = rational(0n)] = pair.map(exact.price);
            if (!filter.surelyCoversAll(pair) || compareRationals(price, other) !== 0 || pair[0] === pair[1]) continue;
            seen.covered++;
            expect(exact.coversAll(pair, price)).toBe(true);
          }
          // Any purchase that is affordable keeps the bounds true, not only that of the least price.
          const price = bought.has(wish) ? undefined : exact.price(wish);
          if (price === undefined) continue;
          const estimate = filter.estimate(wish);
          const refined = estimate.type === 'between' ? filter.refine(wish) : undefined;
          exact.buy(wish, filter.buy(wish, refined ?? filter.correct(wish, price)));
          bought.add(wish);
        }
      },
    ),
    { numRuns: 400, seed: 20261121 },
  );
  expect(Math.min(seen.refined, seen.unaffordable, seen.plain, seen.covered)).toBeGreaterThan(20);
});
