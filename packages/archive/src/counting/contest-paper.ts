import type { RuleSet } from '@convite/counting';
import { isMixed, type PackedLayout, type Question, readLayout } from '@convite/crypto';
import { questionKind } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
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
  const numbers = answers.map((answer) => {
    const named = options.filter(({ number, title }) => answer === `${number}. ${title}` || answer === title);
    return named.length === 1 ? named[0]?.number : undefined;
  });
  const found = new Set(numbers);
  const areAll = options.every(({ number, withdrawn }) => withdrawn || found.has(number));
  return areAll && found.size === answers.length && !found.has(undefined)
    ? numbers.flatMap((number) => (number === undefined ? [] : [number]))
    : undefined;
}
