/** One check that failed at one place, in a sentence. */
export interface FailureOf<C extends string, P> {
  readonly check: C;
  readonly place: P;
  readonly message: string;
}

/** How often each check was made and failed, and where: plain data that goes from a worker to its caller. */
export interface TotalsOf<C extends string, P> {
  readonly made: Readonly<Partial<Record<C, number>>>;
  readonly failed: Readonly<Partial<Record<C, number>>>;
  /** In the order found; of each check the first thousand, so that a file made to fail everywhere fills no memory. */
  readonly failures: readonly FailureOf<C, P>[];
}

/** Takes down checks and failures. */
export interface CountedChecks<C extends string, P> {
  /** The check is made, once or `times`. */
  readonly made: (check: C, times?: number) => void;
  readonly failed: (check: C, place: P, message: string) => void;
  /** Takes over what was recorded elsewhere. */
  readonly absorb: (totals: TotalsOf<C, P>) => void;
  readonly totals: () => TotalsOf<C, P>;
}

const keptFailures = 1000;

/** Counts these checks, each failure with a place of the kind `P`. */
export function countedChecks<C extends string, P>(checks: readonly C[]): CountedChecks<C, P> {
  const made = new Map<C, number>();
  const failed = new Map<C, number>();
  const failures: FailureOf<C, P>[] = [];
  const raise = (counts: Map<C, number>, check: C, by: number): number => {
    const total = (counts.get(check) ?? 0) + by;
    counts.set(check, total);
    return total;
  };
  const raiseAll = (counts: Map<C, number>, by: Readonly<Partial<Record<C, number>>>): void => {
    for (const check of checks) {
      const times = by[check];
      if (times !== undefined) raise(counts, check, times);
    }
  };
  const keep = (failure: FailureOf<C, P>, total: number): void => {
    if (total <= keptFailures) failures.push(failure);
  };
  const plain = (counts: ReadonlyMap<C, number>): Readonly<Partial<Record<C, number>>> => {
    const totals: Partial<Record<C, number>> = {};
    for (const [check, count] of counts) totals[check] = count;
    return totals;
  };
  return {
    made: (check, times = 1) => void raise(made, check, times),
    failed: (check, place, message) => keep({ check, place, message }, raise(failed, check, 1)),
    absorb(totals) {
      raiseAll(made, totals.made);
      const kept = new Map<C, number>();
      for (const failure of totals.failures) {
        keep(failure, (failed.get(failure.check) ?? 0) + raise(kept, failure.check, 1));
      }
      raiseAll(failed, totals.failed);
    },
    totals: () => ({ made: plain(made), failed: plain(failed), failures: [...failures] }),
  };
}
