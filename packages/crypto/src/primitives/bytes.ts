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
