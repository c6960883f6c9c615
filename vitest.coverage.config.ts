import { join } from 'node:path';
import { mergeConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/**
 * All tests, with a count of what those of sealed ballots reach of their package: every line and every branch, or the run
 * fails. WebAssembly, and what runs on worker threads, is not seen; the curve's folder is counted as far as it is
 * TypeScript.
 */
export default mergeConfig(tests, {
  test: {
    coverage: {
      enabled: true,
      provider: 'custom',
      customProviderModule: join(import.meta.dirname, 'scripts/testing/counted-projects.ts'),
      include: ['packages/crypto/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/*.test-d.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 100 },
    },
  },
});
