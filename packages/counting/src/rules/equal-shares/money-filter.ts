import type { ProjectIndex } from '../../model/instance.ts';
import { nearFraction, nearWhole, ULP } from './doubles.ts';
import type { Price } from './exact-money.ts';
import type { Terms } from './terms.ts';

/** What doubles can say of a project's price ρ. */
export type Estimate =
  | { readonly type: 'between'; readonly low: number; readonly high: number }
  | { readonly type: 'unaffordable' }
  | { readonly type: 'unclear' };

/** What every vote still holds, in doubles with a proven bound on the error of each. */
export interface MoneyFilter {
  readonly estimate: (project: ProjectIndex) => Estimate;
  /** A lower bound of ρ that holds for the rest of the run: prices only rise as money is spent. */
  readonly atLeast: (project: ProjectIndex) => number;
  /** Takes an exact price instead of the estimate, where that was unclear. */
  readonly correct: (project: ProjectIndex, price: Price) => Estimate;
  /** Charges the supporters at the last estimate and foretells who pays all that is left, entry by entry. */
  readonly buy: (project: ProjectIndex) => Uint8Array;
}

/** Who pays in part for certain at x does so at every x within this relative distance, a thousandth of which is used. */
const MARGIN = 1 + 2 ** -40;
const REACH = 2 ** -41;

const UNAFFORDABLE: Estimate = { type: 'unaffordable' };
const UNCLEAR: Estimate = { type: 'unclear' };

/**
 * Runs equal shares in doubles and knows how far off they may be.
 *
 * Symbols: b money of a vote and e the bound of its error, m votes of a group, v its mark, χ the exact solution of
 *   F(x) = Σ m min(β, x v) = C with the exact money β, G the same sum with b.
 * Exactness: F is increasing and concave. At the x returned, |G(x) − C| is bounded by the residual and the rounding of
 *   its sum, and |F − G| by Σ m e over those not certain to pay in part, as min(·, x v) moves no more than its first
 *   argument. With δ the sum of both and R' = Σ m v over those certain to pay in part on all of [x − δ/R', x + δ/R'],
 *   F has at least slope R' there, so |χ − x| ≤ δ/R'. Payments min(β, χ v) keep e + v δ/R' as the next bound, for
 *   max(0, ·) is 1-Lipschitz too. Where R' is 0 or the interval leaves the margin, the answer is `unclear`.
 * Newton's iteration from a lower bound stays below the solution of a concave function and ends with the last piece.
 * Cost: O(supporters) per estimate and piece.
 */
export function startMoneyFilter(terms: Terms, endowment: bigint): MoneyFilter {
  const { contest, marks } = terms;
  const { start, group, profile } = contest;
  const { votes } = profile;
  const first = nearWhole(endowment);
  const money = new Float64Array(profile.groups).fill(first.value);
  const error = new Float64Array(profile.groups).fill(first.error);
  const costs = terms.cost.map(nearWhole);
  const factors = terms.factor.map(nearWhole);
  const x = Float64Array.from(terms.cost, (cost, p) => {
    const support = terms.support[p] ?? 0n;
    return support === 0n ? 0 : nearFraction(cost, support).value;
  });
  const xError = new Float64Array(x.length);
  const lowest = Float64Array.from(x, (value, p) => (value / (factors[p]?.value ?? 1)) * (1 - 8 * ULP));

  const between = (p: ProjectIndex): Estimate => {
    const f = factors[p]?.value ?? 1;
    const low = (((x[p] ?? 0) - (xError[p] ?? 0)) / f) * (1 - 4 * ULP);
    const high = (((x[p] ?? 0) + (xError[p] ?? 0)) / f) * (1 + 4 * ULP);
    if (low > (lowest[p] ?? 0)) lowest[p] = low;
    return { type: 'between', low, high };
  };

  return {
    atLeast: (p) => lowest[p] ?? 0,
    estimate: (p) => {
      const cost = costs[p]?.value ?? 0;
      if (cost === 0) return between(p);
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
          const b = money[g] as number;
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
            else doubt += m * e;
          }
        }
        const rounding = (to - from + 10) * ULP * (A + cost);
        if (R === 0) return A + 2 * doubt + rounding < cost ? UNAFFORDABLE : UNCLEAR;
        const next = (cost - A) / R;
        if (next > at * (1 + 4 * ULP)) {
          at = next;
          continue;
        }
        const delta = (Math.abs(cost - A - R * at) + 2 * doubt + rounding) * (1 + 4 * ULP);
        const reach = delta / surely;
        if (!(reach <= at * REACH)) return UNCLEAR;
        x[p] = at;
        xError[p] = reach * (1 + 4 * ULP);
        return between(p);
      }
    },
    correct: (p, price) => {
      // x = ρ · f, so the price of a mark is taken rather than that of a unit of utility.
      const near = nearFraction(price.num * (terms.factor[p] ?? 1n), price.den);
      x[p] = near.value;
      xError[p] = near.error;
      return between(p);
    },
    buy: (p) => {
      const from = start[p] ?? 0;
      const at = x[p] ?? 0;
      const off = xError[p] ?? 0;
      const emptied = new Uint8Array((start[p + 1] ?? 0) - from);
      for (let k = 0; k < emptied.length; k++) {
        const g = group[from + k] as number;
        const b = money[g] as number;
        const e = error[g] as number;
        const v = marks === undefined ? 1 : (marks[from + k] as number);
        const due = at * v;
        emptied[k] = b <= due ? 1 : 0;
        if (b + e < (due - off * v) * (1 - 4 * ULP)) {
          money[g] = 0;
          error[g] = 0;
        } else {
          money[g] = b > due ? b - due : 0;
          error[g] = (e + off * v + 2 * ULP * (b + due)) * (1 + 4 * ULP);
        }
      }
      return emptied;
    },
  };
}
