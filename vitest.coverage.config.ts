import { mergeConfig } from 'vitest/config';
import tests from './vitest.config.ts';

/**
 * The tests of sealed ballots with a count of what they reach. WebAssembly, and what runs on worker threads, is not
 * seen; the curve's folder is counted as far as it is TypeScript.
 */
export default mergeConfig(tests, {
  test: {
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['packages/crypto/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/*.test-d.ts'],
      reporter: [['text', { skipFull: true }]],
      thresholds: { lines: 100, branches: 100 },
    },
  },
});
