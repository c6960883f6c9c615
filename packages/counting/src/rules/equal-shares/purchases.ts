import { compareRationals } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { LossReason } from '../../model/outcome.ts';
import { type Spending, startSpending } from '../spending.ts';
import type { TieBreaker } from '../ties.ts';
import { type ExactMoney, type Price, startExactMoney } from './exact-money.ts';
import { ULP } from './doubles.ts';
import { type Refined, startMoneyFilter } from './money-filter.ts';
import type { Terms } from './terms.ts';

/** One run of equal shares at one endowment: what was bought, in order, and what is needed to retell it exactly. */
export interface Purchases {
  readonly endowment: bigint;
  readonly bought: readonly ProjectIndex[];
  /** What each purchase asked of a mark. */
  readonly prices: readonly Refined[];
  /** For each purchase, entry by entry, who probably paid all that was left. */
  readonly emptied: readonly Uint8Array[];
  readonly spending: Spending;
  /** Candidates that something other than money barred on the way. */
  readonly barred: ReadonlyMap<ProjectIndex, LossReason>;
  readonly filtered: number;
  readonly exact: number;
}

/**
 * Buys, one by one, the candidate with the least price ρ that its supporters can reach together.
 *
 * Source: Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities", NeurIPS 2021;
 *   docs/spec/counting.md.
 * Exactness: doubles with proven bounds decide where the intervals of the prices lie apart; else exact fractions do.
 *   The answer is the same either way.
 * Ties: equal ρ. Where none of the tied bars another and every vote that supports several of them can pay for all these,
 *   or has nothing left, each is bought at the same ρ whatever the order, for the payments of one take nothing from
 *   another; the tie breaker is then asked for the order only.
 * Cost: prices never fall, so a project is looked at again only when its last lower bound is among the least.
 */
export function purchase(terms: Terms, endowment: bigint, ties: TieBreaker, run: number): Purchases {
  const filter = startMoneyFilter(terms, endowment);
  const spending = startSpending(terms.contest);
  const barred = new Map<ProjectIndex, LossReason>();
  const emptied: Uint8Array[] = [];
  const prices: Refined[] = [];
  const order = [...terms.candidates];
  let exactMoney: ExactMoney | undefined;
  let filtered = 0;
  let exact = 0;

  /** The exact money after the purchases so far. */
  const exactly = (): ExactMoney => {
    exactMoney ??= startExactMoney(terms, endowment);
    for (let k = exactMoney.bought; k < spending.winners.length; k++)
      exactMoney.buy(spending.winners[k] ?? 0, emptied[k]);
    return exactMoney;
  };

  for (;;) {
    sortByLowerBound(order, filter.atLeast);
    const claims: Claim[] = [];
    const gone = new Set<ProjectIndex>();
    let least = Number.POSITIVE_INFINITY;
    for (const project of order) {
      if (filter.atLeast(project) > least) break;
      const bar = spending.bars(project);
      if (bar !== undefined) {
        barred.set(project, bar);
        gone.add(project);
        continue;
      }
      const estimate = filter.estimate(project);
      if (estimate.type === 'unaffordable') {
        gone.add(project);
        continue;
      }
      const claim = estimate.type === 'between' ? { project, low: estimate.low, high: estimate.high } : settle(project);
      if (claim === undefined) {
        gone.add(project);
        continue;
      }
      claims.push(claim);
      least = Math.min(least, claim.high);
    }
    const chosen = leastOf(claims.filter(({ low }) => low <= least).map(({ project }) => project));
    if (chosen === undefined) break;
    prices.push(chosen.price);
    emptied.push(filter.buy(chosen.project, chosen.price));
    spending.fund(chosen.project);
    gone.add(chosen.project);
    removeAll(order, gone);
  }
  return { endowment, bought: spending.winners, prices, emptied, spending, barred, filtered, exact };

  /** Asks the exact money where the bounds cannot even tell whether the project is affordable. */
  function settle(project: ProjectIndex): Claim | undefined {
    exact++;
    const price = exactly().price(project);
    if (price === undefined) return undefined;
    filter.correct(project, price);
    const low = filter.atLeast(project);
    return { project, low, high: low * (1 + 32 * ULP) };
  }

  /** The project with the least price among those whose first bounds overlap. */
  function leastOf(nearest: readonly ProjectIndex[]): Chosen | undefined {
    const refined = nearest.map((project) => ({ project, price: filter.refine(project) }));
    const clear = refined.find(
      ({ project, price }) =>
        price !== undefined &&
        refined.every(
          (other) =>
            other.project === project ||
            (other.price !== undefined && filter.compare(project, price, other.project, other.price) < 0),
        ),
    );
    if (clear?.price !== undefined) {
      filtered++;
      return { project: clear.project, price: clear.price };
    }
    return nearest.length === 0 ? undefined : exactLeast(nearest);
  }

  function exactLeast(nearest: readonly ProjectIndex[]): Chosen | undefined {
    exact++;
    let tied: ProjectIndex[] = [];
    let least: Price | undefined;
    for (const project of nearest.toSorted((a, b) => a - b)) {
      const price = filter.plainPrice(project) ?? exactly().price(project);
      if (price === undefined) continue;
      const compared = least === undefined ? -1 : compareRationals(price, least);
      if (compared < 0) {
        least = price;
        tied = [project];
      } else if (compared === 0) tied.push(project);
    }
    const [first] = tied;
    if (first === undefined || least === undefined) return undefined;
    const project = tied.length === 1 ? first : settleTie(tied, least);
    return { project, price: filter.correct(project, least) };
  }

  function settleTie(tied: readonly ProjectIndex[], price: Price): ProjectIndex {
    const harmless =
      spending.holds(tied, undefined) && (filter.surelyCoversAll(tied) || exactly().coversAll(tied, price));
    return harmless ? ties.first(tied) : ties.choose(tied, { run, round: spending.winners.length });
  }
}

interface Claim {
  readonly project: ProjectIndex;
  readonly low: number;
  readonly high: number;
}

interface Chosen {
  readonly project: ProjectIndex;
  readonly price: Refined;
}

/** Insertion sort: from round to round the order hardly changes. */
function sortByLowerBound(order: ProjectIndex[], atLeast: (project: ProjectIndex) => number): void {
  for (let i = 1; i < order.length; i++) {
    const project = order[i] as number;
    const bound = atLeast(project);
    let j = i - 1;
    for (; j >= 0 && atLeast(order[j] as number) > bound; j--) order[j + 1] = order[j] as number;
    order[j + 1] = project;
  }
}

function removeAll(order: ProjectIndex[], gone: ReadonlySet<ProjectIndex>): void {
  let kept = 0;
  for (const project of order) if (!gone.has(project)) order[kept++] = project;
  order.length = kept;
}
