import { defaultRuleSet, type RuleSet, type TieCriterion } from '@convite/counting';
import {
  ballotForms,
  type ContestTemplate,
  cryptoGroups,
  type MoneyMember,
  type TemplateProblem,
} from '@convite/domain';
import type { Wrong, WrongCode } from '../pages/views.ts';
import { type FormResult, Problems, text, type Typed, wholeIn } from './form-problems.ts';
import { limitsText, readLimits, readMoney, readShare, shareText } from './rule-amounts.ts';

const rules = ['greedy', 'equal-shares', 'phragmen'] as const;
const completions = ['none', 'add1', 'add1-greedy', 'greedy'] as const;

/** In which order most votes are looked at, by the word of the form. */
const orders = {
  votes: { utility: 'cost', order: 'per-cost' },
  'votes-free-too': { utility: 'cardinality', order: 'total' },
  'votes-per-money': { utility: 'cardinality', order: 'per-cost' },
  'votes-times-money': { utility: 'cost', order: 'total' },
} as const;

/** Criteria of a tie, by the word of the form; what they leave open is decided by lot. */
const tieOrders: Readonly<Record<string, readonly TieCriterion[]>> = {
  lots: [],
  'lower-cost': ['lower-cost'],
  'project-id': ['project-id'],
  'lower-cost-project-id': ['lower-cost', 'project-id'],
};

/** What a control says that belongs to another rule than the chosen one: nothing. */
const neutral = {
  order: 'votes',
  misfit: 'skip',
  top_up: '',
  reserve: '',
  utility: 'cost',
  divisor: 'marked-ballots',
  completion: 'add1-greedy',
  step: '',
  comparison: 'none',
} as const;
type Tuning = keyof typeof neutral;
const ofGreedy = ['order', 'misfit'] as const satisfies readonly Tuning[];
const ofShares = ['utility', 'divisor', 'completion', 'comparison'] as const satisfies readonly Tuning[];
const ofTopUp = ['top_up', 'reserve'] as const satisfies readonly Tuning[];

const tuningIn = (typed: Typed, field: Tuning): string => text(typed, field) || neutral[field];

/** What is said of another rule than the chosen one would be lost without a word: it is refused where it stands. */
function refuseOthers(typed: Typed, fields: readonly Tuning[], code: WrongCode, problems: Problems): void {
  for (const field of fields) if (tuningIn(typed, field) !== neutral[field]) problems.add(field, code);
}

/** Form and rule of a template, as the rule editor sends them. */
export function readTemplate(typed: Typed): FormResult<ContestTemplate> {
  const problems = new Problems();
  const form = ballotForms.find((one) => one === text(typed, 'form')) ?? 'choose_one';
  const group = cryptoGroups.find((one) => one === text(typed, 'group')) ?? 'Ed25519';
  const most = form === 'choose_one' ? 1 : wholeIn(typed, 'most', problems);
  const rule = { ...tunedRule(typed, problems), ...limitsIn(typed, problems) };
  return problems.result(() => ({ form, most, group, mayBeBlank: text(typed, 'blank') !== 'no', rule }));
}

function tunedRule(typed: Typed, problems: Problems): RuleSet {
  const rule = defaultRuleSet(rules.find((one) => one === text(typed, 'rule')) ?? 'greedy', 'approval');
  if (rule.rule !== 'greedy') refuseOthers(typed, [...ofGreedy, ...ofTopUp], 'only_greedy', problems);
  if (rule.rule !== 'equal-shares') refuseOthers(typed, [...ofShares, 'step'], 'only_equal_shares', problems);
  if (rule.rule === 'greedy') {
    const order = Object.entries(orders).find(([word]) => word === tuningIn(typed, 'order'))?.[1] ?? orders.votes;
    return { ...rule, ...order, misfit: misfitIn(typed, problems) };
  }
  if (rule.rule !== 'equal-shares') return rule;
  const completion = completions.find((one) => one === tuningIn(typed, 'completion')) ?? neutral.completion;
  if (completion === 'none' || completion === 'greedy') refuseOthers(typed, ['step'], 'only_raised', problems);
  const step = text(typed, 'step');
  return {
    ...rule,
    utility: tuningIn(typed, 'utility') === 'cardinality' ? 'cardinality' : 'cost',
    divisor: tuningIn(typed, 'divisor') === 'all-ballots' ? 'all-ballots' : 'marked-ballots',
    completion,
    add1Step: step === '' ? rule.add1Step : (readMoney(step) ?? problems.add('step', 'amount') ?? rule.add1Step),
    comparison: tuningIn(typed, 'comparison') === 'greedy' ? 'greedy' : 'none',
  };
}

function misfitIn(typed: Typed, problems: Problems): Extract<RuleSet, { readonly rule: 'greedy' }>['misfit'] {
  const misfit = tuningIn(typed, 'misfit');
  if (misfit !== 'top-up') {
    refuseOthers(typed, ofTopUp, 'only_top_up', problems);
    return misfit === 'stop' ? 'stop' : 'skip';
  }
  const topUp = readShare(text(typed, 'top_up')) ?? problems.add('top_up', 'percent');
  const reserve = readMoney(text(typed, 'reserve')) ?? problems.add('reserve', 'amount');
  return topUp === undefined || reserve === undefined ? 'skip' : { topUp, reserve };
}

type Limits = Pick<
  RuleSet,
  'minimumSupport' | 'maximumWinners' | 'exclusiveGroups' | 'categoryBudgets' | 'neighbourhoodBudgets' | 'ties'
>;

function limitsIn(typed: Typed, problems: Problems): Limits {
  const votes = text(typed, 'minimum') === '' ? 0 : wholeIn(typed, 'minimum', problems);
  const shareOfBallots = readShare(text(typed, 'minimum_share')) ?? problems.add('minimum_share', 'percent') ?? '0/1';
  const maximumWinners = text(typed, 'winners') === '' ? null : wholeIn(typed, 'winners', problems);
  if (maximumWinners === 0) problems.add('winners', 'whole_number');
  return {
    minimumSupport: { votes, shareOfBallots, points: 0 },
    maximumWinners,
    exclusiveGroups: exclusiveIn(typed, problems),
    categoryBudgets: readLimits(text(typed, 'themes'), 'theme') ?? problems.add('themes', 'limits') ?? {},
    neighbourhoodBudgets: readLimits(text(typed, 'places'), 'place') ?? problems.add('places', 'limits') ?? {},
    ties: [...(tieOrders[text(typed, 'ties')] ?? [])],
  };
}

function exclusiveIn(typed: Typed, problems: Problems): string[][] {
  const lines = text(typed, 'exclusive')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '');
  const groups = lines.map((line) => line.trim().split(/[\s,;]+/u));
  const isGroup = (numbers: readonly string[]): boolean =>
    numbers.length > 1 &&
    new Set(numbers).size === numbers.length &&
    numbers.every((number) => /^[1-9]\d{0,2}$/u.test(number));
  if (!groups.every(isGroup)) problems.add('exclusive', 'groups');
  return groups;
}

/** A template as the rule editor shows it. */
export function templateTexts({ form, most, mayBeBlank, rule, group }: ContestTemplate): readonly [string, string][] {
  const { minimumSupport, maximumWinners, exclusiveGroups, categoryBudgets, neighbourhoodBudgets } = rule;
  const ties = Object.entries(tieOrders).find(
    ([, criteria]) => criteria.length === rule.ties.length && criteria.every((one, i) => one === rule.ties[i]),
  );
  return [
    ['form', form],
    ['most', String(most)],
    ['blank', mayBeBlank ? 'yes' : 'no'],
    ['rule', rule.rule],
    ...Object.entries({ ...neutral, ...tuningTexts(rule) }),
    ['minimum', minimumSupport.votes === 0 ? '' : String(minimumSupport.votes)],
    ['minimum_share', shareText(minimumSupport.shareOfBallots)],
    ['winners', maximumWinners === null ? '' : String(maximumWinners)],
    ['exclusive', exclusiveGroups.map((numbers) => numbers.join(' ')).join('\n')],
    ['themes', limitsText(categoryBudgets)],
    ['places', limitsText(neighbourhoodBudgets)],
    ['ties', ties?.[0] ?? 'lots'],
    ['group', group],
  ];
}

function tuningTexts(rule: RuleSet): Readonly<Partial<Record<Tuning, string>>> {
  if (rule.rule === 'greedy') {
    const { misfit } = rule;
    const order = Object.entries(orders).find(
      ([, { utility, order: by }]) => utility === rule.utility && by === rule.order,
    );
    const told = { order: order?.[0] ?? neutral.order };
    return typeof misfit === 'string'
      ? { ...told, misfit }
      : { ...told, misfit: 'top-up', top_up: shareText(misfit.topUp), reserve: misfit.reserve };
  }
  if (rule.rule !== 'equal-shares') return {};
  const { utility, divisor, completion, comparison, add1Step } = rule;
  return { utility, divisor, completion, comparison, step: add1Step === '1' ? '' : add1Step };
}

/** The controls where money of a rule is typed. */
const moneyFields: Readonly<Record<MoneyMember, string>> = {
  categoryBudgets: 'themes',
  neighbourhoodBudgets: 'places',
  add1Step: 'step',
  misfit: 'reserve',
};
/** Where a problem of a template is mended. */
const problemFields: Readonly<Record<Exclude<TemplateProblem['type'], 'money_too_fine'>, string>> = {
  most_out_of_range: 'most',
  group_without_whole_ballots: 'group',
  rule_needs_other_ballots: 'rule',
  names_options_of_many_contests: 'exclusive',
  unknown_number: 'exclusive',
  unknown_theme: 'themes',
  unknown_place: 'places',
  share_above_all: 'minimum_share',
  top_up_without_effect: 'top_up',
  step_not_positive: 'step',
};

/** The problems of a template at the controls of the rule editor. */
export const templateWrongs = (problems: readonly TemplateProblem[]): readonly Wrong[] =>
  problems.map((problem) => ({
    field: problem.type === 'money_too_fine' ? moneyFields[problem.member] : problemFields[problem.type],
    code: problem.type,
  }));
