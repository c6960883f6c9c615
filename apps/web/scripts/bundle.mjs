import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = new URL('../../../', import.meta.url);
const folder = fileURLToPath(new URL('build/web', root));

/**
 * Bundles the server and the program of its counting threads; packages from npm stay outside.
 *
 * @returns the addresses of the two programs and of the project's folder.
 */
export async function bundleServer() {
  const bundle = await rolldown({
    cwd: fileURLToPath(root),
    input: {
      main: './apps/web/src/main.ts',
      'counting-thread': './apps/web/src/features/recounts/counting/thread.ts',
    },
    platform: 'node',
    // Names of packages other than our own.
    external: /^(node:|@(?!convite\/)|[a-z])[^:]*$/u,
    logLevel: 'warn',
  });
  await bundle.write({ dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });
  await bundle.close();
  const program = (name) => pathToFileURL(`${folder}/${name}.js`);
  return { root, main: program('main').href, countingThread: program('counting-thread') };
}
