import type { Breach } from './breach.ts';
import { allowedImports } from './allowed-imports.ts';
import type { SourceFile } from './source-files.ts';
import type { Workspace } from './workspaces.ts';

/** Dependencies in a package.json that the table of allowed imports gives to no room of that workspace. */
export function checkDependencies(files: readonly SourceFile[], workspaces: readonly Workspace[]): readonly Breach[] {
  return workspaces
    .filter(({ folder }) => folder !== '')
    .flatMap(({ folder, dependencies }) => {
      const rooms = allowedImports.filter(({ files: paths }) =>
        files.some(({ path }) => path.startsWith(`${folder}/`) && paths.test(path)),
      );
      if (rooms.some(({ isRoot, packages }) => isRoot === true || packages.includes('*'))) return [];
      return [...dependencies]
        .filter((name) => {
          const workspace = workspaces.find((each) => each.name === name);
          const room = allowedImports.find(({ files: paths }) => paths.test(`${workspace?.folder}/src/`))?.name ?? '';
          return !rooms.some(({ packages, rooms: mayImport }) =>
            workspace === undefined
              ? packages.includes(name)
              : [room, `${room} types`, `${room} in tests`].some((one) => mayImport.includes(one)),
          );
        })
        .map((name) => ({ file: `${folder}/package.json`, says: `${name} is allowed to no room of ${folder}` }));
    });
}
