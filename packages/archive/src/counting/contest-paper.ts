import type { RuleSet } from '@convite/counting';
import { isMixed, type PackedLayout, type Question, readLayout } from '@convite/crypto';
import { questionKind } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { drawOrder } from '../lots/draw-lots.ts';
import type { ManifestContest } from '../manifest/manifest.ts';

/** What was on the paper of a contest, as the manifest has it. */
export type PaperOfContest = Pick<ManifestContest, 'most' | 'may_be_blank' | 'envelope' | 'options'>;

/** How the answers of an election stand for the options of a contest. */
export interface AnsweredPaper {
  /** The numbers of the options, by answer. */
  readonly numbers: readonly number[];
  /** How whole ballots are laid out; undefined where totals are opened. */
  readonly layout: PackedLayout | undefined;
  /** Whether the first total is the one of the blank ballots. */
  readonly hasBlankTotal: boolean;
}

/** Why an election is not that of the paper. */
export type PaperFault = 'several_questions' | 'other_kind' | 'other_limits' | 'other_options';

/**
 * Finds the option of each answer.
 *
 * Source: docs/spec/consultation-archive.md, D.1: totals for a greedy rule, whole ballots laid out as approvals for any
 * other; each answer is `NUMBER. TITLE` or `TITLE` of one option, and each option that stands has one.
 */
export function matchPaper(
  contest: PaperOfContest,
  rule: RuleSet,
  questions: readonly Question[],
): Result<AnsweredPaper, PaperFault> {
  const [question, ...others] = questions;
  if (question === undefined || others.length > 0) return err('several_questions');
  if (isMixed(question) !== (questionKind(rule) === 'mixed')) return err('other_kind');
  if (isMixed(question)) {
    const named = readLayout(question, { maxInts: Infinity });
    if (!named.ok || named.value?.layout.kind !== 'approvals') return err('other_kind');
    const numbers = numbersOf(contest, named.value.options);
    return numbers === undefined
      ? err('other_options')
      : ok({ numbers, layout: named.value.layout, hasBlankTotal: false });
  }
  const hasBlankTotal = question.blank === true;
  if (question.max !== contest.most || hasBlankTotal !== contest.may_be_blank) return err('other_limits');
  const numbers = numbersOf(contest, question.answers);
  return numbers === undefined ? err('other_options') : ok({ numbers, layout: undefined, hasBlankTotal });
}

function numbersOf({ options }: PaperOfContest, answers: readonly string[]): readonly number[] | undefined {
  const numbers = answeredNumbers(options, answers);
  const found = new Set(numbers);
  return numbers !== undefined && options.every(({ number, withdrawn }) => withdrawn || found.has(number))
    ? numbers
    : undefined;
}

/** An option as it may be named by an answer. */
type NamedOption = Pick<PaperOfContest['options'][number], 'number' | 'title'>;

/** The number of the option that each answer names, as `NUMBER. TITLE` or `TITLE`; undefined where one names none or another's. */
function answeredNumbers(options: readonly NamedOption[], answers: readonly string[]): readonly number[] | undefined {
  const numbers = answers.flatMap((answer) => {
    const named = options.filter(({ number, title }) => answer === `${number}. ${title}` || answer === title);
    const [only] = named;
    return only !== undefined && named.length === 1 ? [only.number] : [];
  });
  return numbers.length === answers.length && new Set(numbers).size === numbers.length ? numbers : undefined;
}

/** The draw of the order of options; null where they stand by their numbers. */
type OrderDraw = { readonly seed: string } | null;

/** Options in the order in which they stand on the paper of a contest. */
export function orderOfPaper(
  draw: OrderDraw,
  contest: string,
  options: readonly number[],
  sha256: (bytes: Uint8Array) => Uint8Array,
): readonly number[] {
  if (draw === null) return options.toSorted((a, b) => a - b);
  return drawOrder({ seed: draw.seed, contest }, options, sha256).map(({ option }) => option);
}

/** A contest as its election is set up. */
export interface PaperToAnswer {
  readonly id: string;
  readonly options: readonly NamedOption[];
}

/**
 * Whether the answers of an election are the options of a contest, each of them, in the order of its paper. What is withdrawn
 * before the election is written keeps its answer and its number.
 */
export function answersFit(
  { id, options }: PaperToAnswer,
  draw: OrderDraw,
  questions: readonly Question[],
  sha256: (bytes: Uint8Array) => Uint8Array,
): Result<undefined, 'other_options' | 'other_order'> {
  const [question] = questions;
  const numbers = question === undefined ? undefined : answeredNumbers(options, answersOf(question) ?? []);
  if (numbers?.length !== options.length || questions.length > 1) return err('other_options');
  const order = orderOfPaper(draw, id, numbers, sha256);
  return order.every((number, i) => number === numbers[i]) ? ok(undefined) : err('other_order');
}

/** What a ballot may name, in the order of the election; undefined where whole ballots are laid out as something else. */
function answersOf(question: Question): readonly string[] | undefined {
  if (!isMixed(question)) return question.answers;
  const named = readLayout(question, { maxInts: Infinity });
  return named.ok && named.value?.layout.kind === 'approvals' ? named.value.options : undefined;
}
