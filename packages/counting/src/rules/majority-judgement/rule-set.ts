import { z } from 'zod';
import { everyRule, nothingLimited } from '../../model/rule-set-members.ts';

export const majorityJudgementRuleSet = z.strictObject({
  ...everyRule,
  rule: z.literal('majority-judgement'),
  misfit: z.enum(['skip', 'stop']),
  unmarked: z.int().nonnegative().describe('grade of a project that a ballot leaves unmarked'),
});

export type MajorityJudgementRuleSet = z.infer<typeof majorityJudgementRuleSet>;

/** Unmarked projects get the worst grade, 0. */
export const defaultMajorityJudgement = (): MajorityJudgementRuleSet => ({
  ...nothingLimited,
  rule: 'majority-judgement',
  misfit: 'skip',
  unmarked: 0,
});
