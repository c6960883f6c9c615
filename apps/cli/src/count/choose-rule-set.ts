import { defaultRuleSet, parseRuleSet, type Profile, type RuleSet } from '@convite/counting';
import { assertNever, err, ok, type Result } from '@convite/kernel';
import type { RuleSource, TiesChoice } from '../arguments/count-request.ts';
import type { UsageError } from '../arguments/usage-error.ts';

/** Why the file of `--rule-set` is none. */
export type RuleSetFault =
  | { readonly type: 'not_json'; readonly message: string }
  | { readonly type: 'not_a_rule_set'; readonly issues: readonly string[] };

/** The rule set that the options describe: the rule's defaults, with what is said changed. */
export function ruleSetOfOptions(source: Extract<RuleSource, { type: 'options' }>, kind: Profile['kind']): RuleSet {
  const { rule, utility, completion, add1Step, threshold } = source;
  const base = defaultRuleSet(rule, kind);
  const minimumSupport = threshold === undefined ? base.minimumSupport : { ...base.minimumSupport, votes: threshold };
  switch (base.rule) {
    case 'greedy':
      return { ...base, minimumSupport, utility: utility ?? base.utility };
    case 'equal-shares':
      return {
        ...base,
        minimumSupport,
        utility: utility ?? base.utility,
        completion: completion ?? base.completion,
        add1Step: add1Step ?? base.add1Step,
      };
    case 'phragmen':
    case 'majority-judgement':
      return { ...base, minimumSupport };
    default:
      return assertNever(base);
  }
}

/** Reads the rule set of a JSON file. */
export function readRuleSet(text: string): Result<RuleSet, RuleSetFault> {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return err({ type: 'not_json', message: thrown.message });
    throw thrown;
  }
  const parsed = parseRuleSet(value);
  return parsed.ok
    ? parsed
    : err({
        type: 'not_a_rule_set',
        issues: parsed.error.map(({ at, message }) => (at === '' ? message : `${at}: ${message}`)),
      });
}

/**
 * Adds the ties of the command line behind those of the rule set, so that lots settle what the rule set leaves open.
 * Refuses `refuse` where the rule set settles ties by itself.
 */
export function withTies(ruleSet: RuleSet, choice: TiesChoice | undefined): Result<RuleSet, UsageError> {
  if (choice === undefined) return ok(ruleSet);
  if (choice === 'refuse') return ruleSet.ties.length === 0 ? ok(ruleSet) : err({ type: 'ties_already_settled' });
  const criterion = choice === 'project-id' ? choice : { lots: [...choice.lots] };
  return ok({ ...ruleSet, ties: [...ruleSet.ties, criterion] });
}
