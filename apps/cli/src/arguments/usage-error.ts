import type { RuleName } from './choices.ts';

/** A form that shows itself, such as `TofN`; an option that `repeats` may be given any number of times. */
export interface WrittenForm {
  readonly form: string;
  readonly example: string;
  readonly repeats: boolean;
}

/** What may stand as the value of an option: one of a few words, or a form that the messages describe. */
export type Allowed = readonly string[] | 'whole-number' | 'money' | 'ties' | WrittenForm;

export const isWrittenForm = (allowed: Allowed | 'file' | 'flag'): allowed is WrittenForm =>
  typeof allowed === 'object' && 'form' in allowed;

/** Why a command line is refused. The sentences are in `words/`. */
export type UsageError =
  | { readonly type: 'unknown_command'; readonly given: string }
  | { readonly type: 'unknown_option'; readonly option: string; readonly known: readonly string[] }
  | { readonly type: 'missing_value'; readonly option: string; readonly allowed: Allowed | 'file' }
  | { readonly type: 'unexpected_value'; readonly option: string }
  | { readonly type: 'repeated_option'; readonly option: string }
  | { readonly type: 'bad_value'; readonly option: string; readonly given: string; readonly allowed: Allowed }
  /** A command of several tasks is given none, or none that it has. */
  | { readonly type: 'no_task'; readonly tasks: readonly string[] }
  | { readonly type: 'unknown_task'; readonly given: string; readonly tasks: readonly string[] }
  /** What is secret in earnest is never made from a text that somebody knows. */
  | { readonly type: 'seed_refused' }
  | { readonly type: 'missing_file'; readonly example: string }
  | { readonly type: 'no_input' }
  | { readonly type: 'missing_option'; readonly option: string; readonly example: string }
  | { readonly type: 'no_input_expected'; readonly given: string }
  | { readonly type: 'too_many_inputs'; readonly given: readonly string[] }
  | { readonly type: 'two_rule_sources'; readonly options: readonly string[] }
  | { readonly type: 'option_needs_rule'; readonly option: string }
  | { readonly type: 'option_of_other_rule'; readonly option: string; readonly rule: RuleName; readonly of: string }
  | { readonly type: 'step_without_add1' }
  | { readonly type: 'ties_already_settled' };
