import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { cores, power, textOf, torsion } from '../curve/backends.fixture.ts';
import type { CurveCore } from '../curve/curve.ts';
import { type Points, scalarBytes } from '../curve/points.ts';
import { areMembers } from './curve-membership.ts';
import { curveGroup } from './curve-group.ts';
import { portableSha256 } from './sha256.ts';

const { sha256 } = portableSha256;

/** Texts of so many members, all different. */
const membersOf = (core: CurveCore, count: number): readonly string[] =>
  core.writeTexts(
    core.basePowers(scalarBytes(Array.from({ length: count }, (_, i) => 3n ** 150n * BigInt(i + 1) + 7n))),
  );

function pointsIn(core: CurveCore, texts: readonly string[]): Points {
  const read = core.readTexts(texts);
  invariant(read.ok, 'these are points');
  return read.value;
}

/** The text of the product of an element and a point of this order. */
function withTorsion(core: CurveCore, text: string, order: 2 | 4 | 8): string {
  const [part] = [pointsIn(core, [textOf(power(torsion, BigInt(8 / order)))])];
  return core.writeTexts(core.multiply(pointsIn(core, [text]), part))[0] ?? '';
}

const holds = (core: CurveCore, texts: readonly string[]): boolean =>
  areMembers(core, sha256, pointsIn(core, texts), texts);

const [fused] = cores;
invariant(fused?.subsetsHold !== undefined, 'the two-lane module sums subsets');

describe('membership of very many', () => {
  it.each([0, 1, 255, 256, 257, 447, 448, 449, 16_385])('holds for %d members', (count) => {
    expect(holds(fused, membersOf(fused, count))).toBe(true);
  });

  it('is refused for a part of order 2, 4 or 8 at any place', () => {
    const members = membersOf(fused, 257);
    for (const [place, text] of members.entries()) {
      for (const order of place % 8 === 0 ? ([2, 4, 8] as const) : ([2] as const)) {
        expect(holds(fused, members.with(place, withTorsion(fused, text, order))), `${order} at ${place}`).toBe(false);
      }
    }
  });

  it.each([0, 16_383, 16_384])(
    'is refused for a part of small order at place %d, in whichever check it is',
    (place) => {
      const members = membersOf(fused, 16_385);
      expect(holds(fused, members.with(place, withTorsion(fused, members[place] ?? '', 2)))).toBe(false);
    },
  );
});

describe.each(cores)('membership of many on $name', (core) => {
  it('is refused where the parts of small order cancel out in the product of all', () => {
    const members = membersOf(core, 300);
    for (const order of [2, 4, 8] as const) {
      const twins = Array.from({ length: order }, (_, i) => 40 * i);
      const texts = members.map((text, i) => (twins.includes(i) ? withTorsion(core, text, order) : text));
      expect(core.firstNonMember(core.product(pointsIn(core, texts)))).toBeUndefined();
      expect(holds(core, texts)).toBe(false);
    }
  });

  it('is refused for points of small order alone', () => {
    expect(
      holds(
        core,
        Array.from({ length: 256 }, (_, i) => textOf(power(torsion, BigInt(1 + (i % 7))))),
      ),
    ).toBe(false);
  });

  it('tells which ones are no members', () => {
    const group = curveGroup(core);
    const members = membersOf(core, 300);
    const bad = [0, 17, 299];
    const texts = members.map((text, i) => (bad.includes(i) ? withTorsion(core, text, 8) : text));
    const read = group.parseAll(texts);
    expect(read.flatMap((element, i) => (element === undefined ? [i] : []))).toEqual(bad);
    expect(group.parseAll(members).map((element) => element && group.write(element))).toEqual(members);
  });
});

describe('subsets', () => {
  const { subsetsHold } = fused;
  invariant(subsetsHold !== undefined, 'the two-lane core sums subsets');

  /** The choices that put one point of so many into one subset alone. */
  const alone = (count: number, point: number, subset: number): Uint8Array => {
    const choices = new Uint8Array(16 * count);
    choices[16 * point + (subset >> 3)] = 1 << (subset & 7);
    return choices;
  };

  it.each([5, 450])('of %d points: each of the 128 is summed, with every point', (count) => {
    const members = membersOf(fused, count);
    const last = count - 1;
    const points = pointsIn(fused, members.with(last, withTorsion(fused, members[last] ?? '', 2)));
    for (let subset = 0; subset < 128; subset++) {
      expect(subsetsHold(points, alone(count, last, subset)), `subset ${subset}`).toBe(false);
    }
    expect(subsetsHold(points, alone(count, last - 1, 77))).toBe(true);
    for (let place = 0; place < count; place += count > 100 ? 13 : 1) {
      const one = pointsIn(fused, members.with(place, withTorsion(fused, members[place] ?? '', 4)));
      expect(subsetsHold(one, alone(count, place, place % 128)), `place ${place}`).toBe(false);
    }
  });

  it('are summed over all that are chosen: two parts of order two cancel out, three do not', () => {
    const members = membersOf(fused, 6);
    const bad = members.map((text, i) => (i < 3 ? withTorsion(fused, text, 2) : text));
    const points = pointsIn(fused, bad);
    const chosen = (...places: readonly number[]): Uint8Array =>
      Uint8Array.from({ length: 16 * 6 }, (_, at) => (places.includes(at >> 4) ? 255 : 0));
    expect(subsetsHold(points, chosen(0, 1, 4))).toBe(true);
    expect(subsetsHold(points, chosen(0, 1, 2, 4))).toBe(false);
    expect(subsetsHold(points, chosen(3, 4, 5))).toBe(true);
  });

  it('need points and choices for each', () => {
    const points = pointsIn(fused, membersOf(fused, 2));
    expect(() => subsetsHold(points, new Uint8Array(16))).toThrow('choices for each');
    expect(() => subsetsHold(pointsIn(fused, []), new Uint8Array(0))).toThrow('there are points');
  });
});
