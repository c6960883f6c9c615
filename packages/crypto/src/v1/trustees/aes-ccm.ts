import { cbc, ctr } from '@noble/ciphers/aes.js';
import { concatBytes, equalBytes } from '@noble/ciphers/utils.js';

const BLOCK = 16;
const TAG = 8;
const NONCE = 13;

/**
 * Opens what AES in CCM mode sealed with a tag of 8 bytes, a nonce of 13 and nothing beside the text.
 *
 * Source: Whiting, Housley, Ferguson, "Counter with CBC-MAC (CCM)", RFC 3610, with M = 8 and L = 2.
 * Only to read what earlier versions of the format sealed; nothing is sealed so any more.
 * Shapes: key of 32 bytes; `sealed` is the text of at most 65,535 bytes with its tag behind.
 * @returns undefined when the tag does not fit: the text was altered, or the key is another.
 */
export function openCcm(key: Uint8Array, nonce: Uint8Array, sealed: Uint8Array): Uint8Array | undefined {
  const length = sealed.length - TAG;
  if (length < 0 || length > 0xffff) return undefined;
  const start = nonce.subarray(0, NONCE);
  // The first block of the key stream masks the tag, the others the text: so the tag is put before it, filled up.
  const counter = concatBytes(Uint8Array.of(1), start, new Uint8Array(2));
  const opened = ctr(key, counter).decrypt(
    concatBytes(sealed.subarray(length), new Uint8Array(BLOCK - TAG), sealed.subarray(0, length)),
  );
  const text = opened.slice(BLOCK);

  const first = concatBytes(Uint8Array.of(((TAG - 2) / 2) * 8 + 1), start, Uint8Array.of(length >> 8, length & 0xff));
  const padding = new Uint8Array((BLOCK - (length % BLOCK)) % BLOCK);
  const chained = cbc(key, new Uint8Array(BLOCK), { disablePadding: true }).encrypt(concatBytes(first, text, padding));
  const tag = chained.subarray(-BLOCK).subarray(0, TAG);
  return equalBytes(tag, opened.subarray(0, TAG)) ? text : undefined;
}
