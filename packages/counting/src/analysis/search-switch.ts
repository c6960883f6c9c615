import { invariant } from '@convite/kernel';
import type { Outcome } from '../model/outcome.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { prepareContest } from '../rules/contest.ts';
import { count } from '../rules/count.ts';
import type { Switch } from './counterfactual.ts';
import type { ElectionChange, Start } from './election-change.ts';
import { boundary, findSwitch, type Steps } from './find-switch.ts';
import { neverBought } from './never-bought.ts';
import { sketchShares } from './shares-sketch.ts';

/** Searches the switch of one change. Yields after each recount and each foretelling. */
export function* searchSwitch<T>(
  start: Start,
  change: ElectionChange<T>,
  scan: number,
): Steps<{ readonly found: Switch<T>; readonly recounts: number }> {
  const { outcome, project, isFunded } = start;
  const { ruleSet } = start.contest;
  let recounts = 0;
  let areAllFollowed = outcome.allBranchesFollowed;
  const unturned = new Map<bigint, Outcome>();

  const found = yield* findSwitch({
    turns: (size) => {
      const { instance, profile } = change.electionAt(size);
      const other = count(instance, profile, ruleSet);
      invariant(other.ok, 'a rule set that suits an election suits it with another cost or more of its ballots');
      recounts++;
      areAllFollowed &&= other.value.allBranchesFollowed;
      const turns = funds(other.value, project) !== isFunded;
      if (!turns) unturned.set(size, other.value);
      return turns;
    },
    refutesBelow: (size) => {
      const other = unturned.get(size);
      if (!change.isRefutable || other === undefined || ruleSet.rule !== 'equal-shares') return false;
      const { instance, profile } = change.electionAt(size);
      return neverBought(instance, profile, ruleSet, other, project);
    },
    monotone: change.monotone,
    range: change.range,
    guess: ruleSet.rule === 'equal-shares' ? yield* foretell(start, change, ruleSet) : change.guess,
    scan: BigInt(scan),
  });

  // Where a recount had more branches than are followed, "not funded" may mean "unknown", and nothing is proven.
  if (found.type === 'none_in_range') {
    const last = change.valueAt(found.to);
    return { found: { type: 'none_in_range', last, proven: found.proven && areAllFollowed }, recounts };
  }
  const after = change.valueAt(found.at);
  const before = change.valueAt(found.at - 1n);
  const claim = found.smallest && areAllFollowed ? 'smallest' : 'would_have_been_enough';
  const [funded, notFunded] = isFunded ? [before, after] : [after, before];
  return { found: { type: 'switch', funded, notFunded, claim }, recounts };
}

/** True where the project is funded whatever lots would say. */
export const funds = (outcome: Outcome, project: number): boolean =>
  outcome.allBranchesFollowed && outcome.winners.includes(project);

/** A better guess for equal shares, whose full counts cost many runs each. */
function* foretell<T>(
  { outcome, project, isFunded }: Start,
  { electionAt, range, guess }: ElectionChange<T>,
  ruleSet: Extract<RuleSet, { rule: 'equal-shares' }>,
): Steps<bigint> {
  const sketch = sketchShares(ruleSet, project, outcome.endowment?.increments ?? 0);
  const turns = function* (size: bigint): Steps<boolean> {
    const { instance, profile } = electionAt(size);
    const turned = sketch.wouldFund(prepareContest(instance, profile, ruleSet)) !== isFunded;
    yield undefined;
    return turned;
  };
  return (yield* boundary(turns, { range, guess, stride: guess / 64n + 1n })) ?? range;
}
