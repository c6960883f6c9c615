import { assertNever } from '@convite/kernel';
import type { ProjectIndex } from '../model/instance.ts';
import type { GreedyRound, Outcome } from '../model/outcome.ts';
import type { Ballot } from '../model/profile.ts';
import type { Contest } from '../rules/contest.ts';
import { isUtilityOf, utilitiesOf } from '../rules/utility.ts';

/** A cost at which the project might have been funded, from the reason why it was not. A guess decides nothing. */
export function guessCost(contest: Contest, outcome: Outcome, project: ProjectIndex): bigint {
  const cost = contest.instance.projects[project]?.cost ?? 0n;
  const reason = outcome.notFunded.find((loss) => loss.project === project)?.reason;
  if (reason === undefined) return cost - 1n;
  switch (reason.type) {
    case 'unaffordable':
      return reason.left.num / reason.left.den;
    case 'does_not_fit':
    case 'part_budget_spent':
      return reason.left;
    case 'outbid':
      return cost / 2n;
    // No cost helps against these: the far end of the range settles it with one recount.
    case 'below_threshold':
    case 'excluded_by':
    case 'enough_winners':
    case 'no_support':
      return 0n;
    default:
      return assertNever(reason);
  }
}

/** Added ballots of which the project might have won. */
export function guessBallots(contest: Contest, outcome: Outcome, project: ProjectIndex, ballot: Ballot): bigint {
  const cost = contest.instance.projects[project]?.cost ?? 0n;
  const reason = outcome.notFunded.find((loss) => loss.project === project)?.reason;
  if (reason?.type === 'below_threshold') return reason.required - reason.reached;
  if (reason?.type === 'unaffordable' && outcome.endowment !== undefined) {
    const { reached } = outcome.endowment;
    const short = cost * reason.left.den - reason.left.num;
    return reached.num === 0n ? 1n : (short * reached.den) / (reason.left.den * reached.num) + 1n;
  }
  return guessOvertaking(contest, outcome, project, ballot);
}

/** Greedy: enough to overtake the last project before which there was money enough. */
function guessOvertaking(contest: Contest, outcome: Outcome, project: ProjectIndex, ballot: Ballot): bigint {
  const { instance, ruleSet } = contest;
  if (ruleSet.rule !== 'greedy' || !isUtilityOf(ruleSet.utility, contest)) return 1n;
  const costOf = (p: ProjectIndex) => instance.projects[p]?.cost ?? 0n;
  const rounds = outcome.rounds.filter((round): round is GreedyRound => round.type === 'considered');
  const overtaken = rounds.findLast((round, i) => {
    const before = i === 0 ? instance.budget : (rounds[i - 1]?.left ?? 0n);
    return round.decision !== 'refused' && before >= costOf(project);
  });
  const { factor, marked } = utilitiesOf(contest, ruleSet.utility);
  const has = (factor[project] ?? 0n) * (marked[project] ?? 0n);
  const gain = (factor[project] ?? 0n) * BigInt(ruleSet.utility === 'points' ? (ballot.points?.[0] ?? 1) : 1);
  if (overtaken === undefined || gain === 0n) return 1n;
  const other = costOf(overtaken.project);
  if (ruleSet.order === 'total' || other === 0n) return (overtaken.utility - has) / gain + 1n;
  return (overtaken.utility * costOf(project) - has * other) / (gain * other) + 1n;
}
