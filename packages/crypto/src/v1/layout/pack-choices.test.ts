import { describe, expect, it } from 'vitest';
import { intsOf, type PackedLayout } from './packed-layout.ts';
import { packChoices, unpackInts } from './pack-choices.ts';

const approvals: PackedLayout = { kind: 'approvals', options: 11 };
const ranking: PackedLayout = { kind: 'ranking', options: 5, ranks: 3 };
const points: PackedLayout = { kind: 'points', options: 3, most: 255 };
const halved: PackedLayout = { kind: 'points', options: 3, most: 5 };

/** Layout, choices, the one list of ints for them. */
const pairs: readonly (readonly [PackedLayout, readonly number[], readonly number[]])[] = [
  [approvals, [], [0, 0]],
  [approvals, [0], [1, 0]],
  [approvals, [1, 7, 8, 10], [130, 5]],
  [approvals, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [255, 7]],
  [{ kind: 'approvals', options: 8 }, [7], [128]],
  [ranking, [], [0, 0, 0]],
  [ranking, [4], [5, 0, 0]],
  [ranking, [2, 0, 4], [3, 1, 5]],
  [{ kind: 'ranking', options: 255, ranks: 1 }, [254], [255]],
  [points, [0, 255, 16], [0, 255, 16]],
  [halved, [5, 3, 1], [53, 1]],
  [{ kind: 'points', options: 2, most: 15 }, [0, 15], [240]],
  [{ kind: 'points', options: 2, most: 16 }, [0, 16], [0, 16]],
];

describe('choices and ints', () => {
  it.each(pairs)('%o: %o stand as %o, and back', (layout, choices, ints) => {
    expect(packChoices(layout, choices)).toEqual({ ok: true, value: ints });
    expect(unpackInts(layout, ints)).toEqual({ ok: true, value: choices });
    expect(ints).toHaveLength(intsOf(layout));
  });
});

describe('ints that are no ballot', () => {
  it.each([
    ['an int too few', approvals, [0], { type: 'wrong_length', expected: 2, found: 1 }],
    ['an int too many', ranking, [1, 0, 0, 0], { type: 'wrong_length', expected: 3, found: 4 }],
    ['an int above 255', points, [0, 256, 0], { type: 'not_a_byte', at: 1 }],
    ['an int below 0', halved, [-1, 0], { type: 'not_a_byte', at: 0 }],
    ['half an int', ranking, [1, 0.5, 0], { type: 'not_a_byte', at: 1 }],
    ['a bit beyond the options', approvals, [0, 8], { type: 'unknown_option', at: 1 }],
    ['an option that is not there', ranking, [1, 6, 0], { type: 'unknown_option', at: 1 }],
    ['an option twice', ranking, [2, 1, 2], { type: 'repeated_option', at: 2 }],
    ['a gap in front', ranking, [0, 1, 0], { type: 'rank_after_gap', at: 1 }],
    ['a gap between', ranking, [2, 0, 1], { type: 'rank_after_gap', at: 2 }],
    ['points in the half of no option', halved, [0, 16], { type: 'unknown_option', at: 1 }],
    ['too many points in the low half', halved, [6, 0], { type: 'points_out_of_range', at: 0 }],
    ['too many points in the high half', halved, [96, 0], { type: 'points_out_of_range', at: 1 }],
    [
      'too many points in an int',
      { kind: 'points', options: 1, most: 100 },
      [101],
      { type: 'points_out_of_range', at: 0 },
    ],
  ] as const)('%s', (_, layout, ints, error) => {
    expect(unpackInts(layout, ints)).toEqual({ ok: false, error });
  });
});

describe('choices that have no ints', () => {
  it.each([
    ['an option that is not there', approvals, [11], { type: 'unknown_option', at: 0 }],
    ['an option below 0', approvals, [-1], { type: 'unknown_option', at: 0 }],
    ['approvals out of order', approvals, [3, 2], { type: 'not_ascending', at: 1 }],
    ['an approval twice', approvals, [3, 3], { type: 'not_ascending', at: 1 }],
    ['an unknown option ranked', ranking, [0, 5], { type: 'unknown_option', at: 1 }],
    ['an option ranked twice', ranking, [1, 0, 1], { type: 'repeated_option', at: 2 }],
    ['more ranks than there are', ranking, [0, 1, 2, 3], { type: 'too_many_ranks', most: 3, found: 4 }],
    ['points for some options only', points, [1, 2], { type: 'wrong_length', expected: 3, found: 2 }],
    ['points for more options', halved, [1, 2, 3, 4], { type: 'wrong_length', expected: 3, found: 4 }],
    ['too many points', halved, [1, 6, 0], { type: 'points_out_of_range', at: 1 }],
    ['points below 0', points, [0, 0, -1], { type: 'points_out_of_range', at: 2 }],
    ['half a point', points, [0, 0.5, 0], { type: 'points_out_of_range', at: 1 }],
  ] as const)('%s', (_, layout, choices, error) => {
    expect(packChoices(layout, choices)).toEqual({ ok: false, error });
  });
});
