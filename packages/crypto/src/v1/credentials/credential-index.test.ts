import { describe, expect, it } from 'vitest';
import { createCredentialIndex } from './credential-index.ts';

describe('the index of credentials', () => {
  it('numbers texts in the order in which they come and finds each again', () => {
    const index = createCredentialIndex(1000);
    const texts = Array.from({ length: 1000 }, (_, i) => `credential ${i}`);
    expect(texts.map((text) => index.add(text))).toEqual(texts.map((_, i) => i));
    expect(index.size).toBe(1000);
    expect(texts.map((text) => index.indexOf(text))).toEqual(texts.map((_, i) => i));
    expect(index.indexOf('credential 1000')).toBeUndefined();
  });

  it('takes no text twice', () => {
    const index = createCredentialIndex(2);
    expect([index.add('a'), index.add('a'), index.add('b'), index.add('a')]).toEqual([0, undefined, 1, undefined]);
    expect(index.size).toBe(2);
  });

  it('parts texts whose search begins at one slot, also where the table ends', () => {
    // Only the last byte tells these apart, so that all begin at the last slot.
    const collide = (bytes: Uint8Array): Uint8Array => new Uint8Array(32).fill(255, 0, 31).fill(bytes[0] ?? 0, 31);
    const index = createCredentialIndex(8, collide);
    const texts = [...'abcdefgh'.split('')];
    expect(texts.map((text) => index.add(text))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(texts.map((text) => index.indexOf(text))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(index.add('c')).toBeUndefined();
    expect(index.indexOf('i')).toBeUndefined();
  });

  it('takes more texts than were expected', () => {
    const index = createCredentialIndex(0);
    expect(index.indexOf('credential 0')).toBeUndefined();
    const texts = Array.from({ length: 20_000 }, (_, i) => `credential ${i}`);
    expect(texts.map((text) => index.add(text))).toEqual(texts.map((_, i) => i));
    expect(texts.map((text) => index.indexOf(text))).toEqual(texts.map((_, i) => i));
    expect(index.add('credential 16384')).toBeUndefined();
    expect(index.size).toBe(20_000);
  });
});
