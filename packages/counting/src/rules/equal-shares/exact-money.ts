import { gcd, invariant, type Rational, rational } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { PurchaseRound } from '../../model/outcome.ts';
import type { Terms } from './terms.ts';

/** ρ = num / den in scaled money per unit of utility. */
export type Price = Rational;

/** What every vote still holds, in exact fractions, as one project after another is bought. */
export interface ExactMoney {
  readonly bought: number;
  /** The least ρ at which the supporters reach the cost; undefined where all their money does not. */
  readonly price: (project: ProjectIndex) => Price | undefined;
  /**
   * Charges the supporters. `emptied` may foretell, entry by entry, who pays all that is left; a wrong foretelling
   * costs time only.
   */
  readonly buy: (project: ProjectIndex, emptied?: Uint8Array) => PurchaseRound;
  /** Money of a project's supporters together, minor units. */
  readonly left: (project: ProjectIndex) => Rational;
  /** True where every vote that supports several of these could pay this price for all of them, or holds nothing. */
  readonly coversAll: (projects: readonly ProjectIndex[], price: Price) => boolean;
}

/**
 * Keeps the money of each group of equal ballots as a whole number over one common denominator D, which grows with
 * each purchase by the votes that paid in part (lowest terms); a group's number is brought to the current D only when
 * it is needed.
 *
 * Symbols: b money of a vote, m votes of a group, v its mark; S those who pay all that is left, A = Σ_S m b,
 *   R = Σ m v over the others, x = (C − A) / R.
 * Cost: O(supporters) operations on integers of O(rounds) words for each purchase or price.
 */
export function startExactMoney(terms: Terms, endowment: bigint): ExactMoney {
  const { contest, marks, cost, factor, divisor } = terms;
  const { start, group, profile } = contest;
  const money = new Array<bigint>(profile.groups).fill(endowment);
  const since = new Uint32Array(profile.groups);
  const scales: bigint[] = [];
  // products[k] = scales[k] · … · scales[last]: brings an amount of epoch k to the current denominator.
  let products: bigint[] = [1n];
  let den = 1n;

  const moneyOf = (g: number): bigint => {
    const held = money[g] ?? 0n;
    if (held === 0n || since[g] === scales.length) return held;
    const lifted = held * (products[since[g] ?? 0] ?? 1n);
    money[g] = lifted;
    since[g] = scales.length;
    return lifted;
  };

  /** The supporters that still hold money, as parallel columns. */
  const holders = (p: ProjectIndex) => {
    const entry: number[] = [];
    const held: bigint[] = [];
    const votes: bigint[] = [];
    const mark: bigint[] = [];
    const from = start[p] ?? 0;
    for (let i = from; i < (start[p + 1] ?? 0); i++) {
      const g = group[i] ?? 0;
      const b = moneyOf(g);
      const v = marks === undefined ? 1 : (marks[i] ?? 0);
      if (b === 0n || v === 0) continue;
      entry.push(i - from);
      held.push(b);
      votes.push(BigInt(profile.votes[g] ?? 0));
      mark.push(BigInt(v));
    }
    return { entry, held, votes, mark };
  };
  type Holders = ReturnType<typeof holders>;

  /** Solves Σ m min(b, x v) = C for x = num / R over D, from a first guess of who pays all. */
  const solve = (p: ProjectIndex, { held, votes, mark }: Holders, guess: (k: number) => boolean) => {
    const target = (cost[p] ?? 0n) * den;
    const count = held.length;
    const full = Uint8Array.from({ length: count }, (_, k) => (guess(k) ? 1 : 0));
    let everyone = false;
    for (;;) {
      let A = 0n;
      let R = 0n;
      for (let k = 0; k < count; k++) {
        if (full[k] === 1) A += (votes[k] ?? 0n) * (held[k] ?? 0n);
        else R += (votes[k] ?? 0n) * (mark[k] ?? 0n);
      }
      if (R === 0n) {
        if (A === target || target === 0n) return { num: 0n, R: 0n, full };
        if (A < target) return undefined;
        // The guess emptied too many: begin again with nobody emptied.
        invariant(!everyone, 'from nobody emptied, the iteration never passes the solution');
        everyone = true;
        full.fill(0);
        continue;
      }
      const num = target - A;
      let changed = false;
      for (let k = 0; k < count; k++) {
        const pays = (held[k] ?? 0n) * R <= num * (mark[k] ?? 0n) ? 1 : 0;
        if (pays !== full[k]) {
          full[k] = pays;
          changed = true;
        }
      }
      if (!changed) return { num, R, full };
    }
  };

  return {
    get bought() {
      return scales.length;
    },
    price: (p) => {
      const solution = solve(p, holders(p), () => false);
      if (solution === undefined) return undefined;
      const f = factor[p] ?? 1n;
      if (solution.R !== 0n) return rational(solution.num, solution.R * den * f);
      return costlessOrAll(p, f);
    },
    buy: (p, emptied) => {
      const who = holders(p);
      const solution = solve(p, who, (k) => emptied?.[who.entry[k] ?? 0] === 1);
      invariant(solution !== undefined, 'only what its supporters can afford is bought');
      const price = solution.R === 0n ? costlessOrAll(p, factor[p] ?? 1n) : undefined;
      const divider = solution.R === 0n ? 1n : gcd(solution.num, solution.R);
      const scale = solution.R === 0n ? 1n : solution.R / divider;
      const share = solution.R === 0n ? 0n : solution.num / divider;
      const groups = Uint32Array.from(who.entry, (entry) => group[(start[p] ?? 0) + entry] ?? 0);
      scales.push(scale);
      products = [...products.map((product) => product * scale), 1n];
      den *= scale;
      const paid = who.held.map((b, k) => (solution.full[k] === 1 ? b * scale : share * (who.mark[k] ?? 0n)));
      for (const [k, g] of groups.entries()) {
        money[g] = (who.held[k] ?? 0n) * scale - (paid[k] ?? 0n);
        since[g] = scales.length;
      }
      const perUnit = price ?? rational(share, den * (factor[p] ?? 1n));
      const inFull = rational(perUnit.num * (factor[p] ?? 1n), perUnit.den);
      return {
        type: 'purchase',
        project: p,
        price: rational(perUnit.num, perUnit.den * divisor),
        effectiveVotes:
          inFull.num === 0n
            ? rational(BigInt(contest.votes[p] ?? 0))
            : rational((cost[p] ?? 0n) * inFull.den, inFull.num),
        supporters: BigInt(contest.votes[p] ?? 0),
        groups,
        paid,
        denominator: den * divisor,
        emptied: solution.full,
      };
    },
    left: (p) => {
      const { held, votes } = holders(p);
      return rational(
        held.reduce((sum, b, k) => sum + b * (votes[k] ?? 0n), 0n),
        den * divisor,
      );
    },
    coversAll: (projects, price) => {
      const asked = new Map<number, { times: number; utility: bigint }>();
      for (const p of projects) {
        for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
          const g = group[i] ?? 0;
          const utility = (factor[p] ?? 1n) * BigInt(marks === undefined ? 1 : (marks[i] ?? 0));
          const before = asked.get(g);
          if (utility === 0n || money[g] === 0n) continue;
          asked.set(g, { times: (before?.times ?? 0) + 1, utility: (before?.utility ?? 0n) + utility });
        }
      }
      return [...asked].every(
        ([g, { times, utility }]) => times < 2 || moneyOf(g) * price.den >= price.num * utility * den,
      );
    },
  };

  /** The price where nobody pays in part: 0 for a project without cost, else the most that any supporter pays per mark. */
  function costlessOrAll(p: ProjectIndex, f: bigint): Price {
    if (cost[p] === 0n) return rational(0n);
    const { held, mark } = holders(p);
    let most = rational(0n);
    for (const [k, b] of held.entries()) {
      const v = mark[k] ?? 1n;
      if (b * most.den > most.num * v) most = rational(b, v);
    }
    return rational(most.num, most.den * den * f);
  }
}
