import type { Element } from '../../primitives/group.ts';
import { entryOf } from '../../primitives/entry-of.ts';
import type { Election } from '../election/election.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { Tally } from '../tally/tally.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { readProof } from '../wire/read-proof.ts';
import { partialDecryption } from '../wire/tally-wire.ts';
import { decryptionHolds } from './decryption-proof.ts';

/** The decryption factors of one trustee, in the shape of the tally, their proofs checked. */
export type Factors = readonly (readonly Element[])[];

const sameShape = (lists: readonly (readonly unknown[])[], tally: Tally): boolean =>
  lists.length === tally.length && lists.every((list, i) => list.length === tally[i]?.length);

/**
 * Checks one trustee's partial decryption of the final ciphertexts.
 *
 * Source: Belenios specification 2.0, "Partial decryptions".
 * Checks: decryption.form, decryption.numbers, decryption.members, decryption.proofs.
 *
 * @param X the trustee's public key.
 */
export function verifyDecryption<E>(
  { group, fingerprint }: Election<E>,
  X: Element,
  tally: Tally,
  text: string,
  place: string,
  log: CheckLog,
): Factors | undefined {
  log.made('decryption.form');
  const wire = readCanonical(partialDecryption, text);
  if (wire instanceof Misread) {
    log.failed('decryption.form', place + wire.place, wire.sentence);
    return undefined;
  }
  if (!sameShape(wire.decryption_factors, tally) || !sameShape(wire.decryption_proofs, tally)) {
    log.failed('decryption.form', place, 'The decryption has another shape than what it decrypts.');
    return undefined;
  }
  let holds = true;
  const factors = tally.map((ciphertexts, i) =>
    ciphertexts.map(({ alpha }, j): Element => {
      const at = `[${i}][${j}]`;
      log.made('decryption.members');
      const F = group.parse(entryOf(entryOf(wire.decryption_factors, i), j));
      if (F === undefined) {
        log.failed('decryption.members', `${place}.decryption_factors${at}`, 'A factor is no member of the group.');
        holds = false;
        return group.one;
      }
      log.made('decryption.numbers');
      const numbers = readProof(group, entryOf(entryOf(wire.decryption_proofs, i), j));
      if (numbers === undefined) {
        const what = 'a number is not below the order of the group';
        log.failed('decryption.numbers', `${place}.decryption_proofs${at}`, what);
        holds = false;
        return F;
      }
      log.made('decryption.proofs');
      if (!decryptionHolds(group, fingerprint, X, alpha, F, numbers)) {
        log.failed('decryption.proofs', `${place}.decryption_factors${at}`, 'The proof of a factor does not hold.');
        holds = false;
      }
      return F;
    }),
  );
  return holds ? factors : undefined;
}
