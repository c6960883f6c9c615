/** What became of the tests of one run. */
export interface TestSummary {
  readonly passed: number;
  /** Failed tests, suites and files that could not load or set up, and errors outside of any test. */
  readonly failed: number;
  readonly skipped: readonly { readonly test: string; readonly reason: string }[];
  readonly retried: readonly string[];
}

/** A run that ended without a summary: the runner itself broke, which counts as one failure. */
export const brokenRun: TestSummary = { passed: 0, failed: 1, skipped: [], retried: [] };

/** The last line of every test run. */
export const lastLine = ({ passed, failed, skipped }: TestSummary): string =>
  `${passed} passed, ${failed} failed, ${skipped.length} skipped`;
