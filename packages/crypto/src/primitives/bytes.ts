import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The bytes as one number, the first the most significant. */
export function bigIntOfBytes(bytes: Uint8Array): bigint {
  return bytes.length === 0 ? 0n : BigInt(`0x${bytesToHex(bytes)}`);
}

/** A number ≥ 0 as exactly `length` bytes, the first the most significant. Requires: it fits. */
export function bytesOfBigInt(value: bigint, length: number): Uint8Array {
  return hexToBytes(value.toString(16).padStart(length * 2, '0'));
}

/** The bytes that a text is hashed as. */
export const utf8 = (text: string): Uint8Array => utf8ToBytes(text);

/** The part of the Encoding Standard that is used; the same in Node and in browsers. */
declare const TextDecoder: new (
  label: 'utf-8',
  options: { readonly fatal: true; readonly ignoreBOM: true },
) => { readonly decode: (bytes: Uint8Array) => string };

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text of bytes that are UTF-8, so that `utf8` gives the same bytes back; undefined for others. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    // `decode` throws for one reason alone: the bytes are not UTF-8.
    return undefined;
  }
}
