import { assertNever, type Rational } from '@convite/kernel';
import type { Ballot, ProjectIndex, RuleSet } from '../src/index.ts';
import { costOf, type Election, expanded } from './election.ts';
import { equalShares } from './equal-shares.ts';
import { byDensity, byMajorityValue, byTotal, walk } from './greedy-walk.ts';
import { type Choose, everyBranch } from './lots.ts';
import { phragmen } from './phragmen.ts';
import { eligible } from './taking-part.ts';

/** What both counters must say alike. */
export interface Verdict {
  readonly status: 'complete' | 'lots_required';
  readonly winners: readonly ProjectIndex[];
  readonly cost: bigint;
  /** Each set of winners that some order of lots gives: members ascending, sets in the order of their texts. */
  readonly possible: readonly (readonly ProjectIndex[])[];
  /** Equal shares, first branch: the price of each purchase and how often Add1 raised the endowment. */
  readonly prices: readonly Rational[];
  readonly increments: number;
}

interface Run {
  readonly winners: readonly ProjectIndex[];
  readonly prices: readonly Rational[];
  readonly increments: number;
}

const plain = (winners: readonly ProjectIndex[]): Run => ({ winners, prices: [], increments: 0 });

/**
 * Counts an election a second time, for tests: written from docs/spec/counting.md alone, every ballot by itself, every
 * order of lots by itself, no thought given to speed.
 * Cost: exponential in ties. @throws TooManyBranches
 */
export function recount(election: Election, ruleSet: RuleSet): Verdict {
  const voters = expanded(election);
  const projects = eligible(election, ruleSet, voters);
  const runs = everyBranch(election, ruleSet.ties, (choose) => run(election, ruleSet, voters, projects, choose));
  const possible = distinct(runs.map(({ winners }) => winners));
  const first = runs[0] ?? plain([]);
  if (possible.length === 1) return { ...first, status: 'complete', cost: costOf(election, first.winners), possible };
  const certain = (possible[0] ?? []).filter((p) => possible.every((set) => set.includes(p)));
  return { ...first, status: 'lots_required', winners: certain, cost: costOf(election, certain), possible };
}

function run(
  election: Election,
  ruleSet: RuleSet,
  voters: readonly Ballot[],
  projects: readonly ProjectIndex[],
  choose: Choose,
): Run {
  const from = { winners: [], projects };
  switch (ruleSet.rule) {
    case 'greedy': {
      const order = ruleSet.order === 'total' ? byTotal : byDensity;
      return plain(walk(election, ruleSet, ruleSet.misfit, from, order(election, ruleSet.utility, voters), choose));
    }
    case 'equal-shares':
      return equalShares(election, ruleSet, voters, projects, choose);
    case 'phragmen':
      return plain(phragmen(election, ruleSet, voters, projects, choose));
    case 'majority-judgement': {
      const order = byMajorityValue(election, ruleSet.unmarked, voters);
      return plain(walk(election, ruleSet, ruleSet.misfit, from, order, choose));
    }
    default:
      return assertNever(ruleSet);
  }
}

/** Sets of winners, each once, in an order that does not depend on how they were found. */
export function distinct(sets: readonly (readonly ProjectIndex[])[]): readonly (readonly ProjectIndex[])[] {
  const byText = new Map(
    sets
      .map((set) => set.toSorted((a, b) => a - b))
      .map((set): [string, readonly ProjectIndex[]] => [String(set), set]),
  );
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, set]) => set);
}
