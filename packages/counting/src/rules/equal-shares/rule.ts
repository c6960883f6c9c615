import { invariant, rational } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { Endowment, LossReason, PurchaseRound } from '../../model/outcome.ts';
import type { EqualSharesRuleSet } from './rule-set.ts';
import { minorUnits } from '../amounts.ts';
import type { Contest } from '../contest.ts';
import { countGreedy, greedyTiers } from '../greedy/rule.ts';
import { skip, walk } from '../greedy/walk.ts';
import type { Pass } from '../pass.ts';
import { startSpending } from '../spending.ts';
import type { TieBreaker } from '../ties.ts';
import { compareByMoney } from './comparison.ts';
import { startExactMoney } from './exact-money.ts';
import { type Purchases, purchase } from './purchases.ts';
import { steadyFor } from './steady.ts';
import { equalSharesTerms, type Terms } from './terms.ts';

/**
 * Funds projects by the Method of Equal Shares, with its completions and the comparison step.
 *
 * Source: Peters, Pierczyński, Skowron, NeurIPS 2021; completion "Add1" and the comparison step as practised by cities;
 *   docs/spec/counting.md.
 * Requires: the ballots hold the utility (`isUtilityOf`).
 * Exactness and ties: see `purchase`; each run of Add1 begins anew, under one order of lots.
 * Cost: one run, or one for each increment of Add1, and one exact retelling of the run that stands.
 */
export function countEqualShares(contest: Contest, ruleSet: EqualSharesRuleSet, ties: TieBreaker): Pass {
  const shares = countShares(contest, ruleSet, ties);
  if (ruleSet.comparison === 'none') return shares;
  const greedy = countGreedy(contest, { ...ruleSet, rule: 'greedy', order: 'per-cost', misfit: 'skip' }, ties);
  const comparison = compareByMoney(contest, shares.winners, greedy.winners);
  const stands = comparison.stands === 'greedy' ? greedy : shares;
  return { ...stands, comparison };
}

function countShares(contest: Contest, ruleSet: EqualSharesRuleSet, ties: TieBreaker): Pass {
  const terms = equalSharesTerms(contest, ruleSet);
  const grows = ruleSet.completion === 'add1' || ruleSet.completion === 'add1-greedy';
  const search = terms === undefined ? undefined : grows ? addOne(terms, ruleSet, ties) : once(terms, ties);
  const told = terms === undefined || search === undefined ? untold(contest) : retell(terms, search);
  if (ruleSet.completion !== 'greedy' && ruleSet.completion !== 'add1-greedy') return told;

  const completed = walk(
    contest,
    greedyTiers(contest, ruleSet.utility, 'per-cost').map((tier) =>
      tier.filter(({ project }) => !told.winners.includes(project)),
    ),
    {
      ties,
      spending: startSpending(contest, told.winners),
      misfit: skip,
      completion: true,
      from: { run: told.run, round: told.rounds.length },
    },
  );
  // The completion refuses what equal shares could not buy; the reason that speaks of the supporters' money stays.
  const losses = new Map(completed.losses);
  for (const [project, reason] of told.losses) if (losses.has(project)) losses.set(project, reason);
  return {
    ...told,
    winners: completed.winners,
    rounds: [
      ...told.rounds,
      ...completed.rounds.filter((round) => round.type !== 'considered' || round.decision !== 'refused'),
    ],
    losses,
  };
}

/** The run that makes the outcome and how the search for it went. */
interface Search {
  readonly purchases: Purchases;
  readonly increments: number;
  readonly stopped: Endowment['stopped'];
  readonly filtered: number;
  readonly exact: number;
}

function once(terms: Terms, ties: TieBreaker): Search {
  const purchases = purchase(terms, terms.endowment, ties, 0);
  const { filtered, exact } = purchases;
  return { purchases, increments: 0, stopped: 'not_asked', filtered, exact };
}

/**
 * Add1: raises every vote's endowment by one step and begins anew, until nothing more would fit or until the purchases
 * would exceed the envelope; then the run before stands.
 *
 * The first run cannot exceed the envelope: its payments sum to no more than the endowments, which sum to B.
 * Ends: with growing endowments every candidate that nothing bars is bought in the end. Steps inside which nothing can
 * change are passed over (`steadyFor`), so that a currency of small units costs no more time than one of large units.
 */
function addOne(terms: Terms, ruleSet: EqualSharesRuleSet, ties: TieBreaker): Search {
  const { instance } = terms.contest;
  const step = minorUnits(ruleSet.add1Step, instance.decimals);
  invariant(step !== undefined && step > 0n, 'refuseCount found a step of at least one minor unit');
  let filtered = 0;
  let exact = 0;
  const runAt = (increments: number): Purchases => {
    const purchases = purchase(terms, terms.endowment + BigInt(increments) * step * terms.divisor, ties, increments);
    filtered += purchases.filtered;
    exact += purchases.exact;
    return purchases;
  };
  let before: Purchases | undefined;
  let patience = FIRST_LOOK_AHEAD;
  let nextLook = FIRST_LOOK_AHEAD;
  for (let increments = 0; ; increments++) {
    const purchases = runAt(increments);
    if (purchases.spending.spent > instance.budget) {
      invariant(before !== undefined, 'the endowments of the first run sum to the envelope');
      const last = increments - 1;
      const reached = terms.endowment + BigInt(last) * step * terms.divisor;
      const stands = before.endowment === reached ? before : runAt(last);
      return { purchases: stands, increments: last, stopped: 'next_over_budget', filtered, exact };
    }
    if (isExhaustive(terms, purchases)) return { purchases, increments, stopped: 'exhaustive', filtered, exact };
    before = purchases;
    if (increments < nextLook) continue;
    const steps = Math.ceil(steadyFor(terms, purchases) / Number(step * terms.divisor)) - 1;
    // Looking ahead costs about one run, so it pays where it passes over several.
    patience = steps > 2 ? 0 : Math.min(2 * patience + 1, FIRST_LOOK_AHEAD);
    if (steps > 0) increments += steps;
    nextLook = increments + 1 + patience;
  }
}

const FIRST_LOOK_AHEAD = 100;

/** True where no candidate that is left out fits what is left of the envelope and its parts. */
function isExhaustive({ contest, candidates }: Terms, { spending }: Purchases): boolean {
  const left = contest.instance.budget - spending.spent;
  return candidates.every(
    (p) => spending.isFunded(p) || (contest.instance.projects[p]?.cost ?? 0n) > left || spending.bars(p) !== undefined,
  );
}

/** Retells the run that stands in exact fractions: every payment, and what the losers' supporters were left with. */
function retell(terms: Terms, { purchases, increments, stopped, filtered, exact }: Search): Pass {
  const { contest, divisor, endowment } = terms;
  const money = startExactMoney(terms, purchases.endowment);
  const rounds: PurchaseRound[] = purchases.bought.map((project, k) => money.buy(project, purchases.emptied[k]));
  const losses = new Map<ProjectIndex, LossReason>();
  for (const p of contest.instance.projects.keys()) {
    if (contest.barred[p] !== undefined || purchases.spending.isFunded(p)) continue;
    losses.set(p, lossOf(p));
  }
  return {
    winners: purchases.bought,
    rounds,
    losses,
    run: increments,
    filtered,
    exact,
    endowment: {
      divisor,
      start: rational(endowment, divisor),
      increments,
      reached: rational(purchases.endowment, divisor),
      stopped,
    },
  };

  function lossOf(p: ProjectIndex): LossReason {
    const supporters = BigInt(contest.votes[p] ?? 0);
    if (!terms.candidates.includes(p)) return { type: 'no_support' };
    return (
      purchases.barred.get(p) ?? purchases.spending.bars(p) ?? { type: 'unaffordable', left: money.left(p), supporters }
    );
  }
}

/** Without a vote nothing is bought. */
function untold(contest: Contest): Pass {
  const losses = contest.instance.projects.keys().filter((p) => contest.barred[p] === undefined);
  return {
    winners: [],
    rounds: [],
    losses: new Map(losses.map((p): [ProjectIndex, LossReason] => [p, { type: 'no_support' }])),
    run: 0,
    filtered: 0,
    exact: 0,
  };
}
