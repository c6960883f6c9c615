import type { Breach } from './breach.ts';
import type { SourceFile } from './source-files.ts';

const hardLimit = 500;
const usualLimit = 300;
const usualShare = 0.95;

/** Files over 500 lines, and the longest ones when fewer than 95 % of all files are under 300. */
export function checkSizes(files: readonly SourceFile[]): readonly Breach[] {
  const long = files.filter(({ lines }) => lines >= usualLimit);
  const tooManyLong = files.length > 0 && files.length - long.length < usualShare * files.length;
  return long
    .filter(({ lines }) => lines > hardLimit || tooManyLong)
    .map(({ path, lines }) => ({
      file: path,
      says: `has ${lines} lines (none over ${hardLimit}; ${usualShare * 100} % of files under ${usualLimit})`,
    }));
}
