import { z } from 'zod';
import { equalSharesRuleSet } from './equal-shares/rule-set.ts';
import { greedyRuleSet } from './greedy/rule-set.ts';
import { majorityJudgementRuleSet } from './majority-judgement/rule-set.ts';
import { phragmenRuleSet } from './phragmen/rule-set.ts';

/**
 * The whole rule of a count as data: what is hashed, frozen before the vote and published with the result.
 *
 * Every member is always present: a default is a choice, written out. A new rule is a new folder with its members
 * (`rule-set.ts`) and its count (`rule.ts`), and a line here; the compiler then leads to the rest.
 */
export const ruleSetSchema = z.discriminatedUnion('rule', [
  greedyRuleSet,
  equalSharesRuleSet,
  phragmenRuleSet,
  majorityJudgementRuleSet,
]);

export type RuleSet = z.infer<typeof ruleSetSchema>;
