import { Misread, readText, type TrusteesWire, trusteesWire } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { Database, Tx } from '../../../persistence/database.ts';
import { type CeremonyRecord, findCeremony } from '../store-ceremonies.ts';
import { findList, type RehearsalRecord, rehearsalsOf } from '../store-rehearsals.ts';

/** What tells who sits at which place of a list. */
export interface Seats {
  readonly ceremony: CeremonyRecord | undefined;
  /** Hash of the list. */
  readonly list: string;
  readonly rehearsals: readonly RehearsalRecord[];
}

/** The number of the trustee whose account this is; undefined where it has none. */
export function seatOf({ ceremony, list, rehearsals }: Seats, account: string): number | undefined {
  if (ceremony?.listHash === list) return ceremony.places.find((seat) => seat.account === account)?.place;
  return rehearsals.find((one) => one.account === account)?.owner;
}

function wireOf(list: string): TrusteesWire {
  const wire = readText(trusteesWire, list);
  invariant(!(wire instanceof Misread), 'trustees are stored once they passed every check');
  return wire;
}

/** The names that a list has, from the first trustee on. */
export const namesIn = (list: string): readonly string[] =>
  wireOf(list).flatMap((entry) =>
    entry[0] === 'Single' ? [entry[1].name ?? ''] : entry[1].verification_keys.map(({ name }) => name ?? ''),
  );

/** How many of a list decrypt together. */
export const thresholdIn = (list: string): number =>
  wireOf(list).reduce((sum, entry) => sum + (entry[0] === 'Single' ? 1 : entry[1].threshold), 0);

/**
 * The number of the trustee of a consultation whose account this is: in every election of it, that of the key.
 *
 * @returns null where accounts are known to the list and this is none of them; undefined where none is known yet: the
 * ceremony was held elsewhere, and nobody has rehearsed
 */
export async function trusteeNumber(
  db: Database | Tx,
  consultation: string,
  account: string,
): Promise<number | null | undefined> {
  const list = await findList(db, consultation);
  if (list === undefined) return undefined;
  const ceremony = await findCeremony(db, consultation);
  const rehearsals = await rehearsalsOf(db, consultation, list.hash);
  const isNobodyKnown = ceremony?.listHash !== list.hash && rehearsals.length === 0;
  return seatOf({ ceremony, list: list.hash, rehearsals }, account) ?? (isNobodyKnown ? undefined : null);
}

/** How many hold the key, and how many of them have decrypted a test ballot with it. */
export interface TrusteesReady {
  readonly all: number;
  readonly rehearsed: number;
}

/** Null where nobody holds a key yet. */
export async function trusteesReady(db: Database | Tx, consultation: string): Promise<TrusteesReady | null> {
  const list = await findList(db, consultation);
  if (list === undefined) return null;
  const owners = new Set((await rehearsalsOf(db, consultation, list.hash)).map(({ owner }) => owner));
  return { all: namesIn(list.text).length, rehearsed: owners.size };
}
