import { concatBytes } from '@noble/hashes/utils.js';
import { utf8 } from '../primitives/bytes.ts';
import type { Randomness } from '../primitives/randomness.ts';
import type { Sha256 } from '../primitives/sha256.ts';

/**
 * Bytes that a text decides, so that a simulation can be run again exactly.
 *
 * Domain separation: block i is SHA-256("convite-simulation|" + SHA-256(seed) + i as 8 bytes).
 * Hazards: whoever knows or guesses the seed knows every secret made of it: for simulations marked as such alone.
 */
export function seededRandomness(seed: string, sha256: Sha256): Randomness {
  const prefix = concatBytes(utf8('convite-simulation|'), sha256(utf8(seed)));
  const counter = new DataView(new ArrayBuffer(8));
  let blocks = 0n;
  return (length) => {
    const bytes = new Uint8Array(length);
    for (let at = 0; at < length; at += 32) {
      counter.setBigUint64(0, blocks);
      blocks += 1n;
      const block = sha256(concatBytes(prefix, new Uint8Array(counter.buffer)));
      bytes.set(block.subarray(0, Math.min(32, length - at)), at);
    }
    return bytes;
  };
}
