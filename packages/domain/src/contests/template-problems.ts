import type { RuleSet } from '@convite/counting';
import { compareCodePoints } from '@convite/kernel';
import { type ContestTemplate, type CryptoGroup, mostOptions, questionKind } from './template.ts';

/** Groups whose elements carry the ints of a mixed question. */
const mixedGroups: readonly CryptoGroup[] = ['Ed25519', 'RFC-3526-2048'];

/** What a template is held against. */
export interface TemplateUse {
  /** Contests that were made of it, or will be. */
  readonly contests: number;
  /** The fewest decimals in which one of them counts money: none where no money is divided. */
  readonly decimals: number;
  /** What the rule may name of their options; undefined while these are still written. */
  readonly named: NamedInRules | undefined;
}

/** What rules call options by: numbers in decimal, themes and places as they are written. */
export interface NamedInRules {
  readonly numbers: ReadonlySet<string>;
  readonly themes: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}

/** A member of a rule set that holds money. */
export type MoneyMember = 'categoryBudgets' | 'neighbourhoodBudgets' | 'add1Step' | 'misfit';

export type TemplateProblem =
  /** A ballot names at least one option at most, and exactly one where one is to be chosen. */
  | { readonly type: 'most_out_of_range'; readonly most: number }
  | { readonly type: 'group_without_whole_ballots'; readonly group: CryptoGroup }
  /** The rule, or its utility or minimum, asks for points or ranks that this form does not have. */
  | { readonly type: 'rule_needs_other_ballots' }
  /** Projects named in a rule stand for the numbers of one contest. */
  | { readonly type: 'names_options_of_many_contests'; readonly contests: number }
  /** No option has the number, the theme or the place, so that what the rule says of it would hold for nothing. */
  | { readonly type: 'unknown_number' | 'unknown_theme' | 'unknown_place'; readonly names: readonly string[] }
  /** Money smaller than is counted; the contest could not be counted. */
  | { readonly type: 'money_too_fine'; readonly member: MoneyMember; readonly decimals: number }
  /** More votes than there are ballots are asked for. */
  | { readonly type: 'share_above_all' }
  /** What does not fit is completed only if it would fit, or out of nothing: the count would just stop. */
  | { readonly type: 'top_up_without_effect' }
  /** Shares would be raised by nothing, without end. */
  | { readonly type: 'step_not_positive' };

/** What keeps a template from being frozen; all of it. */
export function templateProblems(
  template: ContestTemplate,
  { contests, decimals, named }: TemplateUse,
): readonly TemplateProblem[] {
  const { form, most, rule, group } = template;
  const problems: TemplateProblem[] = [];
  const highest = form === 'choose_one' ? 1 : mostOptions[questionKind(rule)];
  if (!Number.isSafeInteger(most) || most < 1 || most > highest) problems.push({ type: 'most_out_of_range', most });
  if (questionKind(rule) === 'mixed' && !mixedGroups.includes(group)) {
    problems.push({ type: 'group_without_whole_ballots', group });
  }
  if (needsOtherBallots(rule)) problems.push({ type: 'rule_needs_other_ballots' });
  if (optionsIn(rule).length > 0 && contests > 1) problems.push({ type: 'names_options_of_many_contests', contests });
  if (named !== undefined) problems.push(...unknownNames(rule, named));
  return [...problems, ...amountProblems(rule, decimals)];
}

function needsOtherBallots(rule: RuleSet): boolean {
  if (rule.minimumSupport.points > 0 || rule.rule === 'majority-judgement') return true;
  return rule.rule !== 'phragmen' && rule.utility !== 'cost' && rule.utility !== 'cardinality';
}

/** The options that a rule names. */
const optionsIn = ({ exclusiveGroups, ties }: RuleSet): readonly string[] => [
  ...exclusiveGroups.flat(),
  ...ties.flatMap((criterion) => (typeof criterion === 'string' ? [] : criterion.lots)),
];

/** Whether a rule names options, themes or places, so that these have to be known. */
export const namesOptions = (rule: RuleSet): boolean =>
  optionsIn(rule).length > 0 ||
  Object.keys(rule.categoryBudgets).length > 0 ||
  Object.keys(rule.neighbourhoodBudgets).length > 0;

function unknownNames(rule: RuleSet, { numbers, themes, places }: NamedInRules): readonly TemplateProblem[] {
  const lacking = (names: readonly string[], known: ReadonlySet<string>): readonly string[] =>
    [...new Set(names)].filter((name) => !known.has(name)).toSorted(compareCodePoints);
  const problems = [
    { type: 'unknown_number', names: lacking(optionsIn(rule), numbers) },
    { type: 'unknown_theme', names: lacking(Object.keys(rule.categoryBudgets), themes) },
    { type: 'unknown_place', names: lacking(Object.keys(rule.neighbourhoodBudgets), places) },
  ] as const;
  return problems.filter(({ names }) => names.length > 0);
}

function amountProblems(rule: RuleSet, decimals: number): readonly TemplateProblem[] {
  const amounts: readonly (readonly [MoneyMember, readonly string[]])[] = [
    ['categoryBudgets', Object.values(rule.categoryBudgets)],
    ['neighbourhoodBudgets', Object.values(rule.neighbourhoodBudgets)],
    ['add1Step', rule.rule === 'equal-shares' ? [rule.add1Step] : []],
    ['misfit', rule.rule === 'greedy' && typeof rule.misfit === 'object' ? [rule.misfit.reserve] : []],
  ];
  const problems: TemplateProblem[] = amounts
    .filter(([, texts]) => texts.some((text) => isFiner(text, decimals)))
    .map(([member]) => ({ type: 'money_too_fine', member, decimals }));
  if (besideAll(rule.minimumSupport.shareOfBallots) === 'more') problems.push({ type: 'share_above_all' });
  if (rule.rule === 'greedy' && typeof rule.misfit === 'object') {
    const { topUp, reserve } = rule.misfit;
    if (besideAll(topUp) !== 'less' || isNothing(reserve)) problems.push({ type: 'top_up_without_effect' });
  }
  if (rule.rule === 'equal-shares' && isNothing(rule.add1Step)) problems.push({ type: 'step_not_positive' });
  return problems;
}

/** Whether a decimal text of a rule set has a part smaller than these decimals hold. */
const isFiner = (text: string, decimals: number): boolean => {
  const [, part = ''] = text.split('.');
  return /[1-9]/u.test(part.slice(decimals));
};

const isNothing = (amount: string): boolean => !/[1-9]/u.test(amount);

/** How a share `p/q` of a rule set compares with the whole. */
function besideAll(share: string): 'less' | 'all' | 'more' {
  const [part = '', whole = ''] = share.split('/');
  const difference = BigInt(part) - BigInt(whole);
  return difference < 0n ? 'less' : difference === 0n ? 'all' : 'more';
}
