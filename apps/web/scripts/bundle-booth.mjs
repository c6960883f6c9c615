import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The programs of the booth by the names of their files, with whose work is in them, which each names once. */
const programs = {
  'booth.js': {
    entry: 'booth.ts',
    notice: 'With uqr - MIT License (c) Project Nayuki, (c) 2023 Anthony Fu',
  },
  'booth-worker.js': {
    entry: 'sealing-worker.ts',
    notice: 'With noble-curves, noble-hashes, scure-base - MIT License (c) 2022 Paul Miller (paulmillr.com)',
  },
};

/**
 * Bundles the programs of the voting page, each into a single file: the same sources give the same bytes wherever they
 * lie.
 *
 * @param {string} folder where the files are written.
 */
export async function bundleBooth(folder) {
  for (const [file, { entry, notice }] of Object.entries(programs)) {
    const bundle = await rolldown({
      cwd: root,
      input: `./apps/web/src/booth/${entry}`,
      platform: 'browser',
      // Nothing in our own rooms or in the packages they use acts when it is merely imported.
      treeshake: { moduleSideEffects: false },
      logLevel: 'warn',
    });
    await bundle.write({
      file: `${folder}/${file}`,
      format: 'iife',
      minify: true,
      comments: false,
      postBanner: `/*! ${notice} */`,
    });
    await bundle.close();
  }
}
