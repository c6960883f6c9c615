import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The programs of the booth by the names of their files. */
const programs = { 'booth.js': 'booth.ts', 'booth-worker.js': 'sealing-worker.ts' };

/**
 * Bundles the programs of the voting page, each into a single file: the same sources give the same bytes wherever they
 * lie.
 *
 * @param {string} folder where the files are written.
 */
export async function bundleBooth(folder) {
  for (const [file, entry] of Object.entries(programs)) {
    const bundle = await rolldown({
      cwd: root,
      input: `./apps/web/src/booth/${entry}`,
      platform: 'browser',
      // Nothing in our own rooms or in the packages they use acts when it is merely imported.
      treeshake: { moduleSideEffects: false },
      logLevel: 'warn',
    });
    await bundle.write({ file: `${folder}/${file}`, format: 'iife', minify: true });
    await bundle.close();
  }
}
