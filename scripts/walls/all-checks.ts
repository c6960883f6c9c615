import type { Breach } from './breach.ts';
import { checkBarrels } from './check-barrels.ts';
import { checkCycles } from './check-cycles.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkImports } from './check-imports.ts';
import { checkNames } from './check-names.ts';
import { checkSizes } from './check-sizes.ts';
import { checkSql } from './check-sql.ts';
import type { SourceFile } from './source-files.ts';
import type { Workspace } from './workspaces.ts';

/** A wall: what it keeps, in words, and the check that finds its breaches. */
export interface Wall {
  readonly name: string;
  readonly breaches: (files: readonly SourceFile[], workspaces: readonly Workspace[]) => readonly Breach[];
}

export const walls: readonly Wall[] = [
  {
    name: 'every file can be parsed',
    breaches: (files) =>
      files.flatMap(({ path, module }) => (module?.syntaxErrors ?? []).map((says) => ({ file: path, says }))),
  },
  { name: 'imports are those of the table', breaches: checkImports },
  { name: 'no circle of imports, types included', breaches: checkCycles },
  { name: 'dependencies are those of the table', breaches: checkDependencies },
  { name: 'names say what a file holds', breaches: checkNames },
  { name: 'no barrels but at a package or feature root', breaches: checkBarrels },
  { name: 'SQL only in stores, persistence, migrations', breaches: checkSql },
  { name: 'files are short', breaches: checkSizes },
];
