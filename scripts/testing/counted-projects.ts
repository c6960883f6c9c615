import counter from '@vitest/coverage-v8';

/**
 * Counts what tests reach, as Vitest does by itself, but not in the projects that set `CONVITE_COVERAGE` to `off`: they
 * would only be slowed down.
 */
export default process.env['CONVITE_COVERAGE'] === 'off' ? { getProvider: counter.getProvider } : counter;
