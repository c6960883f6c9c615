/** Who holds the key of a consultation, in figures. */
export interface Holding {
  readonly trustees: number;
  /** How many of them decrypt together. */
  readonly threshold: number;
}

/** Whether one lost key loses nothing and one stolen key opens nothing. Source: requirement R9; decision 13. */
export const isSound = ({ trustees, threshold }: Holding): boolean =>
  trustees >= 3 && threshold > 1 && threshold < trustees;

/** A trustee alone has no ceremony; and everybody waits for the last of many. */
export const ceremonyLimits = { fewest: 2, most: 20 } as const;

export const longestWaiver = 2000;

/** A holding that is not sound is taken only with a reason that everyone reads. */
export type WaiverProblem =
  | { readonly type: 'waiver_too_long' }
  | { readonly type: 'waiver_missing'; readonly trustees: number; readonly threshold: number };

export type HoldingProblem = { readonly type: 'too_few' | 'too_many' | 'bad_threshold' } | WaiverProblem;

/** What keeps a ceremony of so many from being begun. */
export function holdingProblem(holding: Holding, waiver: string): HoldingProblem | undefined {
  const { trustees, threshold } = holding;
  if (trustees < ceremonyLimits.fewest) return { type: 'too_few' };
  if (trustees > ceremonyLimits.most) return { type: 'too_many' };
  if (!Number.isSafeInteger(threshold) || threshold < 1 || threshold > trustees) return { type: 'bad_threshold' };
  return waiverProblem(holding, waiver);
}

/** The same of a list that was made already, however many are in it. */
export function waiverProblem(holding: Holding, waiver: string): WaiverProblem | undefined {
  const reason = waiver.trim();
  if (reason.length > longestWaiver) return { type: 'waiver_too_long' };
  return !isSound(holding) && reason === '' ? { type: 'waiver_missing', ...holding } : undefined;
}
