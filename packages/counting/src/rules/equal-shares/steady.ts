import { invariant } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import { startSpending } from '../spending.ts';
import { nearWhole, ULP } from './doubles.ts';
import type { Purchases } from './purchases.ts';
import type { Terms } from './terms.ts';

/**
 * How far the endowment of a run can grow before anything about its purchases can change: scaled money t such that at
 * every endowment in [W, W + t) the same projects are bought in the same order. Add1 passes over the steps inside.
 *
 * As long as the same votes pay in full and the same pay all they have, the money b of every vote and the price x of
 * every purchase are linear in the endowment: b + s t and x + x' t with x' = −(Σ m s over those who pay all) / R. So t
 * ends before (1) a vote that pays in part would have to pay all, or the reverse; (2) a project that is not bought
 * could be had at the price of the one that is: at that price its supporters would pay Σ m min(b, y v), which lies below
 * any choice of one of the two for each of them, a linear function, so it is enough that this stays below the cost;
 * (3) a project that is not bought at the end would become affordable. Projects whose equal price does not depend on
 * the endowment stay tied, and the tie is settled alike at each, while (1) holds for their supporters too.
 *
 * Exactness: every bound is taken low by the proven error of the doubles behind it; where that leaves nothing, t is 0.
 * Requires: some candidate is not bought and nothing bars it. Cost: O(rounds · marks).
 */
export function steadyFor(terms: Terms, purchases: Purchases): number {
  const { contest, marks, factor } = terms;
  const { start, group, profile } = contest;
  const { votes } = profile;
  const first = nearWhole(purchases.endowment);
  const money = new Float64Array(profile.groups).fill(first.hi);
  const moneyError = new Float64Array(profile.groups).fill(Math.abs(first.lo) + first.error);
  const slope = new Float64Array(profile.groups).fill(1);
  const slopeError = new Float64Array(profile.groups);
  const spending = startSpending(contest);
  let steady = Number.POSITIVE_INFINITY;
  let others: readonly ProjectIndex[] = terms.candidates;

  /** A gap that must stay open and closes at the given speed, both known within their errors. */
  const keepOpen = (gap: number, gapError: number, speed: number, speedError: number): void => {
    const narrow = gap - gapError * (1 + 4 * ULP);
    const fast = speed + speedError * (1 + 4 * ULP);
    if (!(narrow > 0)) steady = 0;
    else if (fast > 0) steady = Math.min(steady, (narrow / fast) * (1 - 8 * ULP));
  };

  for (const [round, project] of purchases.bought.entries()) {
    const price = purchases.prices[round];
    invariant(price !== undefined, 'every purchase has its price');
    others = others.filter((p) => p !== project);
    if (price.hi > 0) {
      const asked = askedOf(project, price.hi, Math.abs(price.lo) + price.error);
      for (const other of others) compareWith(other, project, asked);
      charge(project, asked);
      if (steady === 0) return 0;
    }
    spending.fund(project);
    others = others.filter((p) => spending.bars(p) === undefined);
  }
  for (const p of others) mustStayUnaffordable(p);
  invariant(steady !== Number.POSITIVE_INFINITY, 'with enough money every candidate that nothing bars is bought');
  return steady;

  /** How the price of a purchase moves with the endowment. */
  function askedOf(project: ProjectIndex, x: number, xError: number): Asked {
    const from = start[project] ?? 0;
    const to = start[project + 1] ?? 0;
    let R = 0;
    let sum = 0;
    let sumError = 0;
    for (let i = from; i < to; i++) {
      const g = group[i] as number;
      const m = votes[g] as number;
      const v = marks === undefined ? 1 : (marks[i] as number);
      if ((money[g] as number) > x * v) R += m * v;
      else {
        sum += m * (slope[g] as number);
        sumError += m * ((slopeError[g] as number) + (to - from) * ULP * Math.abs(slope[g] as number));
      }
    }
    const moves = R === 0 ? 0 : -sum / R;
    const movesError = R === 0 ? 0 : (sumError / R + ULP * Math.abs(moves)) * (1 + 4 * ULP);
    if (R === 0) steady = 0;
    return { x, xError, moves, movesError };
  }

  /** Charges the supporters, and keeps who pays in part and who pays all. */
  function charge(project: ProjectIndex, { x, xError, moves, movesError }: Asked): void {
    for (let i = start[project] ?? 0; i < (start[project + 1] ?? 0); i++) {
      const g = group[i] as number;
      const b = money[g] as number;
      const v = marks === undefined ? 1 : (marks[i] as number);
      const due = x * v;
      const s = slope[g] as number;
      const apart = (moneyError[g] as number) + xError * v + ULP * (b + due);
      const drift = (slopeError[g] as number) + movesError * v + ULP * (Math.abs(s) + Math.abs(moves) * v);
      if (b > due) {
        keepOpen(b - due, apart, moves * v - s, drift);
        money[g] = b - due;
        moneyError[g] = apart * (1 + 4 * ULP);
        slope[g] = s - moves * v;
        slopeError[g] = drift * (1 + 4 * ULP);
      } else {
        if (b > 0 || (moneyError[g] as number) > 0) keepOpen(due - b, apart, s - moves * v, drift);
        money[g] = 0;
        moneyError[g] = 0;
        slope[g] = 0;
        slopeError[g] = 0;
      }
    }
  }

  /** What the supporters of another project would pay at this price must stay below its cost. */
  function compareWith(other: ProjectIndex, project: ProjectIndex, { x, xError, moves, movesError }: Asked): void {
    const ratio = Number(factor[other] ?? 1n) / Number(factor[project] ?? 1n);
    const y = x * ratio;
    const yError = xError * ratio + 4 * ULP * y;
    const trend = moves * ratio;
    const trendError = movesError * ratio + 4 * ULP * Math.abs(trend);
    const sums = payableAt(other, y, yError, trend, trendError);
    const cost = terms.near.costs[other] ?? first;
    const gapError = sums.error + cost.error + Math.abs(cost.lo) + 4 * ULP * cost.hi;
    if (cost.hi - sums.total > gapError) {
      keepOpen(cost.hi - sums.total, gapError, sums.speed, sums.speedError);
    } else if (sums.allInPart && moves === 0 && movesError === 0) keepAllInPart(other, y, yError);
    else steady = 0;
  }

  /** Σ m min(b, y v) as of now, with a linear bound of its growth. */
  function payableAt(p: ProjectIndex, y: number, yError: number, trend: number, trendError: number) {
    const size = (start[p + 1] ?? 0) - (start[p] ?? 0);
    const sums = { total: 0, error: 0, speed: 0, speedError: 0, allInPart: true };
    for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
      const g = group[i] as number;
      const m = votes[g] as number;
      const v = marks === undefined ? 1 : (marks[i] as number);
      const b = money[g] as number;
      const inPart = b > y * v;
      const amount = inPart ? y * v : b;
      const speed = inPart ? trend * v : (slope[g] as number);
      sums.allInPart &&= inPart;
      sums.total += m * amount;
      sums.error += m * ((inPart ? yError * v : (moneyError[g] as number)) + (size + 4) * ULP * amount);
      sums.speed += m * speed;
      sums.speedError +=
        m * ((inPart ? trendError * v : (slopeError[g] as number)) + (size + 4) * ULP * Math.abs(speed));
    }
    return sums;
  }

  function keepAllInPart(p: ProjectIndex, y: number, yError: number): void {
    for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
      const g = group[i] as number;
      const b = money[g] as number;
      const v = marks === undefined ? 1 : (marks[i] as number);
      const apart = (moneyError[g] as number) + yError * v + 2 * ULP * (b + y * v);
      keepOpen(b - y * v, apart, -(slope[g] as number), (slopeError[g] as number) + ULP);
    }
  }

  function mustStayUnaffordable(p: ProjectIndex): void {
    const sums = payableAt(p, Number.MAX_VALUE, 0, 0, 0);
    const cost = terms.near.costs[p] ?? first;
    const gapError = sums.error + cost.error + Math.abs(cost.lo) + 4 * ULP * cost.hi;
    keepOpen(cost.hi - sums.total, gapError, sums.speed, sums.speedError);
  }
}

/** What a purchase asks of a mark, x, and how that moves with the endowment; each with the bound of its error. */
interface Asked {
  readonly x: number;
  readonly xError: number;
  readonly moves: number;
  readonly movesError: number;
}
