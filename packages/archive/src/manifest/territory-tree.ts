import type { Manifest, ManifestTerritory } from './manifest.ts';

/** The tree of the territories in a manifest. */
export interface TerritoryTree {
  /** A territory and all above it, the nearest first; undefined where a parent is missing or no root is found. */
  readonly upwards: (code: string) => readonly string[] | undefined;
}

/** Levels of a tree: more than any country has, and few enough that going up is quick. */
const mostLevels = 64;

export function territoryTree(territories: readonly ManifestTerritory[]): TerritoryTree {
  const parents = new Map(territories.map(({ code, parent }) => [code, parent]));
  return {
    upwards: (code) => {
      const path: string[] = [];
      for (let at: string | null = code; at !== null;) {
        const parent = parents.get(at);
        if (parent === undefined || path.length === mostLevels) return undefined;
        path.push(at);
        at = parent;
      }
      return path;
    },
  };
}

/** What belongs to a part of the territory tree. */
export interface PartOfTree {
  /** Whether a territory is a root of the part or below one. */
  readonly holds: (code: string) => boolean;
  /** Whether it stands in the part's archive: as part of it or above it. */
  readonly shows: (code: string) => boolean;
}

/** The part of some roots. Requires: a sound tree. */
export function partOfTree({ territories }: Pick<Manifest, 'territories'>, roots: readonly string[]): PartOfTree {
  const tree = territoryTree(territories);
  const above = new Set(roots.flatMap((root) => tree.upwards(root) ?? []));
  const holds = (code: string): boolean => tree.upwards(code)?.some((at) => roots.includes(at)) ?? false;
  return { holds, shows: (code) => above.has(code) || holds(code) };
}
