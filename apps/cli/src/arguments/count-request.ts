import { err, ok, type Result } from '@convite/kernel';
import {
  type CompletionName,
  completions,
  languages,
  oneOf,
  type RuleName,
  rules,
  utilities,
  type UtilityName,
} from './choices.ts';
import { type GivenOptions, type OptionTable, readOptions } from './read-options.ts';
import { isWrittenForm, type UsageError } from './usage-error.ts';

/** Where the rule of a count comes from. A command line names one source. */
export type RuleSource =
  | { readonly type: 'declared' }
  | { readonly type: 'rule_set_file'; readonly path: string }
  | {
      readonly type: 'options';
      readonly rule: RuleName;
      readonly utility: UtilityName | undefined;
      readonly completion: CompletionName | undefined;
      /** Units of the currency, decimal text. */
      readonly add1Step: string | undefined;
      /** Votes. */
      readonly threshold: number | undefined;
    };

/** How ties are to be settled: `refuse` adds nothing to the rule set. */
export type TiesChoice = 'refuse' | 'project-id' | { readonly lots: readonly string[] };

/** `convite count`, understood. */
export interface CountRequest {
  /** Path as given, or `-` for standard input. */
  readonly input: string;
  readonly source: RuleSource;
  readonly ties: TiesChoice | undefined;
  readonly json: boolean;
}

const countOptions = {
  rule: rules,
  utility: utilities,
  completion: completions,
  'add1-step': 'money',
  threshold: 'whole-number',
  ties: 'ties',
  'rule-set': 'file',
  'as-declared': 'flag',
  lang: languages,
  json: 'flag',
} as const satisfies OptionTable;

/** Reads the arguments after `convite count`, or says why they cannot be followed. */
export function parseCountRequest(args: readonly string[]): Result<CountRequest | 'help' | 'version', UsageError> {
  const given = readOptions(args, countOptions);
  if (!given.ok) return given;
  if (given.value.flags.has('help')) return ok('help');
  if (given.value.flags.has('version')) return ok('version');
  const { inputs, values, flags } = given.value;
  const badValue = firstBadValue(values);
  if (badValue !== undefined) return err(badValue);
  const source = ruleSource(given.value);
  if (!source.ok) return source;
  const [input, ...more] = inputs;
  if (input === undefined) return err({ type: 'no_input' });
  if (more.length > 0) return err({ type: 'too_many_inputs', given: inputs });
  const ties = values.get('ties');
  return ok({
    input,
    source: source.value,
    ties: ties === undefined ? undefined : parseTies(ties),
    json: flags.has('json'),
  });
}

/** The first value, in the order of the table, that its option does not take. */
export function firstBadValue(
  values: ReadonlyMap<string, string>,
  table: OptionTable = countOptions,
): UsageError | undefined {
  for (const [name, allowed] of Object.entries(table)) {
    const given = values.get(name);
    if (given === undefined || allowed === 'flag' || allowed === 'file' || isWrittenForm(allowed)) continue;
    const isGood =
      allowed === 'whole-number'
        ? /^\d{1,15}$/u.test(given)
        : allowed === 'money'
          ? /^\d{1,18}(\.\d{1,6})?$/u.test(given) && /[1-9]/u.test(given)
          : allowed === 'ties'
            ? parseTies(given) !== undefined
            : allowed.includes(given);
    if (!isGood) return { type: 'bad_value', option: `--${name}`, given, allowed };
  }
  return undefined;
}

function parseTies(text: string): TiesChoice | undefined {
  if (text === 'refuse' || text === 'project-id') return text;
  if (!text.startsWith('lots:')) return undefined;
  const lots = text.slice('lots:'.length).split(',');
  return lots.includes('') || new Set(lots).size < lots.length ? undefined : { lots };
}

/** Options that only refine `--rule`, and the rules that they refine. */
const refinements = [
  { option: 'utility', of: ['greedy', 'equal-shares'] },
  { option: 'completion', of: ['equal-shares'] },
  { option: 'add1-step', of: ['equal-shares'] },
  { option: 'threshold', of: rules },
] as const satisfies readonly { readonly option: keyof typeof countOptions; readonly of: readonly RuleName[] }[];

function ruleSource({ values, flags }: GivenOptions): Result<RuleSource, UsageError> {
  const ruleText = values.get('rule');
  const path = values.get('rule-set');
  const sources = [
    ...(ruleText === undefined ? [] : ['--rule']),
    ...(path === undefined ? [] : ['--rule-set']),
    ...(flags.has('as-declared') ? ['--as-declared'] : []),
  ];
  if (sources.length > 1) return err({ type: 'two_rule_sources', options: sources });
  const rule = ruleText === undefined ? undefined : oneOf(rules, ruleText);
  for (const { option, of } of refinements) {
    if (!values.has(option)) continue;
    if (rule === undefined) return err({ type: 'option_needs_rule', option: `--${option}` });
    if (oneOf(of, rule) === undefined) {
      return err({ type: 'option_of_other_rule', option: `--${option}`, rule, of: of.join(', ') });
    }
  }
  if (path !== undefined) return ok({ type: 'rule_set_file', path });
  if (rule === undefined) return ok({ type: 'declared' });
  const completion = oneOf(completions, values.get('completion') ?? '');
  const add1Step = values.get('add1-step');
  if (add1Step !== undefined && (completion === 'none' || completion === 'greedy')) {
    return err({ type: 'step_without_add1' });
  }
  const threshold = values.get('threshold');
  return ok({
    type: 'options',
    rule,
    utility: oneOf(utilities, values.get('utility') ?? ''),
    completion,
    add1Step,
    threshold: threshold === undefined ? undefined : Number(threshold),
  });
}
