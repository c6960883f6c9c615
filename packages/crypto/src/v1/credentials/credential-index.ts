import { invariant } from '@convite/kernel';
import { utf8 } from '../../primitives/bytes.ts';
import { portableSha256, type Sha256 } from '../../primitives/sha256.ts';

/** Bytes of a fingerprint: those of SHA-256, so that two texts with one fingerprint cannot be found. */
const WIDTH = 32;

/**
 * Finds the place of a text among up to `capacity` texts of any length.
 *
 * Keeps no text, but its SHA-256, in one block beside a table with open addressing.
 * Cost: 32 bytes a text, and 8 to 16 for the table; no allocation after the first.
 */
export interface CredentialIndex {
  readonly size: number;
  /** Takes a text in and gives its place, from 0; undefined when it is there already. */
  readonly add: (text: string) => number | undefined;
  readonly indexOf: (text: string) => number | undefined;
}

/** @throws InvariantError from `add` when more texts come than were announced. */
export function createCredentialIndex(capacity: number, hash: Sha256 = portableSha256.sha256): CredentialIndex {
  const fingerprints = new Uint8Array(capacity * WIDTH);
  // At most half full, so that a search ends after a few steps; a slot holds a place + 1, or 0.
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(capacity, 1) * 2)));
  let size = 0;

  const isAt = (place: number, fingerprint: Uint8Array): boolean =>
    fingerprint.every((byte, i) => fingerprints[place * WIDTH + i] === byte);

  /** The slot that holds the fingerprint, or the empty one where it belongs. */
  function slotOf(fingerprint: Uint8Array): number {
    const start = new DataView(fingerprint.buffer, fingerprint.byteOffset).getUint32(0);
    for (let i = start % slots.length; ; i = (i + 1) % slots.length) {
      const held = slots[i];
      if (!held || isAt(held - 1, fingerprint)) return i;
    }
  }

  return {
    get size() {
      return size;
    },
    add(text) {
      const fingerprint = hash(utf8(text));
      const slot = slotOf(fingerprint);
      if (slots[slot] !== 0) return undefined;
      invariant(size < capacity, 'no more texts than announced');
      fingerprints.set(fingerprint, size * WIDTH);
      size += 1;
      slots[slot] = size;
      return size - 1;
    },
    indexOf(text) {
      const held = slots[slotOf(hash(utf8(text)))];
      return held ? held - 1 : undefined;
    },
  };
}
