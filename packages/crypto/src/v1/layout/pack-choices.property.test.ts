import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutRefusal, mostInts } from './layout-refusal.ts';
import { intsOf, type PackedLayout } from './packed-layout.ts';
import { packChoices, unpackInts } from './pack-choices.ts';

const runs = { numRuns: 10_000 };

const layouts: fc.Arbitrary<PackedLayout> = fc.oneof(
  fc.record({ kind: fc.constant('approvals' as const), options: fc.integer({ min: 1, max: 128 }) }),
  fc.integer({ min: 1, max: 255 }).chain((options) =>
    fc.record({
      kind: fc.constant('ranking' as const),
      options: fc.constant(options),
      ranks: fc.integer({ min: 1, max: Math.min(options, mostInts) }),
    }),
  ),
  fc.record({
    kind: fc.constant('points' as const),
    options: fc.integer({ min: 1, max: 32 }),
    most: fc.integer({ min: 1, max: 15 }),
  }),
  fc.record({
    kind: fc.constant('points' as const),
    options: fc.integer({ min: 1, max: 16 }),
    most: fc.integer({ min: 16, max: 255 }),
  }),
);

function choicesOf(layout: PackedLayout): fc.Arbitrary<readonly number[]> {
  const options = Array.from({ length: layout.options }, (_, i) => i);
  switch (layout.kind) {
    case 'approvals':
      return fc.subarray(options);
    case 'ranking':
      return fc.shuffledSubarray(options, { maxLength: layout.ranks });
    case 'points':
      return fc.array(fc.nat(layout.most), { minLength: layout.options, maxLength: layout.options });
  }
}

/** Small ints often, so that some lists are ballots. */
const anyInt = fc.oneof(fc.nat(255), fc.nat(4), fc.constant(0), fc.integer());
const chosen = layouts.chain((layout) => fc.tuple(fc.constant(layout), choicesOf(layout)));

describe('packed ballots', () => {
  it('give back the very choices, in as many bytes as the layout has', () => {
    fc.assert(
      fc.property(chosen, ([layout, choices]) => {
        expect(layoutRefusal(layout, { maxInts: mostInts })).toBeUndefined();
        const packed = packChoices(layout, choices);
        expect(packed.ok).toBe(true);
        if (!packed.ok) return;
        expect(packed.value).toHaveLength(intsOf(layout));
        expect(packed.value.every((int) => Number.isInteger(int) && int >= 0 && int <= 255)).toBe(true);
        expect(unpackInts(layout, packed.value)).toEqual({ ok: true, value: choices });
      }),
      runs,
    );
  });

  it('are the only ints that are read: whatever else is decrypted is refused or packs to itself', () => {
    let read = 0;
    let refused = 0;
    const cases = layouts.chain((layout) => {
      const length = intsOf(layout);
      return fc.tuple(
        fc.constant(layout),
        fc.oneof(fc.array(anyInt, { minLength: length, maxLength: length }), fc.array(anyInt, { maxLength: 17 })),
      );
    });
    fc.assert(
      fc.property(cases, ([layout, ints]) => {
        const choices = unpackInts(layout, ints);
        if (choices.ok) {
          read += 1;
          expect(packChoices(layout, choices.value)).toEqual({ ok: true, value: ints });
        } else refused += 1;
      }),
      runs,
    );
    expect(Math.min(read, refused)).toBeGreaterThan(200);
  });

  it('are never made from choices that reading would not give back', () => {
    fc.assert(
      fc.property(layouts, fc.array(fc.integer({ min: -2, max: 300 }), { maxLength: 34 }), (layout, choices) => {
        const packed = packChoices(layout, choices);
        if (packed.ok) expect(unpackInts(layout, packed.value)).toEqual({ ok: true, value: choices });
      }),
      runs,
    );
  });

  it('differ when one int differs in any bit', () => {
    fc.assert(
      fc.property(chosen, fc.nat(15), fc.nat(7), ([layout, choices], at, bit) => {
        const packed = packChoices(layout, choices);
        if (!packed.ok) return;
        const i = at % packed.value.length;
        const flipped = packed.value.map((int, k) => (k === i ? int ^ (1 << bit) : int));
        expect(unpackInts(layout, flipped)).not.toEqual({ ok: true, value: choices });
      }),
      runs,
    );
  });
});
