import { add, compareRationals, multiply, type Rational, rational, subtract } from '@convite/kernel';
import type { Ballot, Instance, LossReason, Outcome, ProjectIndex, Round, RuleSet } from '../src/index.ts';

export interface Told {
  readonly instance: Instance;
  /** The groups of the profile as ballots, in their order. */
  readonly groups: readonly Ballot[];
  readonly needsPoints: boolean;
  readonly ruleSet: RuleSet;
  readonly outcome: Outcome;
}

/**
 * Recomputes every number in the reasons and rounds of a complete outcome from the ballots and the rounds alone, and
 * names what differs. Nothing of the counter is used.
 */
export function untrueNumbers(told: Told): readonly string[] {
  const { outcome } = told;
  const rounds = outcome.rounds.flatMap((round, at) =>
    untrueRound(told, round, at).map((what) => `round ${at}: ${what}`),
  );
  const reasons = outcome.notFunded
    .filter(({ project, reason }) => !isTrue(told, project, reason))
    .map(({ project, reason }) => `project ${project}: ${reason.type}`);
  return [...rounds, ...reasons];
}

const costOf = ({ instance }: Told, p: ProjectIndex): bigint => instance.projects[p]?.cost ?? 0n;
const supports = ({ needsPoints }: Told, ballot: Ballot, p: ProjectIndex): boolean => {
  const at = ballot.choices.indexOf(p);
  return at !== -1 && (!needsPoints || (ballot.points?.[at] ?? 0) > 0);
};
const votesOf = (told: Told, p: ProjectIndex): bigint =>
  told.groups.filter((ballot) => supports(told, ballot, p)).reduce((sum, { weight }) => sum + BigInt(weight), 0n);
const isFunding = (round: Round): boolean => round.type !== 'considered' || round.decision !== 'refused';
const spentBefore = (told: Told, at: number): bigint =>
  told.outcome.rounds
    .slice(0, at)
    .reduce((sum, round) => sum + (isFunding(round) ? costOf(told, round.project) : 0n), 0n);
const leftBefore = (told: Told, at: number): bigint => {
  const left = told.instance.budget - spentBefore(told, at);
  return left < 0n ? 0n : left;
};

function untrueRound(told: Told, round: Round, at: number): readonly string[] {
  const untrue: string[] = [];
  if (round.type === 'considered') {
    if (round.left !== leftBefore(told, at + 1)) untrue.push('left');
    if (round.votes !== votesOf(told, round.project)) untrue.push('votes');
    if (round.decision === 'refused' && round.reason === undefined) untrue.push('no reason');
    return untrue;
  }
  if (round.supporters !== votesOf(told, round.project)) untrue.push('supporters');
  if (round.type === 'load') return untrue;
  const before = moneyAt(told, at);
  let sum = rational(0n);
  for (const [i, g] of round.groups.entries()) {
    const paid = rational(round.paid[i] ?? 0n, round.denominator);
    const held = before[g] ?? rational(0n);
    if (compareRationals(paid, held) > 0) untrue.push('paid more than was left');
    if (round.emptied[i] === 1 && compareRationals(paid, held) !== 0) untrue.push('emptied');
    sum = add(sum, multiply(paid, rational(BigInt(told.groups[g]?.weight ?? 0))));
  }
  if (compareRationals(sum, rational(costOf(told, round.project))) !== 0) untrue.push('payments');
  return untrue;
}

/** What one vote of each group holds before round `at`. */
function moneyAt({ groups, outcome }: Told, at: number): readonly Rational[] {
  const money = groups.map(() => outcome.endowment?.reached ?? rational(0n));
  for (const round of outcome.rounds.slice(0, at)) {
    if (round.type !== 'purchase') continue;
    for (const [i, g] of round.groups.entries()) {
      money[g] = subtract(money[g] ?? rational(0n), rational(round.paid[i] ?? 0n, round.denominator));
    }
  }
  return money;
}

function isTrue(told: Told, p: ProjectIndex, reason: LossReason): boolean {
  const { instance, outcome, ruleSet } = told;
  const cost = costOf(told, p);
  const considered = outcome.rounds.findIndex((round) => round.type === 'considered' && round.project === p);
  const end = considered === -1 ? outcome.rounds.length : considered;
  switch (reason.type) {
    case 'unaffordable': {
      const money = moneyAt(told, outcome.rounds.length);
      let left = rational(0n);
      for (const [g, ballot] of told.groups.entries()) {
        if (gains(told, ballot, p)) left = add(left, multiply(money[g] ?? left, rational(BigInt(ballot.weight))));
      }
      return (
        compareRationals(left, reason.left) === 0 &&
        compareRationals(left, rational(cost)) < 0 &&
        reason.supporters === votesOf(told, p)
      );
    }
    case 'does_not_fit': {
      const left = ruleSet.rule === 'phragmen' && cost > instance.budget ? instance.budget : leftBefore(told, end);
      return reason.left === left && cost > left;
    }
    case 'outbid':
      return (
        cost <= leftBefore(told, end) &&
        reason.by !== undefined &&
        (ruleSet.rule !== 'phragmen' || costOf(told, reason.by) > leftBefore(told, end))
      );
    case 'below_threshold':
      return reason.reached < reason.required && (reason.measure === 'points' || reason.reached === votesOf(told, p));
    case 'excluded_by': {
      const ids = [p, reason.winner].map((q) => instance.projects[q]?.id ?? '');
      return (
        outcome.winners.includes(reason.winner) &&
        ruleSet.exclusiveGroups.some((group) => ids.every((id) => group.includes(id)))
      );
    }
    case 'part_budget_spent': {
      const budgets = reason.part === 'category' ? ruleSet.categoryBudgets : ruleSet.neighbourhoodBudgets;
      const [units = '0', part = ''] = (budgets[reason.name] ?? '').split('.');
      const budget = BigInt(units + part.padEnd(instance.decimals, '0'));
      const lefts = outcome.rounds
        .map((_, at) => at)
        .concat(outcome.rounds.length)
        .map((at) => budget - spentOnPart(told, reason, at));
      return cost > reason.left && lefts.includes(reason.left);
    }
    case 'enough_winners':
      return reason.winners === ruleSet.maximumWinners && outcome.winners.length === reason.winners;
    case 'no_support':
      return !told.groups.some((ballot) => gains(told, ballot, p)) || cost === 0n;
  }
}

/** Whether a vote gains from the project: under Borda the last of a ballot brings nothing. */
function gains(told: Told, ballot: Ballot, p: ProjectIndex): boolean {
  const { ruleSet } = told;
  const isBorda = ruleSet.rule === 'equal-shares' && ruleSet.utility === 'borda';
  return supports(told, ballot, p) && !(isBorda && ballot.choices.at(-1) === p);
}

function spentOnPart(
  told: Told,
  { part, name }: Extract<LossReason, { type: 'part_budget_spent' }>,
  at: number,
): bigint {
  return told.outcome.rounds.slice(0, at).reduce((sum, round) => {
    const project = told.instance.projects[round.project];
    const isOfPart = part === 'category' ? project?.categories.includes(name) : project?.neighbourhood === name;
    return isFunding(round) && isOfPart === true ? sum + costOf(told, round.project) : sum;
  }, 0n);
}
