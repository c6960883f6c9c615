/** Checks the walls of the house and says what was checked. */
import { join } from 'node:path';
import { walls } from './walls/all-checks.ts';
import { readSourceFiles } from './walls/source-files.ts';
import { readWorkspaces } from './walls/workspaces.ts';

const root = join(import.meta.dirname, '..');
const files = readSourceFiles(root);
const workspaces = readWorkspaces(root);
const imports = files.reduce((sum, { module }) => sum + (module?.imports.length ?? 0), 0);

for (const { name, breaches } of walls) {
  const found = breaches(files, workspaces);
  console.log(`${found.length === 0 ? 'kept  ' : 'BROKEN'} ${name}`);
  for (const { file, line, says } of found)
    console.log(`         ${file}${line === undefined ? '' : `:${line}`} ${says}`);
  if (found.length > 0) process.exitCode = 1;
}
console.log(`${walls.length} walls, ${files.length} files, ${imports} imports, ${workspaces.length} packages`);
