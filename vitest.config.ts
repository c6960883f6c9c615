import { defineConfig } from 'vitest/config';

// Read by the workers when they start: a clock with quarter hours far from UTC and a language with its own signs
// for numbers show at once what leans on the machine's settings.
process.env['TZ'] = 'Pacific/Chatham';
process.env['LC_ALL'] = 'uk_UA.UTF-8';
process.env['LANG'] = 'uk_UA.UTF-8';

const slow = '**/*.slow.test.ts';
// Altered inputs, a hundred thousand for each reader of sealed ballots.
const fuzz = '**/*.fuzz.test.ts';
// Two counters against each other: too long for every commit, never too long for a test run.
const oracle = 'packages/counting/oracle/**/*.test.ts';
// Two programs against each other: as long as the other one takes.
const interop = 'packages/crypto/interop/**/*.test.ts';
// Thousands of archives that the verifier must refuse, every bit of one, and the stock tool beside ours: more than the
// minute of `npm run check` has room for.
const verifier = [
  'packages/crypto/src/verify/faults/**/*.test.ts',
  'packages/crypto/src/verify/reference-archives.test.ts',
  'packages/crypto/src/board/archive.property.test.ts',
  'packages/crypto/src/v1/*/belenios-tool.test.ts',
  'packages/crypto/src/v1/shuffle/verify-shuffle.test.ts',
  'packages/crypto/src/v1/trustees/verify-threshold.test.ts',
];
// The command as people run it, from one file to the next.
const command = [
  'apps/cli/src/**/*-command.test.ts',
  'apps/cli/src/board/{stock-tool,whole-election}.test.ts',
  'apps/cli/src/tasks/documents.test.ts',
  'apps/cli/src/verify/verify-file.test.ts',
];
const tests = (folder: string): string => `${folder}/**/*.test.{ts,tsx}`;
// Runs that count what tests reach (vitest.coverage.config.ts) look at unit tests and the verifier's alone.
const uncounted = { CONVITE_COVERAGE: 'off' };
const never = ['**/node_modules/**', '**/build/**'];

export default defineConfig({
  test: {
    pool: 'forks',
    // The engine may stop a process in which several threads run WebAssembly: docs/decisions, 0023.
    execArgv: ['--no-memory-protection-keys'],
    retry: 0,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [tests('packages'), tests('apps/cli')],
          exclude: [...never, slow, fuzz, oracle, interop, ...verifier, ...command],
          // Nothing in these rooms keeps state between files, so one process may run many of them.
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'oracle',
          env: uncounted,
          include: [oracle],
          exclude: [...never, slow],
          isolate: false,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'interop',
          env: uncounted,
          include: [interop],
          exclude: [...never, slow],
          isolate: false,
          testTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'verifier',
          include: verifier,
          exclude: never,
          isolate: false,
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'command',
          env: uncounted,
          include: command,
          exclude: never,
          isolate: false,
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'fuzz',
          env: uncounted,
          include: [fuzz],
          exclude: never,
          isolate: false,
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'portable',
          // The tests that go through the arithmetic of Ed25519, once more without the arithmetic core: forty times as
          // slow, so the seeded faults are planted at one place each.
          include: [
            ...['ballot', 'credentials', 'decryption', 'election', 'tally'].map((room) =>
              tests(`packages/crypto/src/v1/${room}`),
            ),
            'packages/crypto/src/simulation/simulate-election.test.ts',
            'packages/crypto/src/strict/check-policy.test.ts',
            'packages/crypto/src/verify/backend.test.ts',
            'packages/crypto/src/verify/faults/seeded-faults.test.ts',
          ],
          exclude: [...never, slow],
          env: { ...uncounted, CONVITE_ARITHMETIC: 'portable' },
          isolate: false,
          testTimeout: 600_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          env: uncounted,
          include: [tests('scripts')],
          exclude: never,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'site',
          env: uncounted,
          globalSetup: ['apps/web/test/cluster.global.ts'],
          include: [tests('apps/web'), tests('e2e')],
          exclude: [...never, slow],
          // What waits for a job or a page waits as long as this: two of these files run at once on two slow cores.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'slow',
          env: uncounted,
          globalSetup: ['apps/web/test/cluster.global.ts'],
          include: [slow],
          exclude: never,
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
