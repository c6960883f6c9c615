import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { type Brand, branded, invariant } from '@convite/kernel';

/** SHA-256 (FIPS 180-4) of all the bytes at once: 32 bytes. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** SHA-256 of bytes that come piece by piece; `digest` ends it. */
export interface Sha256Stream {
  readonly update: (bytes: Uint8Array) => void;
  readonly digest: () => Uint8Array;
}

/** Both forms of SHA-256 from one maker: callers that have a faster one than the portable one hand it in. */
export interface Sha256Maker {
  readonly sha256: Sha256;
  readonly createSha256: () => Sha256Stream;
}

/** SHA-256 in JavaScript alone: for every engine. */
export const portableSha256: Sha256Maker = {
  sha256: (bytes) => sha256(bytes),
  createSha256: () => {
    const running = sha256.create();
    return { update: (bytes) => void running.update(bytes), digest: () => running.digest() };
  },
};

/** A SHA-256 value as the archive format writes it: 64 lower-case hexadecimal digits. */
export type Sha256Hex = Brand<string, 'Sha256Hex'>;

const FORM = /^[0-9a-f]{64}$/;

/** Reads a SHA-256 value; undefined for anything but 64 lower-case hexadecimal digits. */
export const readSha256Hex = (text: string): Sha256Hex | undefined =>
  FORM.test(text) ? branded<string, 'Sha256Hex'>(text) : undefined;

/** Writes 32 bytes as the archive format writes a SHA-256 value. @throws InvariantError unless there are 32 bytes */
export function sha256Hex(digest: Uint8Array): Sha256Hex {
  invariant(digest.length === 32, 'a SHA-256 value has 32 bytes');
  return branded<string, 'Sha256Hex'>(bytesToHex(digest));
}
