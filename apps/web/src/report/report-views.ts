import type { CountedReport } from '@convite/counting';

/** What the pages say of the rule that is compared: its outcome, not how it came about. */
export type ComparedCount = Pick<CountedReport, 'status' | 'winners' | 'cost' | 'rule' | 'properties'>;

/** How the supporters of a project fared. */
export interface Supporters {
  /** Votes that name it. */
  readonly votes: number;
  /** Of these, with at least one funded project other than this one. */
  readonly withOther: number;
  /** Funded projects its supporters also chose, most first. */
  readonly also: readonly { readonly project: string; readonly votes: number }[];
}
