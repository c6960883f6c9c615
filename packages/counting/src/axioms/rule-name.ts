import { assertNever } from '@convite/kernel';
import type { RuleSet } from '../rules/rule-set.ts';

/** Names a rule with the options that decide which axioms it keeps; limits, ties, shares and amounts are left out. */
export function ruleName(ruleSet: RuleSet): string {
  switch (ruleSet.rule) {
    case 'greedy':
      return `greedy ${ruleSet.utility} ${ruleSet.order} ${misfitName(ruleSet.misfit)}`;
    case 'equal-shares': {
      const compared = ruleSet.comparison === 'greedy' ? ' compared' : '';
      const divided = ruleSet.divisor === 'all-ballots' ? ' all-ballots' : '';
      return `equal-shares ${ruleSet.utility} ${ruleSet.completion}${compared}${divided}`;
    }
    case 'phragmen':
      return 'phragmen';
    case 'majority-judgement':
      return `majority-judgement ${ruleSet.misfit}`;
    default:
      return assertNever(ruleSet);
  }
}

const misfitName = (misfit: 'skip' | 'stop' | object): string => (typeof misfit === 'string' ? misfit : 'top-up');
