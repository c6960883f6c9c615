import { createHash } from 'node:crypto';
import type { Randomness } from '../../primitives/randomness.ts';

/** Bytes that look random and are the same for the same seed. */
export function seededRandomness(seed: string): Randomness {
  let block = 0;
  return (length) => {
    const parts: Buffer[] = [];
    for (let filled = 0; filled < length; filled += 32) {
      parts.push(createHash('sha256').update(`${seed}|${block}`).digest());
      block += 1;
    }
    return Uint8Array.from(Buffer.concat(parts).subarray(0, length));
  };
}
