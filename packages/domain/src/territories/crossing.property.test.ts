import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCrossing } from './crossing.ts';
import type { Position } from './territory.ts';

type Point = readonly [bigint, bigint];

/** Every pair of edges, by whole numbers: written apart, slow, and plain. */
function meetsSomewhere(ring: readonly Position[]): boolean {
  const exact = ring.map(([x, y]): Point => [BigInt(Math.round(x * 1e9)), BigInt(Math.round(y * 1e9))]);
  const open = exact.slice(0, -1).filter((p, i) => {
    const before = i === 0 ? exact.at(-2) : exact[i - 1];
    return before === undefined || before[0] !== p[0] || before[1] !== p[1];
  });
  const at = (i: number): Point => open[i % open.length] ?? [0n, 0n];
  const cross = (a: Point, b: Point, c: Point): bigint => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
  const on = (p: Point, a: Point, b: Point): boolean =>
    cross(a, b, p) === 0n && (p[0] - a[0]) * (p[0] - b[0]) <= 0n && (p[1] - a[1]) * (p[1] - b[1]) <= 0n;
  for (let i = 0; i < open.length; i++) {
    for (let k = i + 1; k < open.length; k++) {
      const [a, b, c, d] = [at(i), at(i + 1), at(k), at(k + 1)];
      const follows = k === i + 1 || (i === 0 && k === open.length - 1);
      if (follows) {
        const [first, middle, last] = k === i + 1 ? [a, b, d] : [c, a, b];
        const back =
          (middle[0] - first[0]) * (last[0] - middle[0]) + (middle[1] - first[1]) * (last[1] - middle[1]) < 0n;
        if (cross(first, middle, last) === 0n && back) return true;
        continue;
      }
      const proper = cross(a, b, c) * cross(a, b, d) < 0n && cross(c, d, a) * cross(c, d, b) < 0n;
      if (proper || on(c, a, b) || on(d, a, b) || on(a, c, d) || on(b, c, d)) return true;
    }
  }
  return false;
}

const closed = (points: readonly Position[]): readonly Position[] => [...points, points[0] ?? [0, 0]];
const small = fc.tuple(fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 }));
const degrees = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);

describe('a ring', () => {
  it('on a small grid is simple exactly when no pair of its edges meets', () => {
    fc.assert(
      fc.property(fc.array(small, { minLength: 3, maxLength: 9 }), (points) => {
        const ring = closed(points);
        expect(findCrossing(ring) !== undefined).toBe(meetsSomewhere(ring));
      }),
      { numRuns: 2000 },
    );
  });

  it('anywhere on the earth is simple exactly when no pair of its edges meets', () => {
    fc.assert(
      fc.property(fc.array(degrees, { minLength: 3, maxLength: 12 }), (points) => {
        const ring = closed(points);
        expect(findCrossing(ring) !== undefined).toBe(meetsSomewhere(ring));
      }),
    );
  });

  it('of points that lie within a hair of one line is decided exactly', () => {
    const hair = fc.tuple(fc.integer({ min: 0, max: 1_000_000_000 }), fc.integer({ min: -1, max: 1 }));
    fc.assert(
      fc.property(fc.array(hair, { minLength: 3, maxLength: 7 }), (points) => {
        const ring = closed(
          points.map(([x, off]): Position => [(x / 1e9) * 100, (x / 1e9) * 33.333333333 + off / 1e9]),
        );
        expect(findCrossing(ring) !== undefined).toBe(meetsSomewhere(ring));
      }),
      { numRuns: 500 },
    );
  });

  it('that goes round its middle is simple, however fine', () => {
    const points = Array.from({ length: 40_000 }, (_, i): Position => {
      const angle = (i / 40_000) * 2 * Math.PI;
      return [-66 + Math.cos(angle) * (1 + (i % 3) / 10_000), 8 + Math.sin(angle) * (1 + (i % 3) / 10_000)];
    });
    expect(findCrossing(closed(points))).toBeUndefined();
  });

  it('whose edges all lie above one another is too fine to be looked through', () => {
    const points = Array.from({ length: 20_000 }, (_, i): Position => [i % 2 === 0 ? 0 : 100, i / 1000]);
    expect(findCrossing(closed([...points, [101, 20], [101, -1], [0, -1]]))).toBe('too_fine');
  });
});
