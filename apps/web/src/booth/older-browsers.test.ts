import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { completeLanguage } from './older-browsers.ts';

const typed: object = Object.getPrototypeOf(Uint8Array.prototype);
const places = [
  [Array.prototype, 'toReversed'],
  [typed, 'toReversed'],
  [String.prototype, 'isWellFormed'],
] as const;
const own = places.map(([of, name]) => Object.getOwnPropertyDescriptor(of, name) ?? {});

describe('a browser that lacks parts of the language', () => {
  beforeEach(() => {
    for (const [of, name] of places) Reflect.deleteProperty(of, name);
    completeLanguage();
  });
  afterEach(() => {
    Reflect.deleteProperty(Uint8Array.prototype, 'toReversed');
    for (const [i, [of, name]] of places.entries()) Object.defineProperty(of, name, own[i] ?? {});
  });

  it('is given them with their own meaning', () => {
    const list = [1, 2, 3];
    expect([list.toReversed(), list]).toEqual([
      [3, 2, 1],
      [1, 2, 3],
    ]);
    const bytes = Uint8Array.of(1, 2, 3);
    expect([bytes.toReversed(), bytes]).toEqual([Uint8Array.of(3, 2, 1), Uint8Array.of(1, 2, 3)]);
    for (const [text, isWell] of [
      ['', true],
      ['año 🗳', true],
      ['a\ud83d', false],
      ['\udc00a', false],
    ] as const) {
      expect(text.isWellFormed(), JSON.stringify(text)).toBe(isWell);
    }
  });
});

it('a browser that has them keeps its own', () => {
  const { isWellFormed } = Object.getOwnPropertyDescriptors(String.prototype);
  completeLanguage();
  expect(Object.getOwnPropertyDescriptors(String.prototype).isWellFormed).toEqual(isWellFormed);
});
