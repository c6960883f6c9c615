import { allChecks, type Check } from './checks.ts';

/** One check that failed at one place, in a sentence. */
export interface CheckFailure {
  readonly check: Check;
  readonly place: string;
  readonly message: string;
}

/** How often each check was made and failed, and where: plain data that goes from a worker to its caller. */
export interface CheckTotals {
  readonly made: Readonly<Partial<Record<Check, number>>>;
  readonly failed: Readonly<Partial<Record<Check, number>>>;
  /** In the order found; of each check the first thousand, so that a file made to fail everywhere fills no memory. */
  readonly failures: readonly CheckFailure[];
}

/** Takes down checks and failures. */
export interface CheckRecord {
  readonly made: (check: Check, times?: number) => void;
  readonly failed: (check: Check, place: string, message: string) => void;
  /** Takes over what was recorded elsewhere. */
  readonly absorb: (totals: CheckTotals) => void;
  readonly totals: () => CheckTotals;
}

const keptFailures = 1000;

export function createCheckRecord(): CheckRecord {
  const made = new Map<Check, number>();
  const failed = new Map<Check, number>();
  const failures: CheckFailure[] = [];
  const raise = (counts: Map<Check, number>, check: Check, by: number): number => {
    const total = (counts.get(check) ?? 0) + by;
    counts.set(check, total);
    return total;
  };
  const keep = (failure: CheckFailure, total: number): void => {
    if (total <= keptFailures) failures.push(failure);
  };
  return {
    made: (check, times = 1) => void raise(made, check, times),
    failed: (check, place, message) => keep({ check, place, message }, raise(failed, check, 1)),
    absorb(totals) {
      for (const [check, times] of entriesOf(totals.made)) raise(made, check, times);
      const kept = new Map<Check, number>();
      for (const failure of totals.failures) {
        keep(failure, (failed.get(failure.check) ?? 0) + raise(kept, failure.check, 1));
      }
      for (const [check, times] of entriesOf(totals.failed)) raise(failed, check, times);
    },
    totals: () => ({ made: Object.fromEntries(made), failed: Object.fromEntries(failed), failures: [...failures] }),
  };
}

const entriesOf = (counts: CheckTotals['made']): readonly (readonly [Check, number])[] =>
  allChecks.flatMap((check) => (counts[check] === undefined ? [] : [[check, counts[check]]]));
