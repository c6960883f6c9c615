import { compareRationals, multiply, rational } from '@convite/kernel';
import type { Ballot, ProjectIndex, RuleSet } from '../src/index.ts';
import {
  cost,
  costOf,
  type Election,
  isMarked,
  projectAt,
  readMoney,
  readShare,
  totalUtility,
  votes,
} from './election.ts';

/** Spec C.2: the projects that reach both minimum supports. */
export function eligible(election: Election, ruleSet: RuleSet, voters: readonly Ballot[]): readonly ProjectIndex[] {
  const marked = BigInt(voters.filter(isMarked).length);
  const share = readShare(ruleSet.minimumSupport.shareOfBallots);
  return election.instance.projects
    .map((_, p) => p)
    .filter((p) => {
      const v = votes(election, voters, p);
      const enough = v >= BigInt(ruleSet.minimumSupport.votes);
      const total = points(election, voters, p);
      if (total !== undefined && total < BigInt(ruleSet.minimumSupport.points)) return false;
      return enough && compareRationals(rational(v), multiply(share, rational(marked))) >= 0;
    });
}

/** Spec C.2: summed points, rank points on ranked ballots; undefined on ballots that know no points. */
function points(election: Election, voters: readonly Ballot[], p: ProjectIndex): bigint | undefined {
  if (election.kind === 'approval' || election.kind === 'choose-one') return undefined;
  return totalUtility(election, election.kind === 'ranked' ? 'rank-points' : 'points', voters, p);
}

/** Spec C.2: nothing but money stands between the project and the winners. */
export function isOpen(
  election: Election,
  ruleSet: RuleSet,
  winners: readonly ProjectIndex[],
  p: ProjectIndex,
): boolean {
  if (ruleSet.maximumWinners !== null && winners.length >= ruleSet.maximumWinners) return false;
  const { id, categories, neighbourhood } = projectAt(election, p);
  for (const group of ruleSet.exclusiveGroups) {
    if (group.includes(id) && winners.some((w) => group.includes(projectAt(election, w).id))) return false;
  }
  const hasRoom = (budget: string, isOfPart: (w: ProjectIndex) => boolean): boolean => {
    const spent = costOf(election, winners.filter(isOfPart));
    const limit = readMoney(budget, election.instance.decimals);
    return compareRationals(rational(spent + cost(election, p)), limit) <= 0;
  };
  for (const [name, budget] of Object.entries(ruleSet.categoryBudgets)) {
    if (!categories.includes(name)) continue;
    if (!hasRoom(budget, (w) => projectAt(election, w).categories.includes(name))) return false;
  }
  for (const [name, budget] of Object.entries(ruleSet.neighbourhoodBudgets)) {
    if (neighbourhood !== name) continue;
    if (!hasRoom(budget, (w) => projectAt(election, w).neighbourhood === name)) return false;
  }
  return true;
}

/** Spec C.2: the envelope still covers the project. */
export const fits = (election: Election, winners: readonly ProjectIndex[], p: ProjectIndex): boolean =>
  cost(election, p) <= election.instance.budget - costOf(election, winners);
