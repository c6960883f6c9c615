import type { Breach } from './breach.ts';
import type { SourceFile } from './source-files.ts';

const refused = ['utils', 'util', 'helpers', 'helper', 'common', 'shared', 'misc', 'lib', 'core'];
const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Rooms and files named for nothing (`utils`, `shared`, …) and names that are not in kebab-case. */
export function checkNames(files: readonly SourceFile[]): readonly Breach[] {
  return files.flatMap(({ path }) =>
    path.split('/').flatMap((segment) => {
      const parts = segment.split('.');
      const name = parts.find((part) => refused.includes(part) || refused.includes(part.split('-').at(-1) ?? ''));
      if (name !== undefined) return [{ file: path, says: `"${name}" says nothing: name it for what it holds` }];
      return parts.every((part) => kebabCase.test(part))
        ? []
        : [{ file: path, says: `"${segment}" is not kebab-case` }];
    }),
  );
}
