import type { Ciphertext, Group } from '../../primitives/group.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { Misread, readCanonical } from '../wire/codec.ts';
import { encryptedTally, type EncryptedTallyWire } from '../wire/tally-wire.ts';
import type { CiphertextWire } from '../wire/scalars.ts';
import type { Tally } from './tally.ts';

const textOf = (group: Group, { alpha, beta }: Ciphertext): CiphertextWire => ({
  alpha: group.write(alpha),
  beta: group.write(beta),
});

/** A tally in the form of the format. */
export const tallyWire = (group: Group, tally: Tally): EncryptedTallyWire =>
  tally.map((ciphertexts) => ciphertexts.map((ciphertext) => textOf(group, ciphertext)));

export const writeTally = (group: Group, tally: Tally): string => encryptedTally.write(tallyWire(group, tally));

/**
 * Reads a published encrypted tally and tests its elements.
 *
 * Checks: tally.form. Membership: tested here.
 */
export function readTally(group: Group, text: string, log: CheckLog): Tally | undefined {
  log.made('tally.form');
  const wire = readCanonical(encryptedTally, text);
  if (wire instanceof Misread) {
    log.failed('tally.form', `tally${wire.place}`, wire.sentence);
    return undefined;
  }
  const tally: Ciphertext[][] = [];
  for (const [i, texts] of wire.entries()) {
    const ciphertexts: Ciphertext[] = [];
    for (const [j, text] of texts.entries()) {
      const [alpha, beta] = [group.parse(text.alpha), group.parse(text.beta)];
      if (alpha === undefined || beta === undefined) {
        log.failed('tally.form', `tally[${i}][${j}]`, 'An element is no member of the group.');
        return undefined;
      }
      ciphertexts.push({ alpha, beta });
    }
    tally.push(ciphertexts);
  }
  return tally;
}

/**
 * Compares the published encrypted tally with the one that the ballots give.
 *
 * Checks: tally.form, tally.ciphertexts. Members need no test of their own: each must equal one that was computed.
 */
export function checkTally(group: Group, computed: Tally, text: string, log: CheckLog): void {
  log.made('tally.form');
  const wire = readCanonical(encryptedTally, text);
  if (wire instanceof Misread) {
    log.failed('tally.form', `tally${wire.place}`, wire.sentence);
    return;
  }
  const expected = tallyWire(group, computed);
  log.made('tally.ciphertexts', expected.length);
  if (wire.length !== expected.length) {
    log.failed('tally.ciphertexts', 'tally', `The tally has ${wire.length} questions instead of ${expected.length}.`);
  }
  for (const [i, ciphertexts] of expected.entries()) {
    const published = wire[i] ?? [];
    const differing = ciphertexts.findIndex(
      ({ alpha, beta }, j) => alpha !== published[j]?.alpha || beta !== published[j]?.beta,
    );
    if (differing !== -1 || published.length !== ciphertexts.length) {
      const at = differing === -1 ? ciphertexts.length : differing;
      log.failed('tally.ciphertexts', `tally[${i}][${at}]`, 'The published tally is not the one the ballots give.');
    }
  }
}
