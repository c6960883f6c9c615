/**
 * A generator of numbers in [0, 1) that anybody can rebuild from its seed: 32 bits of state, the same on every engine.
 *
 * Source: mulberry32 by Tommy Ettinger, 2017 (public domain). Hazards: for made-up data only, never for a secret or a lot.
 */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
