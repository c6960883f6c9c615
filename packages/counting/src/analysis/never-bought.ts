import { invariant } from '@convite/kernel';
import type { Instance, ProjectIndex } from '../model/instance.ts';
import type { Outcome } from '../model/outcome.ts';
import type { Profile } from '../model/profile.ts';
import type { EqualSharesRuleSet } from '../rules/equal-shares/rule-set.ts';
import { minorUnits } from '../rules/amounts.ts';
import { prepareContest } from '../rules/contest.ts';
import { purchase } from '../rules/equal-shares/purchases.ts';
import { equalSharesTerms } from '../rules/equal-shares/terms.ts';
import { followBranches } from '../rules/ties.ts';

/** A count whose currency has small units may go past millions of increments; so long a proof is not tried. */
const MOST_RUNS = 500;

/**
 * True where it is certain that no run of Add1 buys the project: none up to the one that stands, nor the one after it
 * whose cost ended the search. False also where an open tie was met, for then not every order of lots is looked at.
 *
 * Then a count in which the project is not funded refutes it at every cost from this one up to its own. Proof: at a
 * higher cost each run buys the project no sooner (equal shares at one endowment is monotone in the cost), so it is the
 * same run without the project. A run over budget stays so. Where the search ends because nothing more fits, it ends
 * there at the higher cost too, if not earlier because the project, now dearer, does not fit; then completion cannot
 * fund it either, and if it ends in the same place, completion funds it no more than at the lower cost.
 * Requires: `outcome` is the count of this election under this rule set, with Add1 and without comparison.
 * Cost: one run of purchases for each increment, fewer where the last runs buy the project.
 */
export function neverBought(
  instance: Instance,
  profile: Profile,
  ruleSet: EqualSharesRuleSet,
  outcome: Outcome,
  project: ProjectIndex,
): boolean {
  const { endowment } = outcome;
  const terms = equalSharesTerms(prepareContest(instance, profile, ruleSet), ruleSet);
  if (terms === undefined || endowment === undefined) return outcome.status === 'complete';
  const step = minorUnits(ruleSet.add1Step, instance.decimals);
  invariant(step !== undefined, 'the count refused a step finer than a minor unit');
  const last = endowment.increments + (endowment.stopped === 'next_over_budget' ? 1 : 0);
  if (last > MOST_RUNS) return false;
  const { branches, complete } = followBranches(
    instance,
    ruleSet.ties,
    (ties) => {
      for (let run = last; run >= 0; run--) {
        const { spending } = purchase(terms, terms.endowment + BigInt(run) * step * terms.divisor, ties, run);
        if (spending.isFunded(project)) return false;
      }
      return true;
    },
    () => [],
  );
  return complete && branches.length === 1 && branches[0]?.result === true;
}
