import { rational } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import { FINE, type Near, nearFraction, nearWhole, SPLITTER, ULP } from './doubles.ts';
import type { Price } from './exact-money.ts';
import type { Terms } from './terms.ts';

/** What doubles can say of a project's price ρ. */
export type Estimate =
  | { readonly type: 'between'; readonly low: number; readonly high: number }
  | { readonly type: 'unaffordable' }
  | { readonly type: 'unclear' };

/** What every vote still holds, as a sum of two doubles with a proven bound on the error of each. */
export interface MoneyFilter {
  /** Bounds ρ from the first doubles alone. */
  readonly estimate: (project: ProjectIndex) => Estimate;
  /** Bounds ρ from both doubles, after an estimate that was clear. */
  readonly refine: (project: ProjectIndex) => Refined | undefined;
  /** The exact price C / (R f) where, by the last estimate, every supporter certainly pays in part or has nothing. */
  readonly plainPrice: (project: ProjectIndex) => Price | undefined;
  /** True where each of these has such a price and every vote that supports several certainly can pay them all. */
  readonly surelyCoversAll: (projects: readonly ProjectIndex[]) => boolean;
  /** A lower bound of ρ that holds for the rest of the run: prices only rise as money is spent. */
  readonly atLeast: (project: ProjectIndex) => number;
  /** Takes an exact price where the bounds were unclear. */
  readonly correct: (project: ProjectIndex, price: Price) => Refined;
  /** Negative or positive as ρ of the first is certainly below or above that of the second; 0 where that is unclear. */
  readonly compare: (p: ProjectIndex, a: Refined, q: ProjectIndex, b: Refined) => number;
  /** Charges the supporters; foretells, entry by entry, who pays all that is left. */
  readonly buy: (project: ProjectIndex, price: Refined) => Uint8Array;
}

/** A mark's price x = ρ · f. */
export type Refined = Near;

/** Who pays in part for certain at x does so at every x within this relative distance. */
const MARGIN = 1 + 2 ** -26;
const REACH = 2 ** -27;
/** Votes of a group that a half of a double can be multiplied with exactly. */
const MOST_VOTES = 2 ** 26;

const UNAFFORDABLE: Estimate = { type: 'unaffordable' };
const UNCLEAR: Estimate = { type: 'unclear' };

/**
 * Runs equal shares in floating point and knows how far off it may be.
 *
 * Symbols: b money of a vote and e the bound of its error, m votes of a group, v its mark, χ the exact solution of
 *   F(x) = Σ m min(β, x v) = C with the exact money β, G the same sum with b.
 * Exactness: F is increasing and concave. At the x returned, |G(x) − C| is bounded by the residual and the rounding of
 *   its sum, and |F − G| by Σ m e over those not certain to pay in part, as min(·, x v) moves no more than its first
 *   argument. With δ the sum of both and R' = Σ m v over those certain to pay in part on all of [x − δ/R', x + δ/R'],
 *   F has at least slope R' there, so |χ − x| ≤ δ/R'. Payments min(β, χ v) keep e + v δ/R' as the next bound, for
 *   max(0, ·) is 1-Lipschitz too; those certain to pay all have no error left. Where R' is 0 or the interval leaves
 *   the margin, the answer is `unclear`.
 * Estimates read the first double only, whose error is half a unit in its last place more and does not grow; the price
 *   that is charged is worked out in both, so that errors, which can grow from purchase to purchase, start at 2^-98.
 * Newton's iteration from a lower bound stays below the solution of a concave function and ends with the last piece.
 * Cost: O(supporters) per estimate and piece.
 */
export function startMoneyFilter(terms: Terms, endowment: bigint): MoneyFilter {
  const { contest, marks } = terms;
  const { start, group, profile } = contest;
  const { votes } = profile;
  const first = nearWhole(endowment);
  const hi = new Float64Array(profile.groups).fill(first.hi);
  const lo = new Float64Array(profile.groups).fill(first.lo);
  const error = new Float64Array(profile.groups).fill(first.error);
  const { costs, factors, alone } = terms.near;
  const x = alone.slice();
  const lowest = terms.near.lowest.slice();
  const inPart = new Float64Array(x.length);

  const between = (p: ProjectIndex, at: number, off: number): Estimate => {
    const f = factors[p] ?? 1;
    const low = ((at - off) / f) * (1 - 4 * ULP);
    const high = ((at + off) / f) * (1 + 4 * ULP);
    if (low > (lowest[p] ?? 0)) lowest[p] = low;
    return { type: 'between', low, high };
  };

  return {
    atLeast: (p) => lowest[p] ?? 0,
    estimate: (p) => {
      const cost = costs[p]?.hi ?? 0;
      inPart[p] = 0;
      if (cost === 0) return between(p, 0, 0);
      const from = start[p] ?? 0;
      const to = start[p + 1] ?? 0;
      let at = x[p] ?? 0;
      for (;;) {
        let A = 0;
        let R = 0;
        let surely = 0;
        let doubt = 0;
        for (let i = from; i < to; i++) {
          const g = group[i] as number;
          const b = hi[g] as number;
          const e = error[g] as number;
          const m = votes[g] as number;
          const v = marks === undefined ? 1 : (marks[i] as number);
          const due = at * v;
          if (b <= due) {
            A += m * b;
            doubt += m * e;
          } else {
            R += m * v;
            if (b - e > due * MARGIN) surely += m * v;
            else doubt += m * (e + b * ULP);
          }
        }
        const delta = 2 * doubt + (to - from + 12) * ULP * (A + cost);
        if (R === 0) return A + delta < cost ? UNAFFORDABLE : UNCLEAR;
        const next = (cost - A) / R;
        if (next > at * (1 + 4 * ULP)) {
          at = next;
          continue;
        }
        const reach = ((Math.abs(cost - A - R * at) + delta) / surely) * (1 + 4 * ULP);
        if (!(reach <= at * REACH)) return UNCLEAR;
        x[p] = at;
        inPart[p] = A === 0 && surely === R && doubt === 0 ? R : 0;
        return between(p, at, reach);
      }
    },
    plainPrice: (p) => {
      const R = inPart[p] ?? 0;
      return R === 0 ? undefined : rational(terms.cost[p] ?? 0n, BigInt(R) * (terms.factor[p] ?? 1n));
    },
    surelyCoversAll: (projects) => {
      const asked = new Map<number, number>();
      for (const p of projects) {
        if (inPart[p] === 0) return false;
        for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
          const g = group[i] as number;
          if (hi[g] === 0) continue;
          const due = (x[p] ?? 0) * (marks === undefined ? 1 : (marks[i] as number));
          asked.set(g, (asked.get(g) ?? 0) + due);
        }
      }
      return [...asked].every(([g, due]) => (hi[g] as number) - (error[g] as number) > due * MARGIN);
    },
    refine: (p) => {
      const from = start[p] ?? 0;
      const to = start[p + 1] ?? 0;
      const at = x[p] ?? 0;
      const cost = costs[p] ?? first;
      if (cost.hi === 0) return { hi: 0, lo: 0, error: 0 };
      // A = sum + rest, kept as two doubles.
      let sum = 0;
      let rest = 0;
      let R = 0;
      let surely = 0;
      let doubt = 0;
      let close = 0;
      for (let i = from; i < to; i++) {
        const g = group[i] as number;
        const b = hi[g] as number;
        const e = error[g] as number;
        const m = votes[g] as number;
        const v = marks === undefined ? 1 : (marks[i] as number);
        const due = at * v;
        if (b > due) {
          R += m * v;
          if (b - e - b * ULP > due * MARGIN) surely += m * v;
          else {
            doubt += m * e;
            close += m * v;
          }
          continue;
        }
        if (b === 0 && e === 0) continue;
        if (m >= MOST_VOTES) return undefined;
        doubt += m * e;
        if (b * MARGIN >= due) close += m * v;
        const scaled = SPLITTER * b;
        const high = scaled - (scaled - b);
        for (let half = 0; half < 2; half++) {
          const part = m * (half === 0 ? high : b - high);
          const next = sum + part;
          const shifted = next - sum;
          rest += sum - (next - shifted) + (part - shifted);
          sum = next;
        }
        rest += m * (lo[g] as number);
      }
      if (surely === 0) return undefined;
      // num + low = C − A, then x = (num + low) / R by long division in two places.
      const difference = cost.hi - sum;
      const moved = difference - cost.hi;
      const tail = cost.hi - (difference - moved) - (sum + moved) + cost.lo - rest;
      const num = difference + tail;
      const kept = num - difference;
      const low = difference - (num - kept) + (tail - kept);
      const q = num / R;
      const remainder = num - q * R - productLow(q, R) + low;
      const correction = remainder / R;
      const xHi = q + correction;
      const xLo = q - xHi + correction;
      const size = to - from + 12;
      const delta =
        2 * doubt + 2 * close * (Math.abs(xHi - at) + at * FINE) + size * size * FINE * (sum + cost.hi) + cost.error;
      const reach = (delta / surely) * (1 + 4 * ULP);
      if (!(reach <= at * REACH) || Math.abs(xHi - at) > at * REACH) return undefined;
      between(p, xHi, Math.abs(xLo) + reach);
      return { hi: xHi, lo: xLo, error: reach };
    },
    correct: (p, price) => {
      const near = nearFraction(price.num * (terms.factor[p] ?? 1n), price.den);
      x[p] = near.hi;
      between(p, near.hi, Math.abs(near.lo) + near.error);
      return near;
    },
    compare: (p, a, q, b) => {
      const f = factors[p] ?? 1;
      const h = factors[q] ?? 1;
      if (f > Number.MAX_SAFE_INTEGER || h > Number.MAX_SAFE_INTEGER) return 0;
      const left = a.hi * h;
      const right = b.hi * f;
      const difference = left - right + (productLow(a.hi, h) + a.lo * h - (productLow(b.hi, f) + b.lo * f));
      const doubt = (a.error * h + b.error * f + FINE * (left + right)) * (1 + 4 * ULP);
      return difference > doubt ? 1 : difference < -doubt ? -1 : 0;
    },
    buy: (p, { hi: xHi, lo: xLo, error: off }) => {
      const from = start[p] ?? 0;
      const emptied = new Uint8Array((start[p + 1] ?? 0) - from);
      for (let k = 0; k < emptied.length; k++) {
        const g = group[from + k] as number;
        const b = hi[g] as number;
        const e = error[g] as number;
        if (b === 0 && e === 0) continue;
        const v = marks === undefined ? 1 : (marks[from + k] as number);
        const due = v === 1 ? xHi : xHi * v;
        const dueRest = v === 1 ? xLo : productLow(xHi, v) + xLo * v;
        if (b + e + b * ULP < (due - off * v) * (1 - 4 * ULP)) {
          hi[g] = 0;
          lo[g] = 0;
          error[g] = 0;
          emptied[k] = 1;
          continue;
        }
        const difference = b - due;
        const shifted = difference - b;
        const rest = b - (difference - shifted) - (due + shifted) + (lo[g] as number) - dueRest;
        const left = difference + rest;
        emptied[k] = left <= 0 ? 1 : 0;
        hi[g] = left > 0 ? left : 0;
        lo[g] = left > 0 ? difference - left + rest : 0;
        error[g] = (e + off * v + FINE * (b + due)) * (1 + 4 * ULP);
      }
      return emptied;
    },
  };
}

/** What rounding took from a · b, exactly. Requires: no overflow in the splitting, |a|, |b| < 2^990. */
function productLow(a: number, b: number): number {
  const product = a * b;
  const aScaled = SPLITTER * a;
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = SPLITTER * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
}
