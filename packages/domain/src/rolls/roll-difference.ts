import { personKey, type RollEntry } from './roll-entry.ts';

/** What changed in a person's entry. */
export type EntryPart = 'name' | 'territory' | 'document' | 'proof' | 'email' | 'language';

const entryParts = [
  'name',
  'territory',
  'document',
  'proof',
  'email',
  'language',
] as const satisfies readonly EntryPart[];

export interface RollDifference {
  readonly added: readonly RollEntry[];
  readonly removed: readonly RollEntry[];
  readonly changed: readonly {
    readonly before: RollEntry;
    readonly after: RollEntry;
    readonly parts: readonly EntryPart[];
  }[];
  readonly same: number;
}

/**
 * What a version of a roll changes in the one before: people who come, who go, and whose entry says something else.
 *
 * Requires: neither version repeats a person; see `repeats`.
 */
export function rollDifference(before: readonly RollEntry[], after: readonly RollEntry[]): RollDifference {
  const keyOf = (entry: RollEntry): string => {
    const { normalName, birthDate, toldApart } = personKey(entry);
    return JSON.stringify([normalName, birthDate, toldApart]);
  };
  const left = new Map(before.map((entry) => [keyOf(entry), entry]));
  const added: RollEntry[] = [];
  const changed: RollDifference['changed'][number][] = [];
  let same = 0;
  for (const entry of after) {
    const key = keyOf(entry);
    const old = left.get(key);
    left.delete(key);
    if (old === undefined) {
      added.push(entry);
      continue;
    }
    const parts = entryParts.filter((part) => old[part] !== entry[part]);
    if (parts.length === 0) same++;
    else changed.push({ before: old, after: entry, parts });
  }
  return { added, removed: [...left.values()], changed, same };
}
