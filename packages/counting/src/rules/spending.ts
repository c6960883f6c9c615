import type { ProjectIndex } from '../model/instance.ts';
import type { LossReason } from '../model/outcome.ts';
import type { Contest, Part } from './contest.ts';

/**
 * What has been funded so far, and what that rules out: exclusive groups, parts of the envelope, the number of winners.
 * Every bar only ever tightens, so a project that is barred once stays barred.
 */
export interface Spending {
  readonly winners: readonly ProjectIndex[];
  readonly spent: bigint;
  /** Why the project can no longer be funded whatever the envelope still holds; undefined while it can. */
  readonly bars: (project: ProjectIndex) => LossReason | undefined;
  readonly isFunded: (project: ProjectIndex) => boolean;
  readonly fund: (project: ProjectIndex) => void;
  /** True where all of these, none barred, can be funded together from `left` (undefined: without limit), so that their order means nothing. */
  readonly holds: (projects: readonly ProjectIndex[], left: bigint | undefined) => boolean;
}

export function startSpending(contest: Contest, before: readonly ProjectIndex[] = []): Spending {
  const { instance, ruleSet } = contest;
  const winners: ProjectIndex[] = [];
  const funded = new Set<ProjectIndex>();
  const spentOf = new Map<Part, bigint>();
  let spent = 0n;
  const costOf = (project: ProjectIndex) => instance.projects[project]?.cost ?? 0n;

  const bars = (project: ProjectIndex): LossReason | undefined => {
    const barred = contest.barred[project];
    if (barred !== undefined) return barred;
    if (ruleSet.maximumWinners !== null && winners.length >= ruleSet.maximumWinners) {
      return { type: 'enough_winners', winners: winners.length };
    }
    for (const group of contest.exclusive[project] ?? []) {
      const winner = group.find((other) => other !== project && funded.has(other));
      if (winner !== undefined) return { type: 'excluded_by', winner };
    }
    for (const part of contest.parts[project] ?? []) {
      const left = part.budget - (spentOf.get(part) ?? 0n);
      if (costOf(project) > left) return { type: 'part_budget_spent', part: part.part, name: part.name, left };
    }
    return undefined;
  };
  const fund = (project: ProjectIndex) => {
    winners.push(project);
    funded.add(project);
    spent += costOf(project);
    for (const part of contest.parts[project] ?? []) {
      spentOf.set(part, (spentOf.get(part) ?? 0n) + costOf(project));
    }
  };
  const holds = (projects: readonly ProjectIndex[], left: bigint | undefined): boolean => {
    if (left !== undefined && projects.reduce((sum, p) => sum + costOf(p), 0n) > left) return false;
    if (ruleSet.maximumWinners !== null && winners.length + projects.length > ruleSet.maximumWinners) return false;
    if (
      projects.some((p) => contest.exclusive[p]?.some((group) => group.some((q) => q !== p && projects.includes(q))))
    ) {
      return false;
    }
    const asked = new Map<Part, bigint>();
    for (const p of projects)
      for (const part of contest.parts[p] ?? []) asked.set(part, (asked.get(part) ?? 0n) + costOf(p));
    return [...asked].every(([part, sum]) => sum <= part.budget - (spentOf.get(part) ?? 0n));
  };
  for (const project of before) fund(project);
  return {
    winners,
    get spent() {
      return spent;
    },
    bars,
    isFunded: (project) => funded.has(project),
    fund,
    holds,
  };
}
