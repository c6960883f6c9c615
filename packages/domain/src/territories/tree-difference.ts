import type { StoredTerritory } from './check-tree.ts';
import type { PlacedDraft } from './territory.ts';

/** A stored territory, with all that a file may change in it. */
export interface ComparedTerritory extends StoredTerritory {
  readonly population: number | null;
  /** The canonical text of its outline is not compared: a file that brings one replaces it. */
  readonly hasOutline: boolean;
}

/** What a file would change in a territory. */
export type ChangedPart = 'name' | 'level' | 'parent' | 'population' | 'outline';

export interface TreeDifference {
  readonly added: readonly PlacedDraft[];
  readonly changed: readonly {
    readonly draft: PlacedDraft;
    readonly before: ComparedTerritory;
    readonly parts: readonly ChangedPart[];
  }[];
  readonly same: number;
  /** Stored, and not in the file: they stay as they are. */
  readonly untouched: number;
}

/** What applying a checked file would do to what is stored. A file without population or outline leaves them as they are. */
export function treeDifference(drafts: readonly PlacedDraft[], stored: readonly ComparedTerritory[]): TreeDifference {
  const before = new Map(stored.map((territory) => [territory.code, territory]));
  const added: PlacedDraft[] = [];
  const changed: TreeDifference['changed'][number][] = [];
  let same = 0;
  for (const draft of drafts) {
    const old = before.get(draft.code);
    if (old === undefined) {
      added.push(draft);
      continue;
    }
    const parts = changedParts(draft, old);
    if (parts.length === 0) same++;
    else changed.push({ draft, before: old, parts });
  }
  return { added, changed, same, untouched: stored.length - changed.length - same };
}

function changedParts(draft: PlacedDraft, old: ComparedTerritory): readonly ChangedPart[] {
  const parts: ChangedPart[] = [];
  if (draft.name !== old.name) parts.push('name');
  if (draft.level !== old.level) parts.push('level');
  if (draft.parentCode !== old.parentCode) parts.push('parent');
  if (draft.population !== null && draft.population !== old.population) parts.push('population');
  if (draft.outline !== null) parts.push('outline');
  return parts;
}
