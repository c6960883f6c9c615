import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { TestSummary } from './test-summary.ts';

/** Writes what became of every test to the file named by `CONVITE_TEST_SUMMARY`, for `run-tests.ts` to read. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const file = process.env['CONVITE_TEST_SUMMARY'];
    if (file !== undefined) writeFileSync(file, JSON.stringify(summaryOf(modules, unhandledErrors.length)));
  }
}

function summaryOf(modules: readonly TestModule[], unhandledErrors: number): TestSummary {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  // A suite's own error (a file that cannot load, a failing beforeAll) has no failed test of its own to stand for it.
  const brokenSuites = modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((suite) => suite.errors().length > 0).length;
  const skipped = tests.filter((test) => test.result().state === 'skipped');
  const failed = tests.filter((test) => ['failed', 'pending'].includes(test.result().state)).length;
  return {
    passed: tests.length - skipped.length - failed,
    failed: failed + brokenSuites + unhandledErrors,
    skipped: skipped.map((test) => ({ test: nameOf(test), reason: reasonOf(test) })),
    retried: tests.filter((test) => (test.diagnostic()?.retryCount ?? 0) > 0).map(nameOf),
  };
}

const nameOf = (test: TestCase): string => `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`;

function reasonOf(test: TestCase): string {
  const result = test.result();
  const note = result.state === 'skipped' ? result.note : undefined;
  if (note !== undefined) return note;
  return test.options.mode === 'run' ? 'no reason given' : `marked ${test.options.mode}, no reason given`;
}
