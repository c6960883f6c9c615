import type { Brand } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';

/** Who takes part in decrypting, with the key that the partial decryptions are checked with. */
export interface Trustee {
  /** From 1, in the order of the list; members of a threshold ceremony are counted one by one. */
  readonly owner: number;
  readonly key: Element;
  readonly name: string | undefined;
}

/** What later versions of the format added to a threshold ceremony. */
export type ThresholdAddition = 'context' | 'confirmation' | 'ownership';

/** An entry of the list: one trustee who must decrypt, or several of whom any `threshold` must. */
export type TrusteeEntry =
  | { readonly kind: 'single'; readonly trustee: Trustee }
  | {
      readonly kind: 'threshold';
      readonly threshold: number;
      /** In the order of their numbers within the ceremony, from 1. */
      readonly members: readonly Trustee[];
      /** The additions that one member lacks at least; without any lacking it is what we write ourselves. */
      readonly lacking: readonly ThresholdAddition[];
    };

/** The trustees of an entry in order, and how many of them must decrypt. */
export const quorumOf = (entry: TrusteeEntry): { readonly members: readonly Trustee[]; readonly threshold: number } =>
  entry.kind === 'single' ? { members: [entry.trustee], threshold: 1 } : entry;

/** The trustees of an election and what their keys make together. */
export interface Trustees {
  readonly group: Group;
  readonly entries: readonly TrusteeEntry[];
  /** All of them; the one of owner n stands at n - 1. */
  readonly trustees: readonly Trustee[];
  /** The product of the parts of all entries: what ballots are encrypted with. */
  readonly electionKey: Element;
}

/** Trustees with every check of `trustees.*` made and passed; only `verifyTrustees` makes them. */
export type VerifiedTrustees = Brand<Trustees, 'VerifiedTrustees'>;
