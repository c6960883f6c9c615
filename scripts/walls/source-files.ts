import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readModule, type ModuleFacts } from './read-module.ts';

/** A file of the project with its text; `path` is relative to the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  /** What a TypeScript or JavaScript file imports and holds; undefined for other kinds of file. */
  readonly module: ModuleFacts | undefined;
}

const rooms = ['packages', 'apps', 'bench', 'e2e', 'scripts'];
const sources = /\.(?:ts|tsx|mjs|css|sql)$/;
const skippedFolders = new Set(['node_modules', 'build', 'data', 'coverage']);

/** Every source file below the rooms of the tree, in order of path. Hidden folders and those git ignores are left out. */
export function readSourceFiles(root: string): readonly SourceFile[] {
  return rooms
    .flatMap((room) => pathsBelow(root, room))
    .filter((path) => sources.test(path))
    .toSorted()
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8');
      const module = /\.(?:ts|tsx|mjs)$/.test(path) ? readModule(path, text) : undefined;
      return { path, text, lines: text.split('\n').length - (text.endsWith('\n') ? 1 : 0), module };
    });
}

function pathsBelow(root: string, folder: string): readonly string[] {
  let entries;
  try {
    entries = readdirSync(join(root, folder), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  return entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isFile()) return [path];
    const isRoom = entry.isDirectory() && !skippedFolders.has(entry.name) && !entry.name.startsWith('.');
    return isRoom ? pathsBelow(root, path) : [];
  });
}

/** Tests, their fixtures and their harness: never imported by what they test, free to use the tools for tests. */
export const isTestFile = (path: string): boolean =>
  /\.(?:test|test-d|fixture)\.tsx?$/.test(path) ||
  /^(?:e2e|apps\/[^/]+\/(?:test|bench))\//.test(path) ||
  path.startsWith('packages/counting/oracle/');
