/**
 * Runs the tests and ends with exactly one line `N passed, N failed, N skipped`, whatever happens.
 *
 * Arguments are handed on to Vitest: `--project unit`, a path, `-t 'part of a name'`. With `--no-skips` a skipped,
 * retried or `.only` test is a failure of the run; with `--coverage` a line or branch of `packages/crypto` that no test
 * reaches is one too. Files run two at a time at least: half of them wait for a database or a browser most of the time.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenRun, lastLine, type TestSummary } from './testing/test-summary.ts';

const root = join(import.meta.dirname, '..');
const given = process.argv.slice(2);
const strict = given.includes('--no-skips');
const isCovered = given.includes('--coverage');
const handedOn = given.filter((argument) => argument !== '--no-skips' && argument !== '--coverage');
const folder = mkdtempSync(join(tmpdir(), 'convite-tests-'));
const summaryFile = join(folder, 'summary.json');
const workers = Math.max(2, availableParallelism() - 1);

const runner = spawn(
  process.execPath,
  [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    `--root=${root}`,
    '--reporter=default',
    `--reporter=${join(root, 'scripts/testing/summary-reporter.ts')}`,
    `--allowOnly=${strict ? 'false' : 'true'}`,
    ...(isCovered ? [`--config=${join(root, 'vitest.coverage.config.ts')}`] : []),
    ...(handedOn.some((argument) => argument.startsWith('--maxWorkers')) ? [] : [`--maxWorkers=${workers}`]),
    ...(handedOn.includes('--project') || handedOn.includes('--config') ? [] : ['--project=!slow']),
    ...handedOn,
  ],
  { stdio: 'inherit', env: { ...process.env, CONVITE_TEST_SUMMARY: summaryFile } },
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => runner.kill(signal));
runner.on('close', (code) => {
  const summary = readSummary();
  rmSync(folder, { recursive: true, force: true });
  for (const { test, reason } of summary.skipped) console.log(`skipped: ${test}\n         ${reason}`);
  for (const test of summary.retried) console.log(`retried: ${test}`);
  const breaches = strict ? summary.skipped.length + summary.retried.length : 0;
  if (breaches > 0) console.log(`${breaches} tests were skipped or retried, which this run does not allow`);
  console.log(lastLine(summary));
  process.exitCode = code === 0 && summary.failed === 0 && breaches === 0 ? 0 : 1;
});

function readSummary(): TestSummary {
  if (!existsSync(summaryFile)) return brokenRun;
  const summary: TestSummary = JSON.parse(readFileSync(summaryFile, 'utf8'));
  return summary;
}
