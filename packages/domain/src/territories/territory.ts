/** The levels of the tree, from the widest to the closest. A tree may leave some out; none stands above a wider one. */
export const levels = ['nation', 'region', 'municipality', 'commune', 'sector'] as const;
export type Level = (typeof levels)[number];

/** A position of GeoJSON: longitude, latitude, in degrees. */
export type Position = readonly [longitude: number, latitude: number];
type Ring = readonly Position[];

/** The outline of a territory, as GeoJSON has it (RFC 7946, 3.1.6 and 3.1.7). */
export type Outline =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** A territory as its source writes it. */
export interface TerritoryDraft {
  /** The national code, as written; unique in the whole tree. */
  readonly code: string;
  /** `null` for a root. */
  readonly parentCode: string | null;
  readonly level: Level;
  readonly name: string;
  readonly population: number | null;
  readonly outline: Outline | null;
}

/** Where something stands in a file: a line of CSV, or a feature of GeoJSON, both from 1. */
export interface FilePlace {
  readonly kind: 'line' | 'feature';
  readonly number: number;
}

export interface PlacedDraft extends TerritoryDraft {
  readonly place: FilePlace;
}

/** Signs that a text of a territory may have. */
export const territoryLimits = { code: 64, name: 200, population: 2_000_000_000, territories: 200_000 } as const;
