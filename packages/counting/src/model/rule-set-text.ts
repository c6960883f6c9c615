import { type CanonicalJson, canonicalJson, err, ok, type Result } from '@convite/kernel';
import { z } from 'zod';
import type { BallotKind } from './profile.ts';
import { type RuleSet, ruleSetSchema } from './rule-set.ts';

/** What is wrong with a rule set: where, and in words. */
export interface RuleSetProblem {
  /** Path of the member, such as `minimumSupport.votes`; empty for the whole. */
  readonly at: string;
  readonly message: string;
}

/** Reads a rule set from JSON that came from outside. Everything must be stated; nothing unknown may be. */
export function parseRuleSet(value: unknown): Result<RuleSet, readonly RuleSetProblem[]> {
  const parsed = ruleSetSchema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  return err(parsed.error.issues.map(({ path, message }) => ({ at: path.map(String).join('.'), message })));
}

/** The one text that stands for a rule set; its SHA-256 in UTF-8 names the rule set. See `canonicalJson`. */
export function canonicalRuleSet(ruleSet: RuleSet): string {
  const json: CanonicalJson = ruleSet;
  return canonicalJson(json);
}

/** JSON Schema (draft 2020-12) of rule sets. */
export const ruleSetJsonSchema = (): Readonly<Record<string, unknown>> => ({ ...z.toJSONSchema(ruleSetSchema) });

/**
 * The rule set that a bare rule name means: no minimum, no limits, no tie criterion.
 *
 * Utilities: `cost` for choose-one and approval, `points` for points and scores, `borda` for ranked. Equal shares
 * divides among the marked ballots, completes by Add1 with a step of one unit of the currency and then greedily.
 */
export function defaultRuleSet(rule: RuleSet['rule'], kind: BallotKind): RuleSet {
  const everyRule = {
    schema: 'convite/rule-set/1' as const,
    minimumSupport: { votes: 0, shareOfBallots: '0/1', points: 0 },
    exclusiveGroups: [],
    categoryBudgets: {},
    neighbourhoodBudgets: {},
    maximumWinners: null,
    ties: [],
  };
  const utility = kind === 'ranked' ? 'borda' : kind === 'points' || kind === 'scores' ? 'points' : 'cost';
  switch (rule) {
    case 'greedy':
      return { ...everyRule, rule, utility, order: 'per-cost', misfit: 'skip' };
    case 'equal-shares':
      return {
        ...everyRule,
        rule,
        utility,
        divisor: 'marked-ballots',
        completion: 'add1-greedy',
        add1Step: '1',
        comparison: 'none',
      };
    case 'phragmen':
      return { ...everyRule, rule };
    case 'majority-judgement':
      return { ...everyRule, rule, misfit: 'skip', unmarked: 0 };
  }
}
