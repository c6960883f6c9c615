import type { Element, Group } from '../../primitives/group.ts';
import type { Randomness } from '../../primitives/randomness.ts';
import { knowledgeHolds, proveKnowledge } from '../../primitives/schnorr.ts';
import { readProof, writeProof } from '../wire/read-proof.ts';
import type { ProofWire } from '../wire/scalars.ts';
import type { SignedMessageWire } from '../wire/trustees-wire.ts';

const prefixOf = (message: string): string => `sigmsg|${message}|`;

/**
 * Signs a text with a key of the ceremony.
 *
 * Source: Belenios specification 3.0, "Signing".
 * Domain separation: "sigmsg|" + message + "|"; hashed: that, then the commitment.
 * Hazards: the format does not hash the verification key, so a signature says which text was signed, and that whoever
 *   signed knows the secret of the key it is checked with, but a key can be made up for a given signature.
 */
export const signText = (group: Group, signingKey: bigint, message: string, random: Randomness): ProofWire =>
  writeProof(proveKnowledge(group, signingKey, prefixOf(message), random));

export const signMessage = (
  group: Group,
  signingKey: bigint,
  message: string,
  random: Randomness,
): SignedMessageWire => ({ message, signature: signText(group, signingKey, message, random) });

/** Whether a text is signed with the secret of this key; a number of the signature not below q refuses it. */
export function isSigned(group: Group, verificationKey: Element, message: string, signature: ProofWire): boolean {
  const proof = readProof(group, signature);
  return proof !== undefined && knowledgeHolds(group, verificationKey, proof, prefixOf(message));
}

/** The member of a text, unless it is the identity. */
export function parseKey(group: Group, text: string): Element | undefined {
  const key = group.parse(text);
  return key === undefined || group.equals(key, group.one) ? undefined : key;
}
