import { invariant } from '@convite/kernel';
import type { Instance, ProjectId, ProjectIndex } from '../model/instance.ts';
import type { LossReason } from '../model/outcome.ts';
import type { BallotKind, Profile } from '../model/profile.ts';
import type { RuleSet } from './rule-set.ts';
import { minorUnits, readShare } from './amounts.ts';
import { type BallotsByProject, turnByProject } from './ballots-by-project.ts';
import { utilitiesOf } from './utility.ts';

/** One count made ready: the ballots by project, and the limits of the rule set in positions. */
export interface Contest extends BallotsByProject {
  readonly ruleSet: RuleSet;
  /** Why a project takes no part at all; undefined for the candidates. */
  readonly barred: readonly (LossReason | undefined)[];
  /** For each project the groups of the rule set of which at most one project is funded. */
  readonly exclusive: readonly (readonly (readonly ProjectIndex[])[])[];
  /** For each project the parts of the envelope from which it is paid. */
  readonly parts: readonly (readonly Part[])[];
}

/** A part of the envelope set aside for a category or a neighbourhood. */
export interface Part {
  readonly part: 'category' | 'neighbourhood';
  readonly name: string;
  /** Minor units. */
  readonly budget: bigint;
}

export type ContestRefusal =
  | { readonly type: 'unknown_project'; readonly id: string; readonly where: 'exclusiveGroups' | 'ties' }
  | { readonly type: 'too_many_decimals'; readonly text: string; readonly decimals: number };

export function prepareContest(instance: Instance, profile: Profile, ruleSet: RuleSet): Contest {
  const ballots = turnByProject(instance, profile);
  return {
    ...ballots,
    ruleSet,
    barred: barredBySupport(ballots, ruleSet),
    exclusive: exclusiveGroups(instance, ruleSet),
    parts: partsOf(instance, ruleSet),
  };
}

/** Why projects with too little support take no part. Requires: a minimum in points goes with the ballots. */
function barredBySupport(ballots: BallotsByProject, ruleSet: RuleSet): readonly (LossReason | undefined)[] {
  const required = requiredVotes(ruleSet, ballots.marked);
  const requiredPoints = BigInt(ruleSet.minimumSupport.points);
  const measure = pointsOf(ballots.profile.kind);
  const points = measure === undefined || requiredPoints === 0n ? undefined : utilitiesOf(ballots, measure).marked;
  return ballots.instance.projects.map((_, p) => {
    const reached = BigInt(ballots.votes[p] ?? 0);
    if (reached < required) return { type: 'below_threshold', measure: 'votes', reached, required };
    const given = points?.[p];
    return given === undefined || given >= requiredPoints
      ? undefined
      : { type: 'below_threshold', measure: 'points', reached: given, required: requiredPoints };
  });
}

/** The utility by which a minimum in points is measured; undefined where ballots hold none. */
export const pointsOf = (kind: BallotKind): 'points' | 'rank-points' | undefined =>
  kind === 'ranked' ? 'rank-points' : kind === 'points' || kind === 'scores' ? 'points' : undefined;

/** Votes that a project needs to take part: the larger of the number and the share of marked ballots, rounded up. */
function requiredVotes({ minimumSupport }: RuleSet, marked: number): bigint {
  const share = readShare(minimumSupport.shareOfBallots);
  const byShare = (share.num * BigInt(marked) + share.den - 1n) / share.den;
  const byNumber = BigInt(minimumSupport.votes);
  return byShare > byNumber ? byShare : byNumber;
}

/** Finds what the rule set names and the instance lacks, before any position is looked up. */
export function refuseContest(instance: Instance, ruleSet: RuleSet): ContestRefusal | undefined {
  const ids = new Set<string>(instance.projects.map(({ id }) => id));
  const unknown = (list: readonly string[]) => list.find((id) => !ids.has(id));
  for (const group of ruleSet.exclusiveGroups) {
    const id = unknown(group);
    if (id !== undefined) return { type: 'unknown_project', id, where: 'exclusiveGroups' };
  }
  for (const criterion of ruleSet.ties) {
    const id = typeof criterion === 'string' ? undefined : unknown(criterion.lots);
    if (id !== undefined) return { type: 'unknown_project', id, where: 'ties' };
  }
  const amounts = [
    ...Object.values(ruleSet.categoryBudgets),
    ...Object.values(ruleSet.neighbourhoodBudgets),
    ...(ruleSet.rule === 'equal-shares' ? [ruleSet.add1Step] : []),
    ...(ruleSet.rule === 'greedy' && typeof ruleSet.misfit === 'object' ? [ruleSet.misfit.reserve] : []),
  ];
  const text = amounts.find((amount) => minorUnits(amount, instance.decimals) === undefined);
  return text === undefined ? undefined : { type: 'too_many_decimals', text, decimals: instance.decimals };
}

function exclusiveGroups(instance: Instance, { exclusiveGroups: groups }: RuleSet): ProjectIndex[][][] {
  const at = new Map<string, ProjectIndex>(instance.projects.map(({ id }, p) => [id, p]));
  const positions = groups.map((group) => group.map((id) => positionOf(at, id)).toSorted((a, b) => a - b));
  return instance.projects.map((_, p) => positions.filter((group) => group.includes(p)));
}

function positionOf(at: ReadonlyMap<string, ProjectIndex>, id: ProjectId | string): ProjectIndex {
  const position = at.get(id);
  invariant(position !== undefined, 'refuseContest found every id of the rule set in the instance');
  return position;
}

function partsOf(instance: Instance, { categoryBudgets, neighbourhoodBudgets }: RuleSet): Part[][] {
  const budgetOf = (text: string): bigint => {
    const budget = minorUnits(text, instance.decimals);
    invariant(budget !== undefined, 'refuseContest found every amount in whole minor units');
    return budget;
  };
  const make = (part: Part['part'], budgets: Readonly<Record<string, string>>) =>
    new Map(
      Object.entries(budgets).map(([name, text]): [string, Part] => [name, { part, name, budget: budgetOf(text) }]),
    );
  const categories = make('category', categoryBudgets);
  const neighbourhoods = make('neighbourhood', neighbourhoodBudgets);
  return instance.projects.map((project) => [
    ...new Set(project.categories)
      .values()
      .map((name) => categories.get(name))
      .filter((part) => part !== undefined),
    ...[project.neighbourhood === undefined ? undefined : neighbourhoods.get(project.neighbourhood)].filter(
      (part) => part !== undefined,
    ),
  ]);
}
