import { Misread, readText, trusteesWire } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { Database } from '../../../persistence/database.ts';
import { findConsultation } from '../store.ts';

/** A list as its readers find it. Requires: it was checked when it was brought, or made here. */
function entriesOf(list: string) {
  const entries = readText(trusteesWire, list);
  invariant(!(entries instanceof Misread), 'a list of trustees is stored in its form');
  return entries;
}

/** How many trustees of a list must decrypt. */
export const neededTrustees = (list: string): number =>
  entriesOf(list).reduce((sum, entry) => sum + (entry[0] === 'Single' ? 1 : entry[1].threshold), 0);

/** A trustee by the number that elections know. */
interface ListedTrustee {
  readonly owner: number;
  /** Empty where the list has none. */
  readonly name: string;
}

/**
 * The trustees of a list in the order of their numbers. It only reads: whether their keys are sound was found out when the
 * list was stored, and a page that is opened often need not do that arithmetic again.
 */
export const listedTrustees = (list: string): readonly ListedTrustee[] =>
  entriesOf(list)
    .flatMap((entry) => (entry[0] === 'Single' ? [entry[1]] : entry[1].verification_keys))
    .map(({ name = '' }, i) => ({ owner: i + 1, name }));

/** How many trustees open each contest of a consultation; null before it has trustees. */
export async function neededToOpen(db: Database, consultation: string): Promise<number | null> {
  const trustees = (await findConsultation(db, { id: consultation }))?.trustees ?? null;
  return trustees === null ? null : neededTrustees(trustees.text);
}
