import { invariant } from '@convite/kernel';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { prepareContest } from '../rules/contest.ts';
import { ballotFor } from './changed-election.ts';
import type { CounterfactualLimits, CounterfactualProgress, Counterfactuals } from './counterfactual.ts';
import { ballotChange, costChange, type Start } from './election-change.ts';
import type { Steps } from './find-switch.ts';
import { funds, searchSwitch } from './search-switch.ts';

/** An election, its rule and its count. */
export interface Counted {
  readonly instance: Instance;
  readonly profile: Profile;
  readonly ruleSet: RuleSet;
  readonly outcome: Outcome;
}

/**
 * Finds what would have changed the outcome for one project: two checked switches, of its cost and of added ballots.
 *
 * For a project not funded: a lower cost, down to one minor unit; and more ballots that name only it, up to as many as
 * were cast. Each added ballot counts fully: in the divisor, in the base of a minimum support.
 * For a funded project the same two, in the other direction, are its margin: a higher cost, up to what nothing could pay
 * any more; and fewer of the ballots that name only it, down to none. Ballots that also name other projects stay, for
 * there is no one way to choose which of them to take.
 * Source: Boehmer et al., "Evaluation of Project Performance in Participatory Budgeting", IJCAI 2024, for measures of
 *   this kind.
 * Requires: `outcome` is the count of `profile` over `instance` under `ruleSet`.
 * Exactness: both sides of a switch are full recounts; what `smallest` rests on stands at `isMonotoneInCost`,
 *   `isMonotoneInBallots` and `neverBought`.
 * Cost: some 2 to 20 recounts for each switch, and up to `limits.scan` more where nothing is proven.
 * Yields after each recount; whoever drives the generator may stop at any time.
 */
export function* searchCounterfactuals(
  { instance, profile, ruleSet, outcome }: Counted,
  project: ProjectIndex,
  limits: CounterfactualLimits = limitsFor(profile),
): Generator<CounterfactualProgress, Counterfactuals, undefined> {
  invariant(instance.projects[project] !== undefined, 'the project is one of the instance');
  const contest = prepareContest(instance, profile, ruleSet);
  const start: Start = { contest, outcome, project, isFunded: funds(outcome, project) };
  const ballot = ballotFor(profile, project);
  const cost = yield* told('cost', searchSwitch(start, costChange(start), limits.scan));
  const ballots = yield* told('ballots', searchSwitch(start, ballotChange(start, ballot), limits.scan));
  return {
    project,
    funded: start.isFunded,
    cost: cost.found,
    ballots: ballots.found,
    ballot,
    recounts: cost.recounts + ballots.recounts,
  };
}

function* told<T>(
  searching: CounterfactualProgress['searching'],
  steps: Steps<T>,
): Generator<CounterfactualProgress, T, undefined> {
  for (let asked = 1; ; asked++) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield { searching, asked };
  }
}

/** As many recounts one after another as take a small election a second or so, and none for a great one. */
const limitsFor = ({ choice }: Profile): CounterfactualLimits => ({
  scan: Math.min(64, Math.floor(200_000 / (choice.length + 1))),
});

/** Runs `searchCounterfactuals` to its end. */
export function counterfactuals(
  instance: Instance,
  profile: Profile,
  ruleSet: RuleSet,
  outcome: Outcome,
  project: ProjectIndex,
  limits: CounterfactualLimits = limitsFor(profile),
): Counterfactuals {
  const steps = searchCounterfactuals({ instance, profile, ruleSet, outcome }, project, limits);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
