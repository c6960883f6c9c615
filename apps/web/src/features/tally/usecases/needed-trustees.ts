import { Misread, readText, trusteesWire } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { Database } from '../../../persistence/database.ts';
import { findConsultation } from '../store.ts';

/** How many trustees of a list must decrypt. Requires: a list that was checked when it was brought. */
export function neededTrustees(list: string): number {
  const entries = readText(trusteesWire, list);
  invariant(!(entries instanceof Misread), 'a list of trustees is stored in its form');
  return entries.reduce((sum, entry) => sum + (entry[0] === 'Single' ? 1 : entry[1].threshold), 0);
}

/** How many trustees open each contest of a consultation; null before it has trustees. */
export async function neededToOpen(db: Database, consultation: string): Promise<number | null> {
  const trustees = (await findConsultation(db, { id: consultation }))?.trustees ?? null;
  return trustees === null ? null : neededTrustees(trustees.text);
}
