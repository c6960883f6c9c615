import type { Breach } from './breach.ts';
import type { SourceFile } from './source-files.ts';

const mayBeBarrel = /^(?:packages\/[^/]+\/src\/index\.ts|apps\/[^/]+\/src\/features\/[^/]+\/index\.ts)$/;

/** Files that only hand on the exports of others, anywhere but at a package's root or as a feature's `index.ts`. */
export function checkBarrels(files: readonly SourceFile[]): readonly Breach[] {
  return files
    .filter(({ path, module }) => module?.isBarrel === true && !mayBeBarrel.test(path))
    .map(({ path }) => ({ file: path, says: 'only hands on the exports of other files: import them where they are' }));
}
