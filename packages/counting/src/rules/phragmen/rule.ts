import { compareRationals, gcd, type Rational } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { LoadRound, LossReason } from '../../model/outcome.ts';
import type { Contest } from '../contest.ts';
import type { Pass } from '../pass.ts';
import { startSpending } from '../spending.ts';
import type { TieBreaker } from '../ties.ts';

/**
 * Sequential Phragmén: buys, one by one, the project whose cost its supporters can carry at the least maximal load.
 *
 * Source: Brill, Freeman, Janson, Lackner, "Phragmén's Voting Methods and Justified Representation", AAAI 2017, carried
 *   over to costs; docs/spec/counting.md.
 * Symbols: load of a vote, the money that its funded projects put on it; s(p) = (Σ loads of p's votes + cost(p)) / votes.
 * Not exhaustive: the count ends as soon as one of those with the least s would exceed the envelope. Unsupported
 *   projects stand behind all others.
 * Exactness: a vote's load is that of the last project bought for it, so there are as many different loads as
 *   purchases; sums are whole numbers over one common denominator that grows with each purchase.
 * Ties: equal s; nothing hangs on their order where no vote supports two of them and all fit.
 * Cost: O(rounds · projects + marks of the supporters of winners) additions of integers that grow with the rounds.
 */
export function countPhragmen(contest: Contest, ties: TieBreaker): Pass {
  const { instance, votes, start, group, profile } = contest;
  const spending = startSpending(contest);
  const rounds: LoadRound[] = [];
  const losses = new Map<ProjectIndex, LossReason>();
  let open = instance.projects.flatMap((_, p) => (contest.barred[p] === undefined ? [p] : []));
  const costOf = (p: ProjectIndex) => instance.projects[p]?.cost ?? 0n;
  for (const p of open) if (costOf(p) > instance.budget) losses.set(p, { type: 'does_not_fit', left: instance.budget });
  open = open.filter((p) => !losses.has(p));

  let den = 1n;
  const loads = new Array<bigint>(profile.groups).fill(0n);
  const loadedAt = new Int32Array(profile.groups).fill(-1);
  const scales: bigint[] = [];
  const sums = new Array<bigint>(instance.projects.length).fill(0n);

  for (;;) {
    const left = instance.budget - spending.spent;
    for (const p of open) {
      const bar = spending.bars(p);
      if (bar !== undefined) losses.set(p, bar);
    }
    open = open.filter((p) => !losses.has(p));
    const tied = leastLoaded();
    const [first] = tied;
    if (first === undefined) break;
    const misfit = tied.find((p) => costOf(p) > left);
    if (misfit !== undefined) {
      for (const p of open) {
        losses.set(p, costOf(p) > left ? { type: 'does_not_fit', left } : { type: 'outbid', by: misfit });
      }
      break;
    }
    const alone = tied.length === 1;
    const harmless = !alone && spending.holds(tied, left) && haveNoVoteInCommon(tied);
    const chosen = alone ? first : harmless ? ties.first(tied) : ties.choose(tied, { run: 0, round: rounds.length });
    buy(chosen);
  }
  return { winners: [...spending.winners], rounds, losses, run: 0, filtered: 0, exact: rounds.length };

  /** Those with the least new load; the unsupported, whose load is boundless, come when nobody else is left. */
  function leastLoaded(): readonly ProjectIndex[] {
    let tied: ProjectIndex[] = [];
    let least: Rational | undefined;
    for (const p of open) {
      const load = newLoad(p);
      if (load === undefined) continue;
      const order = least === undefined ? -1 : compareRationals(load, least);
      if (order < 0) {
        least = load;
        tied = [p];
      } else if (order === 0) tied.push(p);
    }
    return least === undefined ? open : tied;
  }

  /** s(p) times the common denominator; undefined for an unsupported project. */
  function newLoad(p: ProjectIndex): Rational | undefined {
    const supporters = BigInt(votes[p] ?? 0);
    return supporters === 0n ? undefined : { num: (sums[p] ?? 0n) + costOf(p) * den, den: supporters };
  }

  function haveNoVoteInCommon(tied: readonly ProjectIndex[]): boolean {
    const seen = new Set<number>();
    for (const p of tied) {
      for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
        const g = group[i] ?? 0;
        if (seen.has(g)) return false;
        seen.add(g);
      }
    }
    return true;
  }

  function buy(p: ProjectIndex): void {
    const load = newLoad(p);
    spending.fund(p);
    open = open.filter((q) => q !== p);
    rounds.push({
      type: 'load',
      project: p,
      load: load === undefined ? undefined : { num: load.num, den: load.den * den },
      supporters: BigInt(votes[p] ?? 0),
    });
    if (load === undefined) return;
    const divisor = gcd(load.num, load.den);
    const scale = load.den / divisor;
    for (const q of open) sums[q] = (sums[q] ?? 0n) * scale;
    scales.push(scale);
    den *= scale;
    const next = load.num / divisor;
    for (let i = start[p] ?? 0; i < (start[p + 1] ?? 0); i++) {
      const g = group[i] ?? 0;
      let before = loads[g] ?? 0n;
      for (let k = (loadedAt[g] ?? -1) + 1; k < scales.length && before !== 0n; k++) before *= scales[k] ?? 1n;
      const rise = (next - before) * BigInt(profile.votes[g] ?? 0);
      for (let at = profile.start[g] ?? 0; at < (profile.start[g + 1] ?? 0); at++) {
        const q = profile.choice[at] ?? 0;
        if (supports(at)) sums[q] = (sums[q] ?? 0n) + rise;
      }
      loads[g] = next;
      loadedAt[g] = scales.length - 1;
    }
  }

  /** Points of 0 are no support; see `Contest.votes`. */
  function supports(at: number): boolean {
    return (profile.kind !== 'points' && profile.kind !== 'scores') || (profile.points?.[at] ?? 0) > 0;
  }
}
