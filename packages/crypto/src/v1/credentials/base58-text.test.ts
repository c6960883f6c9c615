import { describe, expect, it } from 'vitest';
import { base58Signs, randomBase58 } from './base58-text.ts';

describe('random signs in base 58', () => {
  it('uses every sign for exactly four of the fair bytes, and no byte from 232 on', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, i) => 255 - i);
    let at = 0;
    const text = randomBase58(232, (length) => bytes.slice(at, (at += length)));
    const counts = base58Signs.split('').map((sign) => text.split(sign).length - 1);
    expect(counts).toEqual(Array.from({ length: 58 }, () => 4));
    expect(new Set(base58Signs).size).toBe(58);
  });

  it('stops when the randomness is broken instead of waiting for ever', () => {
    expect(() => randomBase58(3, (length) => new Uint8Array(length).fill(255))).toThrow('randomness');
  });
});
