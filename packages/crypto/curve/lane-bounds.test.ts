import { describe, expect, it } from 'vitest';
import { type Bounds, BoundsWalk, CARRIED, cachedBounds, constantBounds, pointBounds } from './lane-bounds.fixture.ts';

const coordinates = ['r', 'r + LANE_Y', 'r + LANE_Z', 'r + LANE_T'];

/** Random points never come near the limit, so that a carry left out would pass every other test. */
describe('the formulas on pairs of points', () => {
  it.each([
    ['double2', [...pointBounds('p')]],
    ['addCached2', [...pointBounds('p'), ...cachedBounds('c')]],
    ['subtractCached2', [...pointBounds('p'), ...cachedBounds('c')]],
    ['addAffine2', [...pointBounds('p'), ...pointBounds('c')]],
    ['subtractAffine2', [...pointBounds('p'), ...pointBounds('c')]],
    ['addPoints2', [...pointBounds('p'), ...pointBounds('q'), ...constantBounds('D2')]],
  ])('%s asks of products what they take, and leaves carried coordinates', (name, known) => {
    const walk = new BoundsWalk('lane-point.ts', new Map(known));
    walk.follow(name);
    expect(walk.complaints).toEqual([]);
    for (const each of coordinates) expect(walk.bound(each)).toBeLessThanOrEqual(CARRIED);
  });

  it('makes cached points as they are taken', () => {
    const walk = new BoundsWalk('lane-point.ts', new Map([...pointBounds('p'), ...constantBounds('D2')]));
    walk.follow('toCached2');
    expect(walk.complaints).toEqual([]);
    for (const each of ['c', 'c + LANE_Y', 'c + LANE_T']) expect(walk.bound(each)).toBeLessThanOrEqual(CARRIED);
    expect(walk.bound('c + LANE_Z')).toBeLessThanOrEqual(2n * CARRIED);
  });

  it('decodes, and makes summands, within the same limits', () => {
    const decoding = new BoundsWalk('lane-batches.ts', new Map(constantBounds('D', 'ONE')));
    decoding.follow('decodePair');
    expect(decoding.complaints).toEqual([]);
    const summands = new BoundsWalk('lane-multi-product.ts', new Map(constantBounds('HALF', 'D')));
    summands.follow('fillSummands');
    expect(summands.complaints).toEqual([]);
  });

  it('is noticed when a sum is squared, and when both factors are sums', () => {
    const bounds: Bounds = new Map(pointBounds('p').map(([place, bound]) => [place, 2n * bound]));
    const walk = new BoundsWalk('lane-point.ts', bounds);
    walk.follow('double2');
    expect(walk.complaints).toContain('double2: square2(A, from);');
    expect(walk.complaints).toContain('double2: multiply2(E, from, from + LANE_Y);');
  });
});
