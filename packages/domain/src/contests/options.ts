import { err, ok, type Result } from '@convite/kernel';
import type { ConsultationState } from '../consultations/consultation-machine.ts';
import type { ContestState } from './contest-machine.ts';
import { mostOptions, type QuestionKind } from './template.ts';

/** What an option says at most, in UTF-16 units: it must fit on a ballot paper. */
export const optionText = { title: 60, summary: 300, place: 120, theme: 60 } as const;

/** Options are typed by number: three digits at most. */
export const highestNumber = 999;

/** An option as the rules of its contest see it. */
export interface RuledOption {
  readonly number: number;
  readonly cost: bigint | null;
  readonly isApproved: boolean;
  readonly isWithdrawn: boolean;
}

export type OptionsProblem =
  | { readonly type: 'no_options' }
  | { readonly type: 'too_many_options'; readonly most: number; readonly found: number }
  | { readonly type: 'not_approved'; readonly numbers: readonly number[] }
  /** Where money is divided every option says what it costs, and none costs more than there is. */
  | { readonly type: 'cost_missing'; readonly numbers: readonly number[] }
  | { readonly type: 'cost_above_envelope'; readonly numbers: readonly number[]; readonly envelope: bigint }
  /** Without an envelope the rule must say how many win. */
  | { readonly type: 'neither_envelope_nor_winners' };

/**
 * What keeps the options of a contest from being put to the vote; all of it.
 *
 * @param envelope what there is to spend in minor units; `null` where no money is divided.
 * @param winners how many may win at most by the rule; `null` for as many as the envelope pays.
 */
export function optionsProblems(
  options: readonly RuledOption[],
  envelope: bigint | null,
  winners: number | null,
  kind: QuestionKind,
): readonly OptionsProblem[] {
  const standing = options.filter(({ isWithdrawn }) => !isWithdrawn);
  const numbers = (wrong: (option: RuledOption) => boolean): readonly number[] =>
    standing.filter(wrong).map(({ number }) => number);
  const problems: OptionsProblem[] = [];
  if (standing.length === 0) problems.push({ type: 'no_options' });
  const most = mostOptions[kind];
  if (options.length > most) problems.push({ type: 'too_many_options', most, found: options.length });
  const pending = numbers(({ isApproved }) => !isApproved);
  if (pending.length > 0) problems.push({ type: 'not_approved', numbers: pending });
  if (envelope === null) {
    if (winners === null) problems.push({ type: 'neither_envelope_nor_winners' });
    return problems;
  }
  const costless = numbers(({ cost }) => cost === null);
  if (costless.length > 0) problems.push({ type: 'cost_missing', numbers: costless });
  const dear = numbers(({ cost }) => cost !== null && cost > envelope);
  if (dear.length > 0) problems.push({ type: 'cost_above_envelope', numbers: dear, envelope });
  return problems;
}

export type WithdrawalRefusal =
  /** Before freezing an option is simply taken out; after closing nothing is withdrawn any more. */
  | { readonly type: 'not_now'; readonly consultation: ConsultationState; readonly contest: ContestState }
  | { readonly type: 'unknown_option'; readonly number: number }
  | { readonly type: 'already_withdrawn'; readonly number: number }
  /** A contest without options is annulled instead. */
  | { readonly type: 'last_option'; readonly number: number };

/** What is left to choose once an option is withdrawn after freezing: its number stays empty, the others keep theirs. */
export function withdrawn(
  options: readonly RuledOption[],
  number: number,
  consultation: ConsultationState,
  contest: ContestState,
): Result<readonly RuledOption[], WithdrawalRefusal> {
  const isTime = consultation === 'frozen' || consultation === 'open';
  const isAlive = contest === 'draft' || contest === 'ready' || contest === 'frozen' || contest === 'open';
  if (!isTime || !isAlive) return err({ type: 'not_now', consultation, contest });
  const option = options.find((one) => one.number === number);
  if (option === undefined) return err({ type: 'unknown_option', number });
  if (option.isWithdrawn) return err({ type: 'already_withdrawn', number });
  if (options.every((one) => one.isWithdrawn || one.number === number)) return err({ type: 'last_option', number });
  return ok(options.map((one) => (one.number === number ? { ...one, isWithdrawn: true } : one)));
}
