import type { CountedReport } from '@convite/counting';

/** What the pages say of the rule that is compared: its outcome, not how it came about. */
export type ComparedCount = Pick<CountedReport, 'status' | 'winners' | 'cost' | 'rule' | 'properties'>;

/**
 * One checked switch of `searchCounterfactuals`, as data: costs are exact decimals, ballots whole numbers.
 * Two full recounts one unit of change apart, of which one funds the project and the other does not.
 */
export type CheckedSwitch<T> =
  | {
      readonly type: 'switch';
      readonly funded: T;
      readonly notFunded: T;
      readonly claim: 'smallest' | 'would_have_been_enough';
    }
  | { readonly type: 'none_in_range'; readonly last: T; readonly proven: boolean };

/** What would have changed the outcome of one project; for a funded one, how far it is from losing. */
export interface Switches {
  readonly cost: CheckedSwitch<string>;
  /** Ballots naming only this project, added; taken away if negative. */
  readonly ballots: CheckedSwitch<number>;
}

/** How the supporters of a project fared. */
export interface Supporters {
  /** Votes that name it. */
  readonly votes: number;
  /** Of these, with at least one funded project other than this one. */
  readonly withOther: number;
  /** Funded projects its supporters also chose, most first. */
  readonly also: readonly { readonly project: string; readonly votes: number }[];
}
