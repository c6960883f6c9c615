import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Ballot,
  count,
  counterfactuals,
  groupBallots,
  type Instance,
  type Outcome,
  type ProjectIndex,
  type RuleSet,
  type Switch,
} from '../src/index.ts';
import { cases, type Case } from './town-arbitrary.ts';

const SMALL = 60n;

function counted({ instance, kind, ballots }: Case['election'], ruleSet: RuleSet): Outcome {
  const outcome = count(instance, groupBallots(kind, ballots).profile, ruleSet);
  if (!outcome.ok) throw new Error(outcome.error.type);
  return outcome.value;
}

/** The changed elections are built anew from their ballots, not from a changed profile. */
function fundedAfter({ election, ruleSet }: Case, project: ProjectIndex, ballot: Ballot) {
  const funds = (changed: Case['election']) => {
    const { winners, allBranchesFollowed } = counted(changed, ruleSet);
    return allBranchesFollowed && winners.includes(project);
  };
  const withCost = (cost: bigint): Instance => ({
    ...election.instance,
    projects: election.instance.projects.map((given, p) => (p === project ? { ...given, cost } : given)),
  });
  return {
    cost: (cost: bigint) => funds({ ...election, instance: withCost(cost) }),
    ballots: (added: number) => {
      if (added >= 0)
        return funds({
          ...election,
          ballots: [...election.ballots, { ...ballot, weight: added }].filter(({ weight }) => weight > 0),
        });
      let toRemove = -added;
      const kept = election.ballots.flatMap((given) => {
        const removed = isSame(given, ballot) ? Math.min(given.weight, toRemove) : 0;
        toRemove -= removed;
        return given.weight > removed ? [{ ...given, weight: given.weight - removed }] : [];
      });
      expect(toRemove).toBe(0);
      return funds({ ...election, ballots: kept });
    },
  };
}

const isSame = (a: Ballot, b: Ballot): boolean =>
  a.choices.join() === b.choices.join() && (a.points ?? []).join() === (b.points ?? []).join();

/** Checks every claim of a switch by recounting all smaller changes. */
function check<T>(
  found: Switch<T>,
  before: T,
  steps: (from: T, to: T) => readonly T[],
  funds: (value: T) => boolean,
): void {
  const was = funds(before);
  if (found.type === 'none_in_range') {
    expect(funds(found.last)).toBe(was);
    if (found.proven) for (const value of steps(before, found.last)) expect(funds(value)).toBe(was);
    return;
  }
  expect(funds(found.funded)).toBe(true);
  expect(funds(found.notFunded)).toBe(false);
  if (found.claim !== 'smallest') return;
  const last = was ? found.funded : found.notFunded;
  for (const value of steps(before, last)) expect(funds(value)).toBe(was);
}

const whole = (from: number, to: number): readonly number[] =>
  Array.from({ length: Math.abs(to - from) + 1 }, (_, i) => from + i * Math.sign(to - from));
const money = (from: bigint, to: bigint): readonly bigint[] => whole(Number(from), Number(to)).map(BigInt);

describe.each(['greedy', 'equal-shares', 'phragmen', 'majority-judgement'] as const)('%s', (rule) => {
  it.each([0, 3])('claims nothing about a change that recounts deny, allowed to scan %i changes', (scan) => {
    fc.assert(
      fc.property(cases(rule), fc.nat(5), (town, which) => {
        const { election, ruleSet } = town;
        const { instance } = election;
        fc.pre([instance.budget, ...instance.projects.map((given) => given.cost)].every((sum) => sum < SMALL));
        const project = which % instance.projects.length;
        const cost = instance.projects[project]?.cost ?? 0n;
        const { profile } = groupBallots(election.kind, election.ballots);
        const outcome = counted(election, ruleSet);
        const found = counterfactuals(instance, profile, ruleSet, outcome, project, { scan });
        const funds = fundedAfter(town, project, found.ballot);
        expect(found.funded).toBe(funds.cost(cost));
        check(found.cost, cost, money, funds.cost);
        check(found.ballots, 0, whole, funds.ballots);
      }),
      { numRuns: 1000 },
    );
  });
});
