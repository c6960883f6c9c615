import type { Act } from '@convite/domain';
import { invariant } from '@convite/kernel';

/**
 * What a route of staff is about; each has its parameters in the path: see `accessParameters`. `anywhere` lets in who may
 * do the act in some territory: the use case then decides on the one that it finds. `part` lets in who may do it in a
 * territory inside that of the consultation as well: the use case keeps to that part.
 */
export type Place =
  | 'installation'
  | 'anywhere'
  | 'territory'
  | 'consultation'
  | 'part'
  | 'contest'
  | 'roll_part'
  | 'roll_import'
  | 'roll_version';

/** A route for staff: who has given both proofs, or who may do the act on what the path names. */
export type StaffAccess = 'signed-in' | { readonly act: Act; readonly on: Place };

/** Who may call a route. */
export type Access = 'public' | StaffAccess;

/** Who asks, once the gate has let them in. */
export interface Staff {
  readonly account: string;
  readonly name: string;
  readonly email: string;
}

const accessParameters: Readonly<Record<Place, readonly string[]>> = {
  installation: [],
  anywhere: [],
  /** Its id. */
  territory: ['territory'],
  /** Its slug. */
  consultation: ['consultation'],
  /** Its slug. */
  part: ['consultation'],
  /** The slug, and the id of a contest of that consultation. */
  contest: ['consultation', 'contest'],
  /** The slug, and the id of a territory of that consultation, with the people of whose roll the act is done. */
  roll_part: ['consultation', 'territory'],
  /** The slug, and the id of a file brought for that roll: the act is done in the part that it replaces. */
  roll_import: ['consultation', 'import'],
  /** The slug, and the number of a version of that roll: the act is done in the part that it changed. */
  roll_version: ['consultation', 'version'],
};
const decisive: ReadonlySet<string> = new Set(Object.values(accessParameters).flat());

/** The parameters of a path, in order. */
export const parametersOf = (path: string): readonly string[] =>
  [...path.matchAll(/:(\w+)/gu)].map(([, name = '']) => name);

/** What follows these parts of an address has one name everywhere, or the gate would not know it. */
const namedAfter = {
  '/c/': 'consultation',
  '/contests/': 'contest',
  '/roll/parts/': 'territory',
  '/roll/imports/': 'import',
  '/roll/versions/': 'version',
} as const;

/** A route of staff names in its path exactly what its act is decided on; a name that decides nothing would mislead. */
export function requireParameters(path: string, access: Access): void {
  if (access === 'public') return;
  for (const [part, name] of Object.entries(namedAfter)) {
    const [, given = name] = new RegExp(`${part}:(\\w+)`, 'u').exec(path) ?? [];
    invariant(given === name, `${path}: the gate decides on :${name} there, never on :${given}`);
  }
  const wanted = access === 'signed-in' ? [] : accessParameters[access.on];
  const named = parametersOf(path).filter((name) => decisive.has(name));
  invariant(
    named.length === wanted.length && wanted.every((name) => named.includes(name)),
    `${path}: the gate decides on (${wanted.join(', ')}), the path names (${named.join(', ')})`,
  );
}
