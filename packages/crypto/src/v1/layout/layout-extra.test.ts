import { describe, expect, it } from 'vitest';
import { answersOf, layoutExtra, type NamedLayout, readLayout } from './layout-extra.ts';
import { layoutRefusal } from './layout-refusal.ts';

const group = { maxInts: 16 };
const names = (count: number) => Array.from({ length: count }, (_, i) => `Project ${i}`);

const published: readonly (readonly [NamedLayout, string, readonly string[]])[] = [
  [
    { layout: { kind: 'approvals', options: 9 }, options: names(9) },
    `{"type":"ConviteLayout","version":1,"layout":"approvals","options":${JSON.stringify(names(9))}}`,
    [names(8).join(' + '), 'Project 8'],
  ],
  [
    { layout: { kind: 'ranking', options: 3, ranks: 2 }, options: ['Well', 'Roof', 'Road'] },
    '{"type":"ConviteLayout","version":1,"layout":"ranking","options":["Well","Roof","Road"],"ranks":2}',
    ['1', '2'],
  ],
  [
    { layout: { kind: 'points', options: 3, most: 5 }, options: ['Well', 'Roof', 'Road'] },
    '{"type":"ConviteLayout","version":1,"layout":"points","options":["Well","Roof","Road"],"most":5}',
    ['Well + Roof', 'Road'],
  ],
  [
    { layout: { kind: 'points', options: 2, most: 100 }, options: ['Well', 'Roof'] },
    '{"type":"ConviteLayout","version":1,"layout":"points","options":["Well","Roof"],"most":100}',
    ['Well', 'Roof'],
  ],
];

describe('the layout in a question', () => {
  it.each(published)('%o is published as %s', (named, text, answers) => {
    expect(layoutExtra.write(named)).toBe(text);
    expect(answersOf(named)).toEqual(answers);
    const question = { value: { answers }, extra: JSON.parse(text) };
    expect(readLayout(question, group)).toEqual({ ok: true, value: named });
  });

  it("is none where extra is absent or somebody else's", () => {
    const value = { answers: ['a', 'b'] };
    const none = { ok: true, value: undefined };
    expect(readLayout({ value }, group)).toEqual(none);
    expect(readLayout({ value, extra: { type: 'Schulze', blank: true } }, group)).toEqual(none);
    expect(readLayout({ value, extra: null }, group)).toEqual(none);
    expect(readLayout({ value, extra: 'ConviteLayout' }, group)).toEqual(none);
  });

  it.each([
    ['of a later version', { version: 2 }],
    ['of an unknown kind', { layout: 'grades' }],
    ['with a field more', { most: 3 }],
    ['with options that are no texts', { options: [1, 2] }],
  ])('is malformed when ours but %s', (_, change) => {
    const extra = { type: 'ConviteLayout', version: 1, layout: 'approvals', options: ['a', 'b'], ...change };
    expect(readLayout({ value: { answers: ['a + b'] }, extra }, group)).toMatchObject({
      ok: false,
      error: { type: 'malformed' },
    });
  });

  it.each([[['a', 'b']], [['b + a']], [[]], [['a + b', '']]])('does not stand with the answers %o', (answers) => {
    const extra = { type: 'ConviteLayout', version: 1, layout: 'approvals', options: ['a', 'b'] };
    expect(readLayout({ value: { answers }, extra }, group)).toEqual({ ok: false, error: { type: 'other_answers' } });
  });

  it('is refused where it does not fit', () => {
    const extra = { type: 'ConviteLayout', version: 1, layout: 'points', options: names(17), most: 16 };
    expect(readLayout({ value: { answers: names(17) }, extra }, group)).toEqual({
      ok: false,
      error: { type: 'refused', refusal: { type: 'too_many_options', most: 16, found: 17 } },
    });
  });
});

describe('an election is not set up', () => {
  it.each([
    [{ kind: 'approvals', options: 0 }, { type: 'no_options' }],
    [
      { kind: 'approvals', options: 129 },
      { type: 'too_many_options', most: 128, found: 129 },
    ],
    [
      { kind: 'ranking', options: 256, ranks: 16 },
      { type: 'too_many_options', most: 255, found: 256 },
    ],
    [
      { kind: 'ranking', options: 20, ranks: 17 },
      { type: 'ranks_out_of_range', most: 16, found: 17 },
    ],
    [
      { kind: 'ranking', options: 3, ranks: 4 },
      { type: 'ranks_out_of_range', most: 3, found: 4 },
    ],
    [
      { kind: 'ranking', options: 3, ranks: 0 },
      { type: 'ranks_out_of_range', most: 3, found: 0 },
    ],
    [
      { kind: 'points', options: 33, most: 15 },
      { type: 'too_many_options', most: 32, found: 33 },
    ],
    [
      { kind: 'points', options: 17, most: 16 },
      { type: 'too_many_options', most: 16, found: 17 },
    ],
    [
      { kind: 'points', options: 2, most: 256 },
      { type: 'points_out_of_range', most: 255, found: 256 },
    ],
    [
      { kind: 'points', options: 2, most: 0 },
      { type: 'points_out_of_range', most: 255, found: 0 },
    ],
  ] as const)('with %o', (layout, refusal) => {
    expect(layoutRefusal(layout, group)).toEqual(refusal);
  });

  it('in a group that carries too few ints', () => {
    const layout = { kind: 'approvals', options: 9 } as const;
    expect(layoutRefusal(layout, { maxInts: 0 })).toEqual({ type: 'group_too_small', ints: 2, most: 0 });
    expect(layoutRefusal(layout, { maxInts: 1 })).toEqual({ type: 'group_too_small', ints: 2, most: 1 });
    expect(layoutRefusal(layout, { maxInts: 2 })).toBeUndefined();
  });

  it.each([
    { kind: 'approvals', options: 128 },
    { kind: 'ranking', options: 255, ranks: 16 },
    { kind: 'points', options: 32, most: 15 },
    { kind: 'points', options: 16, most: 255 },
  ] as const)('but is with %o, which just fits', (layout) => {
    expect(layoutRefusal(layout, group)).toBeUndefined();
  });
});
