import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { readOutline } from './read-outline.ts';

const square = [
  [-66, 8],
  [-65, 8],
  [-65, 9],
  [-66, 9],
  [-66, 8],
];
const bowTie = [
  [0, 0],
  [2, 2],
  [2, 0],
  [0, 2],
  [0, 0],
];
const polygon = (...rings: unknown[]): unknown => ({ type: 'Polygon', coordinates: rings });

describe('an outline', () => {
  it('is a polygon or several, or none; heights are left out', () => {
    expect(readOutline(null)).toEqual(ok(null));
    expect(readOutline(polygon(square))).toEqual(ok({ type: 'Polygon', coordinates: [square] }));
    expect(readOutline(polygon(square.map((p) => [...p, 120])))).toEqual(readOutline(polygon(square)));
    const several = { type: 'MultiPolygon', coordinates: [[square], [square]] };
    expect(readOutline(several)).toEqual(ok(several));
  });

  it.each([
    ['a point', { type: 'Point', coordinates: [0, 0] }, { type: 'outline_kind', found: 'Point' }],
    ['no object', 'Polygon', { type: 'outline_shape' }],
    ['a list', [], { type: 'outline_shape' }],
    ['a polygon without rings', polygon(), { type: 'outline_shape' }],
    ['a ring that is none', polygon('ring'), { type: 'outline_shape' }],
    ['several without one', { type: 'MultiPolygon', coordinates: [] }, { type: 'outline_shape' }],
    ['several that are no list', { type: 'MultiPolygon', coordinates: {} }, { type: 'outline_shape' }],
    ['a position that is none', polygon([...square, 7]), { type: 'outline_shape' }],
    ['a position in text', polygon([...square.slice(1), ['-66', '8']]), { type: 'outline_shape' }],
    ['a ring left open', polygon(square.slice(0, -1)), { type: 'ring_open' }],
    [
      'a ring of three positions',
      polygon([
        [0, 0],
        [1, 1],
        [0, 0],
      ]),
      { type: 'ring_short' },
    ],
    ['an empty ring', polygon([]), { type: 'ring_short' }],
    [
      'longitude and latitude exchanged',
      polygon([
        [8, -106],
        [9, 0],
        [8, -106],
        [8, -106],
      ]),
      { type: 'position_off_earth', at: '8, -106' },
    ],
    [
      'a number without end',
      polygon([
        [Infinity, 0],
        [1, 1],
        [2, 0],
        [Infinity, 0],
      ]),
      { type: 'position_off_earth', at: 'Infinity, 0' },
    ],
    [
      'no number',
      polygon([
        [Number.NaN, 0],
        [1, 1],
        [2, 0],
        [Number.NaN, 0],
      ]),
      { type: 'position_off_earth', at: 'NaN, 0' },
    ],
    ['a ring that crosses itself', polygon(bowTie), { type: 'ring_crosses', at: '2, 0' }],
    ['a hole that crosses itself', polygon(square, bowTie), { type: 'ring_crosses', at: '2, 0' }],
    [
      'all positions the same',
      polygon([
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ]),
      { type: 'ring_short' },
    ],
    [
      'a spike',
      polygon([
        [0, 0],
        [4, 0],
        [2, 0],
        [2, 2],
        [0, 0],
      ]),
      { type: 'ring_crosses', at: '4, 0' },
    ],
    [
      'too many points',
      polygon(Array.from({ length: 50_001 }, () => [0, 0])),
      { type: 'outline_too_fine', most: 50_000 },
    ],
  ])('is refused when it is %s', (_name, geometry, problem) => {
    expect(readOutline(geometry)).toEqual(err(problem));
  });
});
