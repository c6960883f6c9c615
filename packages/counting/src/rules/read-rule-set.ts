import { assertNever, type CanonicalJson, canonicalJson, err, ok, type Result } from '@convite/kernel';
import { z } from 'zod';
import type { BallotKind } from '../model/profile.ts';
import { defaultEqualShares } from './equal-shares/rule-set.ts';
import { defaultGreedy } from './greedy/rule-set.ts';
import { defaultMajorityJudgement } from './majority-judgement/rule-set.ts';
import { defaultPhragmen } from './phragmen/rule-set.ts';
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
  if (!parsed.success) {
    return err(parsed.error.issues.map(({ path, message }) => ({ at: path.map(String).join('.'), message })));
  }
  return namesPrototype(value) ? err([{ at: '', message: 'nothing may be named __proto__' }]) : ok(parsed.data);
}

/** The schema passes over members of this name: what it reads would not be what was sent. */
function namesPrototype(value: unknown): boolean {
  let found = false;
  JSON.stringify(value, (name, member: unknown) => {
    found ||= name === '__proto__';
    return found ? undefined : member;
  });
  return found;
}

/** The one text that stands for a rule set; its SHA-256 in UTF-8 names the rule set. See `canonicalJson`. */
export function canonicalRuleSet(ruleSet: RuleSet): string {
  const json: CanonicalJson = ruleSet;
  return canonicalJson(json);
}

/** JSON Schema (draft 2020-12) of rule sets. */
export const ruleSetJsonSchema = (): Readonly<Record<string, unknown>> => ({ ...z.toJSONSchema(ruleSetSchema) });

/** The rule set that a bare rule name means: no minimum, no limits, no tie criterion. */
export function defaultRuleSet(rule: RuleSet['rule'], kind: BallotKind): RuleSet {
  switch (rule) {
    case 'greedy':
      return defaultGreedy(kind);
    case 'equal-shares':
      return defaultEqualShares(kind);
    case 'phragmen':
      return defaultPhragmen();
    case 'majority-judgement':
      return defaultMajorityJudgement();
    default:
      return assertNever(rule);
  }
}
