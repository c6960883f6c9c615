import { checkTree, type TerritoryProblem, treeDifference, type TreeDifference } from '@convite/domain';
import { ok, type Result } from '@convite/kernel';
import { allTerritories } from '../store.ts';
import { findImport, type WaitingImport } from '../store-imports.ts';
import type { TerritoriesContext } from '../territories-context.ts';

export interface ShownImport {
  readonly waiting: WaitingImport;
  /** What it would change now; or what is wrong with it since the tree changed. */
  readonly difference: Result<TreeDifference, readonly TerritoryProblem[]>;
}

/** What a file that waits would change; undefined when it is gone. */
export async function showImport(
  { database }: Pick<TerritoriesContext, 'database'>,
  id: string,
): Promise<ShownImport | undefined> {
  const waiting = await findImport(database, id);
  if (waiting === undefined) return undefined;
  const stored = await allTerritories(database);
  const checked = checkTree(waiting.drafts, stored);
  return { waiting, difference: checked.ok ? ok(treeDifference(checked.value, stored)) : checked };
}
