import { ed25519 } from '@noble/curves/ed25519.js';
import { concatBytes } from '@noble/hashes/utils.js';
import { base64, hex } from '@scure/base';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { utf8 } from '../primitives/bytes.ts';
import type { Sha256 } from '../primitives/sha256.ts';

/** Why a note is not one that the key signed. */
export type NoteFault = 'not_a_key' | 'other_key' | 'signature_fails';

const keyName = 'convite.board';
/** Of the C2SP note format: Ed25519. */
const algorithm = 0x01;
const keyForm = /^convite\.board\+([0-9a-f]{8})\+([A-Za-z0-9+/]{44})$/u;

/** How the last lines of a note stand; the group is the signature with its key id. */
export const signatureForm = '\n\u2014 convite\\.board ([A-Za-z0-9+/]{91}=)\n';

/** The first four bytes of SHA-256(name, 0x0A, algorithm, key): which key signed. */
const keyIdOf = (publicKey: Uint8Array, sha256: Sha256): Uint8Array =>
  sha256(concatBytes(utf8(`${keyName}\n`), Uint8Array.of(algorithm), publicKey)).subarray(0, 4);

/** The public key as it is published: name, key id, algorithm and key. @throws InvariantError unless it has 32 bytes */
export function boardKeyText(publicKey: Uint8Array, sha256: Sha256): string {
  invariant(publicKey.length === 32, 'a public key of Ed25519 has 32 bytes');
  const id = hex.encode(keyIdOf(publicKey, sha256));
  return `${keyName}+${id}+${base64.encode(concatBytes(Uint8Array.of(algorithm), publicKey))}`;
}

/**
 * A text as a note, with the signature that the caller made of it in UTF-8.
 *
 * Source: C2SP signed-note 1.0; RFC 8032 for the signature.
 */
export function writeNote(text: string, publicKey: Uint8Array, signature: Uint8Array, sha256: Sha256): string {
  const signed = base64.encode(concatBytes(keyIdOf(publicKey, sha256), signature));
  return `${text}\n\u2014 ${keyName} ${signed}\n`;
}

/**
 * Checks that the holder of a published key signed a text.
 *
 * @param signed key id and signature, as the note has them
 * Running time: depends on public values only.
 */
export function checkNote(
  text: string,
  signed: Uint8Array,
  keyText: string,
  sha256: Sha256,
): Result<undefined, NoteFault> {
  const key = decodeBase64(keyForm.exec(keyText)?.[2] ?? '');
  if (key?.length !== 33 || key[0] !== algorithm || boardKeyText(key.subarray(1), sha256) !== keyText) {
    return err('not_a_key');
  }
  const publicKey = key.subarray(1);
  if (hex.encode(signed.subarray(0, 4)) !== hex.encode(keyIdOf(publicKey, sha256))) return err('other_key');
  const holds = ed25519.verify(signed.subarray(4), utf8(text), publicKey, { zip215: false });
  return holds ? ok(undefined) : err('signature_fails');
}

/** Undefined for a text that is no base64, or not the one text of its bytes. */
export function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return base64.decode(text);
  } catch {
    // `decode` throws for that reason alone.
    return undefined;
  }
}
