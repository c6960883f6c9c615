import { relative } from 'node:path';
import type { Reporter, TestCase } from 'vitest/node';

/** A reporter that keeps the first test that failed, or the error of a file that could not load, and says nothing. */
export function createFirstFailure(): Reporter & { readonly firstFailure: () => string | undefined } {
  let first: string | undefined;
  return {
    onTestCaseResult(test: TestCase): void {
      if (test.result().state !== 'failed') return;
      first ??= `${relative(process.cwd(), test.module.moduleId)} > ${test.fullName}`;
    },
    firstFailure: () => first,
  };
}
