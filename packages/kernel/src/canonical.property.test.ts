import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CanonicalJson, canonicalJson } from './canonical.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 6 });
const { value: json } = fc.letrec<{ value: CanonicalJson }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    word,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
}));

describe('canonical JSON', () => {
  it('says what was given', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('is the same text whatever the order in which members were put in', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(word, json), { maxLength: 6 }), (members) => {
        const once = [...new Map(members)];
        const forth = canonicalJson(Object.fromEntries(once));
        expect(canonicalJson(Object.fromEntries(once.toReversed()))).toBe(forth);
      }),
    );
  });

  it('orders members by code point, leaves out those without a value, and has no white space', () => {
    const value = { '\u{1f333}': 1, '\ufffd': [true, null], b: 'x y', a: undefined, A: {} };
    expect(canonicalJson(value)).toBe('{"A":{},"b":"x y","\ufffd":[true,null],"\u{1f333}":1}');
    expect(canonicalJson(-0)).toBe('0');
  });

  it('has no text for what another engine might write otherwise', () => {
    for (const value of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '\ud800', ['\udfff'], { '\ud800': 1 }]) {
      expect(() => canonicalJson(value)).toThrow('canonical JSON');
    }
  });
});
