import { apart, type Role } from './roles.ts';

/** A role in a territory and everything below it. */
export interface PlacedRole {
  readonly role: Role;
  /** Ids from the root down to the territory; empty for the whole installation. */
  readonly path: readonly string[];
}

/** Whether what lies under one place and what lies under the other have a territory in common. */
export const overlaps = (a: readonly string[], b: readonly string[]): boolean =>
  a.length <= b.length ? a.every((id, i) => b[i] === id) : overlaps(b, a);

/** The first of the roles held that its holder may not have together with the one wanted; undefined if none. */
export const keptApart = (held: readonly PlacedRole[], wanted: PlacedRole): PlacedRole | undefined =>
  held.find(
    ({ role, path }) =>
      apart.some(([a, b]) => (a === role && b === wanted.role) || (b === role && a === wanted.role)) &&
      overlaps(path, wanted.path),
  );
