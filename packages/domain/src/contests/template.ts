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
