import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package of the house: its folder, its name, what it exports and what it says it depends on. */
export interface Workspace {
  readonly folder: string;
  readonly name: string;
  /** The one file that others may import, relative to the root; undefined where there is none. */
  readonly entry: string | undefined;
  readonly dependencies: ReadonlySet<string>;
}

interface Manifest {
  readonly name: string;
  readonly exports?: unknown;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Reads the manifests below `packages` and `apps`, and the root's own as the workspace of folder ``. */
export function readWorkspaces(root: string): readonly Workspace[] {
  const folders = ['packages', 'apps'].flatMap((room) =>
    existsSync(join(root, room)) ? readdirSync(join(root, room)).map((name) => `${room}/${name}`) : [],
  );
  return ['', ...folders.toSorted()]
    .filter((folder) => existsSync(join(root, folder, 'package.json')))
    .map((folder) => {
      const manifest: Manifest = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      return {
        folder,
        name: manifest.name,
        entry: typeof manifest.exports === 'string' ? join(folder, manifest.exports) : undefined,
        dependencies: new Set(
          [manifest.dependencies, manifest.optionalDependencies, manifest.devDependencies].flatMap((group) =>
            Object.keys(group ?? {}),
          ),
        ),
      };
    });
}

/** The workspace that a file belongs to; the root's own where no other fits. The browser tests are the site's. */
export function workspaceOf(path: string, workspaces: readonly Workspace[]): Workspace | undefined {
  const place = path.startsWith('e2e/') ? `apps/web/${path}` : path;
  return (
    workspaces.find(({ folder }) => folder !== '' && place.startsWith(`${folder}/`)) ??
    workspaces.find(({ folder }) => folder === '')
  );
}
