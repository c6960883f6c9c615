/**
 * Proves that every numbered check of the verifier of ballots is watched by a test: disables one after the other and
 * runs the tests of the crypto package until one turns red. Prints the table; ends with 1 if a check can be disabled
 * unnoticed.
 *
 * Arguments: ids of checks, to try only these.
 */
import { join } from 'node:path';
import { allChecks, type Check, numberedChecks } from '@convite/crypto';
import { startVitest } from 'vitest/node';
import { disabledCheck } from './testing/disabled-check.ts';
import { createFirstFailure } from './testing/first-failure.ts';

const root = join(import.meta.dirname, '..');
const source = 'packages/crypto/src';

interface Selection {
  readonly files: readonly string[];
  /** Part of the names of the tests. */
  readonly named?: string;
}

const seeded = `${source}/verify/faults/seeded-faults.test.ts`;
const earlier = `${source}/verify/faults/beyond-one-file.test.ts`;
const strict = `${source}/strict/*.test.ts`;

/** Where a test of a check is looked for: first where it should be, then among all tests of the package. */
function selectionsFor(check: Check): readonly Selection[] {
  const named = ` ${numberedChecks[check].number} ${check}: `;
  const all = { files: [`${source}/**/*.test.ts`] };
  if (check === 'earlier.extends') return [{ files: [earlier] }, all];
  return [/^(?:strict|side)\./u.test(check) ? { files: [strict] } : { files: [seeded], named }, all];
}

/** The first test of a selection that fails while a check is disabled, or while none is. */
async function firstFailure({ files, named }: Selection, disabled: Check | undefined): Promise<string | undefined> {
  const reporter = createFirstFailure();
  const vitest = await startVitest(
    'test',
    [],
    {
      config: false,
      root,
      watch: false,
      include: [...files],
      exclude: ['**/node_modules/**', '**/*.{slow,fuzz}.test.ts'],
      reporters: [reporter],
      pool: 'forks',
      isolate: false,
      bail: 1,
      testTimeout: 600_000,
      ...(named === undefined ? {} : { testNamePattern: named }),
    },
    { plugins: disabled === undefined ? [] : [disabledCheck(disabled)] },
  );
  await vitest.close();
  return reporter.firstFailure();
}

/** The first test that turns red without a check; undefined when none does. */
async function firstRed(check: Check): Promise<string | undefined> {
  for (const selection of selectionsFor(check)) {
    const red = await firstFailure(selection, check);
    if (red !== undefined) return red;
  }
  return undefined;
}

// A test that is red anyway would make every check look watched.
const red = await firstFailure({ files: [seeded, earlier, strict] }, undefined);
if (red !== undefined) {
  console.log(`Not every test is green with all checks in place: ${red}`);
  process.exit(1);
}

const asked = process.argv.slice(2);
const checks = allChecks.filter((check) => asked.length === 0 || asked.includes(check));
let unnoticed = 0;
for (const check of checks) {
  const test = await firstRed(check);
  if (test === undefined) unnoticed += 1;
  console.log(
    `${String(numberedChecks[check].number).padStart(3)}  ${check.padEnd(23)}  ${test ?? 'NO TEST TURNS RED'}`,
  );
}
console.log(`${checks.length - unnoticed} checks are watched, ${unnoticed} can be disabled unnoticed`);
process.exitCode = unnoticed === 0 ? 0 : 1;
