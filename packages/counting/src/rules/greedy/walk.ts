import { invariant } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { GreedyRound, LossReason } from '../../model/outcome.ts';
import type { Contest } from '../contest.ts';
import type { Pass } from '../pass.ts';
import type { Spending } from '../spending.ts';
import type { Moment, TieBreaker } from '../ties.ts';

/** Projects of equal standing, ascending, each with the utility that gives it its standing. */
export type Tier = readonly { readonly project: ProjectIndex; readonly utility: bigint }[];

/** What the walk does with the first project whose cost is above what is left. */
export type Misfit = (cost: bigint, left: bigint) => 'skip' | 'stop' | 'fund_from_reserve';

export const skip: Misfit = () => 'skip';
export const stop: Misfit = () => 'stop';

export interface WalkOptions {
  readonly ties: TieBreaker;
  readonly spending: Spending;
  readonly misfit: Misfit;
  /** The walk completes the outcome of another rule. */
  readonly completion: boolean;
  /** Where the first round of the walk stands in the outcome. */
  readonly from: Moment;
}

/**
 * Walks through the tiers from the highest and funds what fits the envelope.
 *
 * Ties: the order within a tier matters only when its projects cannot all be funded; then the tie breaker chooses, one
 * project after another, among those that could be funded next (with `stop`, among all that are still possible, for a
 * misfit chosen first ends the walk).
 */
export function walk(contest: Contest, tiers: readonly Tier[], options: WalkOptions): Pass {
  const { ties, spending, misfit, completion, from } = options;
  const { instance, votes } = contest;
  const rounds: GreedyRound[] = [];
  const losses = new Map<ProjectIndex, LossReason>();
  const costOf = (project: ProjectIndex) => instance.projects[project]?.cost ?? 0n;
  const left = () => (spending.spent > instance.budget ? 0n : instance.budget - spending.spent);
  let stoppedBy: ProjectIndex | undefined;

  const consider = ({ project, utility }: Tier[number]) => {
    const cost = costOf(project);
    const bar = spending.bars(project) ?? (stoppedBy === undefined ? undefined : endedBy(cost, left(), stoppedBy));
    const treatment = bar !== undefined ? 'skip' : cost <= left() ? 'fund' : misfit(cost, left());
    const reason: LossReason | undefined = bar ?? { type: 'does_not_fit', left: left() };
    const funded = treatment === 'fund' || treatment === 'fund_from_reserve';
    if (funded) spending.fund(project);
    else losses.set(project, reason);
    if (treatment === 'stop' || treatment === 'fund_from_reserve') stoppedBy = project;
    rounds.push({
      type: 'considered',
      project,
      utility,
      votes: BigInt(votes[project] ?? 0),
      decision: treatment === 'fund' ? 'funded' : treatment === 'fund_from_reserve' ? 'funded_from_reserve' : 'refused',
      reason: funded ? undefined : reason,
      left: left(),
      completion,
    });
  };

  for (const tier of tiers) {
    let waiting = tier;
    while (waiting.length > 0) {
      const next = nextOf(waiting);
      consider(next);
      waiting = waiting.filter((standing) => standing !== next);
    }
  }
  return { winners: [...spending.winners], rounds, losses, run: from.run, filtered: 0, exact: 0 };

  function nextOf(waiting: Tier): Tier[number] {
    const possible = waiting.filter(({ project }) => stoppedBy === undefined && spending.bars(project) === undefined);
    const fitting = possible.filter(({ project }) => costOf(project) <= left());
    // A misfit that is merely skipped changes nothing for the others, so it can stand behind them.
    const open = misfit === skip ? fitting : possible;
    const [only] = open.length > 0 ? open : waiting;
    invariant(only !== undefined, 'someone is waiting');
    if (open.length < 2) return only;
    const projects = open.map(({ project }) => project);
    const chosen = spending.holds(projects, left())
      ? ties.first(projects)
      : ties.choose(projects, { ...from, round: from.round + rounds.length });
    const next = open.find(({ project }) => project === chosen);
    invariant(next !== undefined, 'the tie breaker chooses among the tied');
    return next;
  }
}

/** Why a project that nothing else bars loses once the walk has ended. */
function endedBy(cost: bigint, left: bigint, by: ProjectIndex): LossReason {
  return cost <= left ? { type: 'outbid', by } : { type: 'does_not_fit', left };
}
