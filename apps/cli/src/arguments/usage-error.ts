import type { RuleName } from './choices.ts';

/** What may stand as the value of an option: one of a few words, or a form that the messages describe. */
export type Allowed = readonly string[] | 'whole-number' | 'money' | 'ties';

/** Why a command line is refused. The sentences are in `words/`. */
export type UsageError =
  | { readonly type: 'unknown_command'; readonly given: string }
  | { readonly type: 'unknown_option'; readonly option: string; readonly known: readonly string[] }
  | { readonly type: 'missing_value'; readonly option: string; readonly allowed: Allowed | 'file' }
  | { readonly type: 'unexpected_value'; readonly option: string }
  | { readonly type: 'repeated_option'; readonly option: string }
  | { readonly type: 'bad_value'; readonly option: string; readonly given: string; readonly allowed: Allowed }
  | { readonly type: 'no_input' }
  | { readonly type: 'too_many_inputs'; readonly given: readonly string[] }
  | { readonly type: 'two_rule_sources'; readonly options: readonly string[] }
  | { readonly type: 'option_needs_rule'; readonly option: string }
  | { readonly type: 'option_of_other_rule'; readonly option: string; readonly rule: RuleName; readonly of: string }
  | { readonly type: 'step_without_add1' }
  | { readonly type: 'ties_already_settled' };
