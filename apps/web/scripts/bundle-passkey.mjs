import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Bundles the program that talks to passkeys on the pages where staff sign in.
 *
 * @param {string} file that is written.
 */
export async function bundlePasskey(file) {
  const bundle = await rolldown({
    cwd: fileURLToPath(new URL('../../../', import.meta.url)),
    input: './apps/web/src/passkey/passkey.ts',
    platform: 'browser',
    logLevel: 'warn',
  });
  await bundle.write({ file, format: 'iife', minify: true });
  await bundle.close();
}
