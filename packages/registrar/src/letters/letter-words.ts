/** What stands on letters and slips. */
export interface LetterWords {
  /** As they stand in a date. */
  readonly months: readonly string[];
  readonly moment: (parts: {
    readonly day: string;
    readonly month: string;
    readonly year: string;
    readonly time: string;
  }) => string;
  readonly pageTitle: string;
  readonly warning: string;
  readonly spare: (number: string) => string;
  readonly lead: string;
  readonly when: (opens: string, closes: string, zone: string) => string;
  readonly scan: string;
  readonly code: string;
  /** The first stands on slips too. */
  readonly advice: readonly string[];
}
