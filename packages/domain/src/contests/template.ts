import type { RuleSet } from '@convite/counting';

/** How a paper is filled in. */
export const ballotForms = ['choose_one', 'approval'] as const;
export type BallotForm = (typeof ballotForms)[number];

export const cryptoGroups = ['Ed25519', 'BELENIOS-2048', 'RFC-3526-2048'] as const;
export type CryptoGroup = (typeof cryptoGroups)[number];

/** One paper for any set of territories. */
export interface ContestTemplate {
  readonly form: BallotForm;
  /** The most options that one ballot may name. */
  readonly most: number;
  readonly mayBeBlank: boolean;
  readonly rule: RuleSet;
  readonly group: CryptoGroup;
}

/**
 * What the trustees open of each contest: with `homomorphic` totals alone, never a single ballot; with `mixed` the whole
 * ballots, shuffled, because the rule needs to know what was chosen together.
 */
export type QuestionKind = 'homomorphic' | 'mixed';

export const questionKind = ({ rule }: RuleSet): QuestionKind => (rule === 'greedy' ? 'homomorphic' : 'mixed');

/** The most options that a contest may have, by what is opened of it: decision 13 packs approvals eight to an int, at most 16. */
export const mostOptions: Readonly<Record<QuestionKind, number>> = { homomorphic: 1000, mixed: 128 };

/** Groups whose elements carry the ints of a mixed question. */
const mixedGroups: readonly CryptoGroup[] = ['Ed25519', 'RFC-3526-2048'];

export type TemplateProblem =
  /** A ballot names at least one option at most, and exactly one where one is to be chosen. */
  | { readonly type: 'most_out_of_range'; readonly most: number }
  | { readonly type: 'group_without_whole_ballots'; readonly group: CryptoGroup }
  /** The rule, or its utility or minimum, asks for points or ranks that this form does not have. */
  | { readonly type: 'rule_needs_other_ballots' }
  /** Projects named in a rule stand for the numbers of one contest. */
  | { readonly type: 'names_options_of_many_contests'; readonly contests: number };

/** What keeps a template from being frozen; all of it. */
export function templateProblems(template: ContestTemplate, contests: number): readonly TemplateProblem[] {
  const { form, most, rule, group } = template;
  const problems: TemplateProblem[] = [];
  const highest = form === 'choose_one' ? 1 : mostOptions[questionKind(rule)];
  if (!Number.isSafeInteger(most) || most < 1 || most > highest) problems.push({ type: 'most_out_of_range', most });
  if (questionKind(rule) === 'mixed' && !mixedGroups.includes(group)) {
    problems.push({ type: 'group_without_whole_ballots', group });
  }
  if (needsOtherBallots(rule)) problems.push({ type: 'rule_needs_other_ballots' });
  const names = rule.exclusiveGroups.length > 0 || rule.ties.some((criterion) => typeof criterion !== 'string');
  if (names && contests > 1) problems.push({ type: 'names_options_of_many_contests', contests });
  return problems;
}

function needsOtherBallots(rule: RuleSet): boolean {
  if (rule.minimumSupport.points > 0 || rule.rule === 'majority-judgement') return true;
  return rule.rule !== 'phragmen' && rule.utility !== 'cost' && rule.utility !== 'cardinality';
}
