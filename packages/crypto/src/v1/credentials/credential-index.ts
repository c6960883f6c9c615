import { firstDifference } from '../../board/ascii.ts';
import { utf8 } from '../../primitives/bytes.ts';
import { entryOf } from '../../primitives/entry-of.ts';
import { portableSha256, type Sha256 } from '../../primitives/sha256.ts';

/** Bytes of a fingerprint: those of SHA-256, so that two texts with one fingerprint cannot be found. */
const WIDTH = 32;

/** Fingerprints that stand together: growing by such blocks copies none. */
const blockSize = 2 ** 14;

/**
 * Finds the place of a text among texts of any length.
 *
 * Keeps no text, but its SHA-256, beside a table with open addressing.
 * Cost: 32 bytes a text, and 8 to 16 for the table.
 */
export interface CredentialIndex {
  readonly size: number;
  /** Takes a text in and gives its place, from 0; undefined when it is there already. */
  readonly add: (text: string) => number | undefined;
  readonly indexOf: (text: string) => number | undefined;
}

/** @param expected about how many texts come: the table grows beyond, but what it was before stays a while in memory. */
export function createCredentialIndex(expected: number, hash: Sha256 = portableSha256.sha256): CredentialIndex {
  const blocks: Uint8Array[] = [];
  // At most half full, so that a search ends after a few steps; a slot holds a place + 1, or 0.
  let slots = new Uint32Array(2 ** Math.ceil(Math.log2(Math.max(expected, 1) * 2)));
  let size = 0;

  const fingerprintAt = (place: number): Uint8Array => {
    const block = entryOf(blocks, Math.floor(place / blockSize));
    return block.subarray((place % blockSize) * WIDTH, ((place % blockSize) + 1) * WIDTH);
  };

  /** The slot that holds the fingerprint, or the empty one where it belongs. */
  function slotOf(fingerprint: Uint8Array): number {
    const start = new DataView(fingerprint.buffer, fingerprint.byteOffset).getUint32(0);
    for (let i = start % slots.length; ; i = (i + 1) % slots.length) {
      const held = slots[i];
      if (!held || firstDifference(fingerprintAt(held - 1), fingerprint) === undefined) return i;
    }
  }

  /** Makes room in the table for another text. */
  function grow(): void {
    if (slots.length >= 2 * (size + 1)) return;
    slots = new Uint32Array(2 * slots.length);
    for (let place = 0; place < size; place++) slots[slotOf(fingerprintAt(place))] = place + 1;
  }

  return {
    get size() {
      return size;
    },
    add(text) {
      const fingerprint = hash(utf8(text));
      if (slots[slotOf(fingerprint)] !== 0) return undefined;
      grow();
      if (size % blockSize === 0) blocks.push(new Uint8Array(blockSize * WIDTH));
      size += 1;
      fingerprintAt(size - 1).set(fingerprint);
      slots[slotOf(fingerprint)] = size;
      return size - 1;
    },
    indexOf(text) {
      const held = slots[slotOf(hash(utf8(text)))];
      return held ? held - 1 : undefined;
    },
  };
}
