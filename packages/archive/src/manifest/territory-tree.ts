import type { Manifest, ManifestTerritory } from './manifest.ts';

/** The tree of the territories in a manifest. */
export interface TerritoryTree {
  /** A territory and all above it, the nearest first; undefined where a parent is missing or it stands above itself. */
  readonly upwards: (code: string) => readonly string[] | undefined;
}

export function territoryTree(territories: readonly ManifestTerritory[]): TerritoryTree {
  const parents = new Map(territories.map(({ code, parent }) => [code, parent]));
  return {
    upwards: (code) => {
      const path: string[] = [];
      const seen = new Set<string>();
      for (let at: string | null = code; at !== null;) {
        const parent = parents.get(at);
        if (parent === undefined || seen.has(at)) return undefined;
        seen.add(at);
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
