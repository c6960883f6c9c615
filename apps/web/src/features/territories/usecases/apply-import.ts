import { checkTree, type PlacedDraft, treeDifference } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { appendAudit } from '../../../persistence/audit.ts';
import { inRefusableTransaction } from '../../../persistence/database.ts';
import {
  allTerritories,
  codesInUse,
  holdTree,
  putTerritories,
  renewPaths,
  type TerritoryRecord,
  type WrittenTerritory,
} from '../store.ts';
import { findImport, removeImport } from '../store-imports.ts';
import type { TerritoriesContext } from '../territories-context.ts';

export type ApplyRefusal =
  | { readonly type: 'gone' }
  /** The tree was changed since, and the file no longer fits: its page says where. */
  | { readonly type: 'no_longer_fits' }
  /** It would move territories on which something stands: rights, votes or voters would move along. */
  | { readonly type: 'moves_in_use'; readonly codes: readonly string[] };

export interface Applied {
  readonly added: number;
  readonly changed: number;
}

/** Enough for outlines of a few kB each to make no parameter of hundreds of megabytes. */
const writtenAtOnce = 500;

/** Applies a file that waits: everything in it, in one transaction, or nothing. */
export async function applyImport(
  { database, now, newId }: Pick<TerritoriesContext, 'database' | 'now' | 'newId'>,
  id: string,
  by: string,
): Promise<Result<Applied, ApplyRefusal>> {
  return await inRefusableTransaction<Applied, ApplyRefusal>(database, async (tx) => {
    await holdTree(tx);
    const waiting = await findImport(tx, id);
    if (waiting === undefined || !(await removeImport(tx, id))) return err({ type: 'gone' });
    const stored = await allTerritories(tx);
    const checked = checkTree(waiting.drafts, stored);
    if (!checked.ok) return err({ type: 'no_longer_fits' });
    const { added, changed } = treeDifference(checked.value, stored);
    const known = new Map(stored.map((territory) => [territory.code, territory]));
    const moved = changed.filter(({ parts }) => parts.includes('parent')).map(({ before }) => before.code);
    const inUse = await codesInUse(
      tx,
      moved.flatMap((code) => known.get(code)?.id ?? []),
    );
    if (inUse.length > 0) return err({ type: 'moves_in_use', codes: inUse });
    const touched = new Set([...added, ...changed.map(({ draft }) => draft)]);
    const written = placed(
      checked.value.filter((draft) => touched.has(draft)),
      known,
      newId,
    );
    for (let i = 0; i < written.length; i += writtenAtOnce)
      await putTerritories(tx, written.slice(i, i + writtenAtOnce));
    if (moved.length > 0) await renewPaths(tx);
    const applied = { added: added.length, changed: changed.length };
    await appendAudit(tx, {
      event: 'territory.import',
      subject: waiting.sourceHash,
      actor: by,
      territory: null,
      details: { ...applied, name: waiting.sourceName },
      isPublic: false,
      now: now(),
    });
    return ok(applied);
  });
}

/** The drafts with their ids and paths. Requires: parents come before what is below them. */
function placed(
  drafts: readonly PlacedDraft[],
  stored: ReadonlyMap<string, TerritoryRecord>,
  newId: () => string,
): readonly WrittenTerritory[] {
  const made = new Map<string, Pick<WrittenTerritory, 'id' | 'path'>>();
  return drafts.map(({ code, parentCode, level, name, population, outline }) => {
    const parent = parentCode === null ? undefined : (made.get(parentCode) ?? stored.get(parentCode));
    invariant(parentCode === null || parent !== undefined, 'a checked tree has every parent');
    const id = stored.get(code)?.id ?? newId();
    const path = [...(parent?.path ?? []), id];
    made.set(code, { id, path });
    return { id, code, parent_id: parent?.id ?? null, level, name, population, outline, path };
  });
}
