import { fileURLToPath, pathToFileURL } from 'node:url';
import { rolldown } from 'rolldown';
import { precompileJsx } from './precompile-jsx.ts';

const root = new URL('../../../', import.meta.url);

/**
 * Bundles the server and the program of its counting processes; packages from npm stay outside.
 *
 * @param {string} name of the folder under `build/` that is written.
 * @returns the addresses of the two programs and of the project's folder.
 */
export async function bundleServer(name) {
  const folder = fileURLToPath(new URL(`build/${name}`, root));
  const bundle = await rolldown({
    cwd: fileURLToPath(root),
    input: {
      main: './apps/web/src/main.ts',
      'counting-program': './apps/web/src/features/recounts/counting/program.ts',
    },
    platform: 'node',
    plugins: [precompileJsx()],
    // Names of packages other than our own.
    external: /^(node:|@(?!convite\/)|[a-z])[^:]*$/u,
    logLevel: 'warn',
  });
  await bundle.write({ dir: folder, format: 'esm', sourcemap: true, chunkFileNames: '[name].js' });
  await bundle.close();
  const program = (entry) => pathToFileURL(`${folder}/${entry}.js`);
  return { root, main: program('main').href, countingProgram: program('counting-program') };
}
