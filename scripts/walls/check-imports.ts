import { allowedImports } from './allowed-imports.ts';
import type { Breach } from './breach.ts';
import type { Import } from './read-module.ts';
import { resolveImport } from './resolve-import.ts';
import type { Room } from './room.ts';
import { isTestFile, type SourceFile } from './source-files.ts';
import { workspaceOf, type Workspace } from './workspaces.ts';

const testTools = new Set(['vitest', 'fast-check', 'playwright-core', 'axe-core', '@sparticuz/chromium']);
const roomOf = (path: string): Room | undefined => allowedImports.find(({ files }) => files.test(path));
const featureOf = (path: string): string | undefined => /\/features\/([^/]+)\//.exec(path)?.[1];

/** Every import that the table of allowed imports does not name, and every file that belongs to no room of it. */
export function checkImports(files: readonly SourceFile[], workspaces: readonly Workspace[]): readonly Breach[] {
  return files.flatMap((file) => {
    if (file.module === undefined) return [];
    const room = roomOf(file.path);
    if (room === undefined) return [{ file: file.path, says: 'belongs to no room of the table of allowed imports' }];
    return file.module.imports.flatMap((each) => {
      const says = refusal(file.path, room, each, workspaces);
      return says === undefined ? [] : [{ file: file.path, line: each.line, says }];
    });
  });
}

function refusal(from: string, room: Room, each: Import, workspaces: readonly Workspace[]): string | undefined {
  const target = resolveImport(from, each.specifier, workspaces);
  const isTest = isTestFile(from);
  switch (target.kind) {
    case 'deep':
      return target.workspace.entry === undefined
        ? `${target.workspace.name} hands nothing on to others`
        : `${each.specifier} reaches into ${target.workspace.name}: import the package by its name alone`;
    case 'node':
      return isTest || room.node === 'all' || room.node.includes(target.name)
        ? undefined
        : `${room.name} may not import ${target.name}`;
    case 'package':
      return packageRefusal(from, room, target.name, isTest, workspaces);
    case 'file':
      return fileRefusal(from, room, each, target.path, workspaces);
  }
}

function packageRefusal(
  from: string,
  room: Room,
  name: string,
  isTest: boolean,
  workspaces: readonly Workspace[],
): string | undefined {
  const declares = (workspace: Workspace | undefined): boolean => workspace?.dependencies.has(name) === true;
  const root = workspaces.find(({ folder }) => folder === '');
  if (isTest && testTools.has(name)) return declares(root) ? undefined : `${name} is not in the root's package.json`;
  if (!room.packages.includes('*') && !room.packages.includes(name)) return `${room.name} may not import ${name}`;
  const own = workspaceOf(from, workspaces);
  return declares(own) || (isTest && declares(root))
    ? undefined
    : `${name} is not in ${own?.folder === '' ? 'package.json' : `${own?.folder}/package.json`}`;
}

function fileRefusal(
  from: string,
  room: Room,
  { specifier, typeOnly }: Import,
  path: string,
  workspaces: readonly Workspace[],
): string | undefined {
  if (path === houseScript) return undefined;
  const isTest = isTestFile(from);
  const own = workspaceOf(from, workspaces);
  const other = workspaceOf(path, workspaces);
  if (own !== other && specifier.startsWith('.')) return `${specifier} leaves the package: import it by its name`;
  if (own !== other && own?.folder !== '' && other !== undefined && own?.dependencies.has(other.name) !== true)
    return `${other.name} is not in ${own?.folder}/package.json`;
  if (!isTest && isTestFile(path)) return `${path} is for tests alone`;

  const targetRoom = roomOf(path);
  // Where no room fits, the file itself is the breach.
  if (targetRoom === undefined) return undefined;
  if (own === other && (isTest || room.isRoot === true)) return undefined;
  const crossesFeatures = featureOf(path) !== undefined && featureOf(path) !== featureOf(from);
  if (crossesFeatures && targetRoom.name !== 'feature index') return `${path} is inside a feature: import its index.ts`;
  if (!crossesFeatures && featureOf(from) !== undefined && targetRoom.name === 'feature index')
    return `${path} is for other features: import the file itself`;
  if (targetRoom === room || room.rooms.includes(targetRoom.name)) return undefined;
  if (isTest && room.rooms.includes(`${targetRoom.name} in tests`)) return undefined;
  if (!room.rooms.includes(`${targetRoom.name} types`)) return `${room.name} may not import ${targetRoom.name}`;
  return typeOnly || isTest ? undefined : `${room.name} may import only types of ${targetRoom.name}`;
}

/** The one script that the entry points of the applications use: it tells an old Node what to do. */
const houseScript = 'scripts/require-node.mjs';
