import type { Plugin } from 'vitest/config';

/** Where failures of checks are taken down: the module, and what makes its log. */
const logs = [
  { module: '/packages/crypto/src/verify/check-record.ts', maker: 'createCheckRecord' },
  { module: '/packages/crypto/src/board/board-checks.ts', maker: 'createCheckLog' },
] as const;

const logOf = (path: string) => logs.find(({ module }) => path.endsWith(module));

/**
 * Disables one check of the verifier in what the tests load, and in no file: its failures are not taken down.
 *
 * @throws Error when a module does not make its log as this expects.
 */
export const disabledCheck = (id: string): Plugin => ({
  name: 'disabled-check',
  enforce: 'pre',
  // Vitest keeps transformed modules from run to run: one with a check disabled may not come back in another run.
  configureVitest({ defineCacheKeyGenerator }) {
    defineCacheKeyGenerator(({ id: path }) => (logOf(path) === undefined ? undefined : `without ${id}`));
  },
  transform(code, path) {
    const log = logOf(path);
    if (log === undefined) return undefined;
    const made = `export function ${log.maker}()`;
    if (!code.includes(made)) throw new Error(`${path} has no "${made}"`);
    const whole = code.replace(made, 'function createWholeLog()');
    const dropped = `check === ${JSON.stringify(id)} ? undefined : log.failed(check, place, message)`;
    return `${whole}
${made} {
  const log = createWholeLog();
  return { ...log, failed: (check, place, message) => ${dropped} };
}
`;
  },
});
