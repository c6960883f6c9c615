import { mkdirSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Bundles the server and the program of its threads; packages from npm stay outside.
 *
 * @returns the address of the bundle's entry, to be imported.
 */
export async function bundleServer() {
  const folder = `${root}build/web`;
  mkdirSync(folder, { recursive: true });
  const bundle = await rolldown({
    cwd: root,
    input: { main: 'apps/web/src/main.ts', 'counting-thread': 'apps/web/src/features/recounts/counting-thread.ts' },
    platform: 'node',
    external: (id) => !/^(\.|\/|[A-Za-z]:\\|@convite\/|apps\/|\0)/u.test(id),
    transform: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    logLevel: 'warn',
  });
  await bundle.write({ dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });
  await bundle.close();
  return pathToFileURL(`${folder}/main.js`).href;
}
