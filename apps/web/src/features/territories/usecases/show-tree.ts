import { levels } from '@convite/domain';
import type { TerritoryView, TreeView } from '../pages/views.ts';
import {
  childrenOf,
  countLevels,
  type ExportedTerritory,
  exportedTerritories,
  findTerritory,
  searchTerritories,
} from '../store.ts';
import type { TerritoriesContext } from '../territories-context.ts';

type Reading = Pick<TerritoriesContext, 'database'>;

const mostFound = 100;
const longestSearch = 100;

/** The roots of the tree, or the territories that some words find. */
export async function showTree({ database }: Reading, asked: string): Promise<TreeView> {
  const words = asked.trim().slice(0, longestSearch).toWellFormed();
  const counts = await countLevels(database);
  const sorted = counts.toSorted((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level));
  if (words === '') {
    return { levels: sorted, rows: await childrenOf(database, null, { from: 0, most: mostFound }), search: null };
  }
  const rows = await searchTerritories(database, words, mostFound);
  return { levels: sorted, rows, search: { words, isCut: rows.length === mostFound } };
}

/** A territory and its children, from one of them on; undefined if there is none of that id. */
export async function showTerritory(
  { database }: Reading,
  id: string,
  from: number,
  size: number,
): Promise<TerritoryView | undefined> {
  const found = await findTerritory(database, id);
  if (found === undefined) return undefined;
  const rows = await childrenOf(database, id, { from: from - 1, most: size });
  const { above, outline, children, ...territory } = found;
  return {
    territory: { ...territory, hasOutline: outline !== null },
    above,
    rows,
    part: { from, all: children, size },
  };
}

/** The whole tree, piece by piece. */
export const exportTree = ({ database }: Reading, outlines: boolean): AsyncGenerator<readonly ExportedTerritory[]> =>
  exportedTerritories(database, outlines);
