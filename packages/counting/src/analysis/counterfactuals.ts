import { invariant } from '@convite/kernel';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { minorUnits } from '../rules/amounts.ts';
import { prepareContest } from '../rules/contest.ts';
import { count } from '../rules/count.ts';
import { ballotFor, changeBallots, withCost } from './changed-election.ts';
import type { Counterfactuals, CounterfactualLimits, CounterfactualProgress, Switch } from './counterfactual.ts';
import { findSwitch, type Found, type SwitchSearch } from './find-switch.ts';
import { guessBallots, guessCost } from './first-guess.ts';
import { neverBought } from './never-bought.ts';
import { isMonotoneInBallots, isMonotoneInCost } from './switch-proof.ts';

/** An election, its rule and its count. */
export interface Counted {
  readonly instance: Instance;
  readonly profile: Profile;
  readonly ruleSet: RuleSet;
  readonly outcome: Outcome;
}

const DEFAULT_LIMITS: CounterfactualLimits = { scan: 64 };

/**
 * Finds what would have changed the outcome for one project: two checked switches, of its cost and of added ballots.
 *
 * For a project not funded: a lower cost, down to one minor unit; and more ballots that name only it, up to as many as
 * were cast. Each added ballot counts fully: in the divisor, in the base of a minimum support.
 * For a funded project the same two, in the other direction, are its margin: a higher cost, up to what nothing could pay
 * any more; and fewer of the ballots that name only it, down to none. Ballots that also name other projects stay, for
 * there is no one way to choose which of them to take.
 * Source: Boehmer, Faliszewski, Janeczko, Peters, Pierczyński, Schierreich, Skowron, Szufa, "Evaluation of Project
 *   Performance in Participatory Budgeting", IJCAI 2024, for measures of this kind.
 * Requires: `outcome` is the count of `profile` over `instance` under `ruleSet`.
 * Exactness: both sides of a switch are full recounts; what `smallest` rests on stands at `isMonotoneInCost`,
 *   `isMonotoneInBallots` and `neverBought`.
 * Cost: some 4 to 20 recounts for each switch, and up to `limits.scan` more where nothing is proven.
 * Yields after each recount; whoever drives the generator may stop at any time.
 */
export function* searchCounterfactuals(
  counted: Counted,
  project: ProjectIndex,
  limits: CounterfactualLimits = DEFAULT_LIMITS,
): Generator<CounterfactualProgress, Counterfactuals, undefined> {
  const { instance, profile, ruleSet, outcome } = counted;
  const given = instance.projects[project];
  invariant(given !== undefined, 'the project is one of the instance');
  const contest = prepareContest(instance, profile, ruleSet);
  const isFunded = funds(outcome, project);
  const ballot = ballotFor(profile, project);
  const changed = changeBallots(profile, ballot);
  const direction = isFunded ? -1n : 1n;
  const costAfter = (change: bigint) => given.cost - direction * change;
  const ballotsAfter = (change: bigint) => Number(direction * change);

  let recounts = 0;
  let cutShort = !outcome.allBranchesFollowed;
  const recount = (otherInstance: Instance, otherProfile: Profile): Outcome => {
    const other = count(otherInstance, otherProfile, ruleSet);
    invariant(other.ok, 'a rule set that suits an election suits it with another cost or more of its ballots');
    recounts++;
    cutShort ||= !other.value.allBranchesFollowed;
    return other.value;
  };
  const turnsTo = (other: Outcome) => funds(other, project) !== isFunded;

  /** The last recount that left the project as it was, kept for `refutesBelow`. */
  const unturned = new Map<bigint, Outcome>();
  const costSearch: SwitchSearch = {
    turns: (change) => {
      const other = recount(withCost(instance, project, costAfter(change)), profile);
      const turns = turnsTo(other);
      if (!turns) unturned.set(change, other);
      return turns;
    },
    refutesBelow: (change) => {
      const other = unturned.get(change);
      if (isFunded || other === undefined || ruleSet.rule !== 'equal-shares' || ruleSet.comparison !== 'none')
        return false;
      return neverBought(withCost(instance, project, costAfter(change)), profile, ruleSet, other, project);
    },
    // A project without cost stands elsewhere than its neighbours in the order: the argument begins at one minor unit.
    monotone: given.cost > 0n && isMonotoneInCost(ruleSet),
    range: isFunded ? most(instance, ruleSet) + 1n - given.cost : given.cost - 1n,
    guess: isFunded ? given.cost / 8n : given.cost - guessCost(contest, outcome, project),
    scan: BigInt(limits.scan),
  };
  const ballotSearch: SwitchSearch = {
    turns: (change) => turnsTo(recount(instance, changed.add(ballotsAfter(change)))),
    refutesBelow: () => false,
    monotone: isMonotoneInBallots(ruleSet),
    range: BigInt(isFunded ? changed.present : profile.ballots),
    guess: isFunded ? BigInt(changed.present) : guessBallots(contest, outcome, project, ballot),
    scan: BigInt(limits.scan),
  };
  const cost = yield* told('cost', findSwitch(costSearch));
  const costSwitch = switchOf(cost, costAfter);
  cutShort = !outcome.allBranchesFollowed;
  const ballots = yield* told('ballots', findSwitch(ballotSearch));
  return {
    project,
    funded: isFunded,
    cost: costSwitch,
    ballots: switchOf(ballots, ballotsAfter),
    ballot,
    recounts,
  };

  function* told(
    searching: CounterfactualProgress['searching'],
    steps: Generator<undefined, Found, undefined>,
  ): Generator<CounterfactualProgress, Found, undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      yield { searching, recounts };
    }
  }

  /** Where a recount had more branches than are followed, "not funded" may mean "unknown", and nothing is proven. */
  function switchOf<T>(found: Found, valueAt: (change: bigint) => T): Switch<T> {
    if (found.type === 'none_in_range') {
      return { type: 'none_in_range', last: valueAt(found.to), proven: found.proven && !cutShort };
    }
    const after = valueAt(found.at);
    const before = valueAt(found.at - 1n);
    const claim = found.smallest && !cutShort ? 'smallest' : 'would_have_been_enough';
    return isFunded
      ? { type: 'switch', funded: before, notFunded: after, claim }
      : { type: 'switch', funded: after, notFunded: before, claim };
  }
}

/** Runs `searchCounterfactuals` to its end. */
export function counterfactuals(
  instance: Instance,
  profile: Profile,
  ruleSet: RuleSet,
  outcome: Outcome,
  project: ProjectIndex,
  limits: CounterfactualLimits = DEFAULT_LIMITS,
): Counterfactuals {
  const steps = searchCounterfactuals({ instance, profile, ruleSet, outcome }, project, limits);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** True where the project is funded whatever lots would say. */
const funds = (outcome: Outcome, project: ProjectIndex): boolean =>
  outcome.allBranchesFollowed && outcome.winners.includes(project);

/** The highest cost that any project can have and be funded. */
function most({ budget, decimals }: Instance, ruleSet: RuleSet): bigint {
  if (ruleSet.rule !== 'greedy' || typeof ruleSet.misfit === 'string') return budget;
  return budget + (minorUnits(ruleSet.misfit.reserve, decimals) ?? 0n);
}
