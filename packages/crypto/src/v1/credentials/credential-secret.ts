import { pbkdf2 } from '@noble/hashes/pbkdf2.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bigIntOfBytes, utf8 } from '../../primitives/bytes.ts';
import type { Element, Group } from '../../primitives/group.ts';
import type { PrivateCredential } from './private-credential.ts';

/**
 * The secret exponent of a private credential in one election.
 *
 * Source: Belenios specification 2.0 (form with a check sign) and 2.4 (long form), "Credentials".
 * Checked form: PBKDF2-HMAC-SHA256 of the text with its dashes, salt the election's identifier, 1,000 iterations,
 *   32 bytes. Long form: the 64 bytes SHA-256("derive_credential|" + uuid + "|0|" + text) and the same with 1.
 *   Both are read as a big-endian number and reduced mod q.
 * Hazards: whoever knows the number can vote; the reduction is `bigint` arithmetic and not constant-time.
 */
export function credentialSecret(group: Group, { form, text }: PrivateCredential, uuid: string): bigint {
  if (form === 'checked') return bigIntOfBytes(pbkdf2(sha256, text, uuid, { c: 1000, dkLen: 32 })) % group.q;
  const half = (i: 0 | 1): bigint => bigIntOfBytes(sha256(utf8(`derive_credential|${uuid}|${i}|${text}`)));
  return ((half(0) << 256n) | half(1)) % group.q;
}

/** The public credential of a secret exponent: g^s, what stands in the list of the election. */
export const publicCredential = (group: Group, secret: bigint): Element => group.secretPower(group.g, secret);
