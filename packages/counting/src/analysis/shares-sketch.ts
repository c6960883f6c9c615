import { invariant } from '@convite/kernel';
import type { ProjectIndex } from '../model/instance.ts';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import { minorUnits } from '../rules/amounts.ts';
import type { Contest } from '../rules/contest.ts';
import { type Purchases, purchase } from '../rules/equal-shares/purchases.ts';
import { equalSharesTerms, type Terms } from '../rules/equal-shares/terms.ts';
import { greedyTiers } from '../rules/greedy/rule.ts';
import { skip, walk } from '../rules/greedy/walk.ts';
import { startSpending } from '../rules/spending.ts';
import type { TieBreaker } from '../rules/ties.ts';

/**
 * Foretells, without retelling a whole count, whether equal shares would fund a project in a changed election.
 *
 * It looks for the run at which Add1 ends as if it could end only once, so it makes a handful of runs where the count
 * makes one for every increment; it takes ties as they come and leaves the comparison step out. Right nearly always,
 * certain never: good for a first guess and for nothing else.
 */
export interface SharesSketch {
  readonly wouldFund: (changed: Contest) => boolean;
}

/** `increments`: where the search for the end of Add1 begins. Cost of each answer: some 3 to 12 runs of purchases. */
export function sketchShares(ruleSet: EqualSharesRuleSet, project: ProjectIndex, increments: number): SharesSketch {
  let near = increments;
  return {
    wouldFund: (changed) => {
      const terms = equalSharesTerms(changed, ruleSet);
      if (terms === undefined) return false;
      const runs = startRuns(terms, ruleSet);
      const grows = ruleSet.completion === 'add1' || ruleSet.completion === 'add1-greedy';
      const end = grows ? runs.end(near) : 0;
      near = end;
      const last = runs.at(end);
      const stands = grows && end > 0 && isOverBudget(terms, last) ? runs.at(end - 1) : last;
      if (stands.spending.isFunded(project)) return true;
      const completes = ruleSet.completion === 'greedy' || ruleSet.completion === 'add1-greedy';
      return completes && fits(terms, stands, project) && completion(changed, ruleSet, stands).includes(project);
    },
  };
}

const AS_THEY_COME: TieBreaker = { choose: (tied) => tied[0] ?? 0, first: (tied) => tied[0] ?? 0 };

function startRuns(terms: Terms, ruleSet: EqualSharesRuleSet) {
  const step = minorUnits(ruleSet.add1Step, terms.contest.instance.decimals);
  invariant(step !== undefined && step > 0n, 'the count refused any other step');
  const made = new Map<number, Purchases>();
  const at = (run: number): Purchases => {
    const known = made.get(run);
    if (known !== undefined) return known;
    const purchases = purchase(terms, terms.endowment + BigInt(run) * step * terms.divisor, AS_THEY_COME, run);
    made.set(run, purchases);
    return purchases;
  };
  const ends = (run: number): boolean =>
    isOverBudget(terms, at(run)) || terms.candidates.every((p) => !fits(terms, at(run), p));

  /** A run at which Add1 would end while it would not at the run before, by galloping from `near`. */
  const end = (near: number): number => {
    let low = -1;
    let high = near;
    if (ends(near)) {
      for (let jump = 1; high - jump > low; jump *= 2) {
        if (!ends(high - jump)) {
          low = high - jump;
          break;
        }
        high -= jump;
      }
    } else {
      low = near;
      high = near + 1;
      for (let jump = 1; !ends(high); jump *= 2) {
        low = high;
        high += jump;
      }
    }
    while (high > low + 1) {
      const middle = Math.floor((low + high) / 2);
      if (ends(middle)) high = middle;
      else low = middle;
    }
    return high;
  };
  return { at, end };
}

function completion(contest: Contest, ruleSet: EqualSharesRuleSet, { bought }: Purchases): readonly ProjectIndex[] {
  const tiers = greedyTiers(contest, ruleSet.utility, 'per-cost').map((tier) =>
    tier.filter(({ project }) => !bought.includes(project)),
  );
  const spending = startSpending(contest, bought);
  const from = { run: 0, round: 0 };
  return walk(contest, tiers, { ties: AS_THEY_COME, spending, misfit: skip, completion: true, from }).winners;
}

const isOverBudget = ({ contest }: Terms, { spending }: Purchases): boolean => spending.spent > contest.instance.budget;

function fits({ contest }: Terms, { spending }: Purchases, project: ProjectIndex): boolean {
  const cost = contest.instance.projects[project]?.cost ?? 0n;
  return (
    cost <= contest.instance.budget - spending.spent &&
    !spending.isFunded(project) &&
    spending.bars(project) === undefined
  );
}
