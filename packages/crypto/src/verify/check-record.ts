import { type CountedChecks, countedChecks, type FailureOf, type TotalsOf } from '../board/counted-checks.ts';
import { allChecks, type Check } from './checks.ts';

/** One check that failed at one place, in words. */
export type CheckFailure = FailureOf<Check, string>;

/** How often each check was made and failed, and where, in words. */
export type CheckTotals = TotalsOf<Check, string>;

/** Takes down checks and failures. */
export type CheckRecord = CountedChecks<Check, string>;

export function createCheckRecord(): CheckRecord {
  return countedChecks<Check, string>(allChecks);
}
