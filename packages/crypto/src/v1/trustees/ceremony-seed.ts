import { branded, type Brand } from '@convite/kernel';
import type { Element, Group } from '../../primitives/group.ts';
import type { Randomness } from '../../primitives/randomness.ts';
import { randomBase58 } from '../credentials/base58-text.ts';

/**
 * The one secret that a member of a ceremony keeps: 22 signs in base 58, about 129 bits.
 *
 * Hazards: with the messages of the ceremony it opens the member's share of the election key.
 */
export type CeremonySeed = Brand<string, 'CeremonySeed'>;

export const newCeremonySeed = (random: Randomness): CeremonySeed =>
  branded<string, 'CeremonySeed'>(randomBase58(22, random));

/** Reads a seed; undefined for anything but 22 signs in base 58. */
export const readCeremonySeed = (text: string): CeremonySeed | undefined =>
  /^[1-9A-HJ-NP-Za-km-z]{22}$/u.test(text) ? branded<string, 'CeremonySeed'>(text) : undefined;

/** The two key pairs with which a member signs and receives during the ceremony. */
export interface CeremonyKeys {
  readonly signingKey: bigint;
  readonly decryptionKey: bigint;
  readonly verificationKey: Element;
  readonly encryptionKey: Element;
}

/**
 * Derives the keys of a ceremony from a seed.
 *
 * Source: Belenios specification 3.0, "Public key infrastructure".
 * Domain separation: signing key H("sk|" + seed), decryption key H("dk|" + seed).
 */
export function ceremonyKeys(group: Group, seed: CeremonySeed): CeremonyKeys {
  const signingKey = group.hashToScalar(`sk|${seed}`);
  const decryptionKey = group.hashToScalar(`dk|${seed}`);
  return {
    signingKey,
    decryptionKey,
    verificationKey: group.secretPower(group.g, signingKey),
    encryptionKey: group.secretPower(group.g, decryptionKey),
  };
}
