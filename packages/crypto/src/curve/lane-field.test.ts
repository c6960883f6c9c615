import { describe, expect, it } from 'vitest';
import { numbers, prime } from './backends.fixture.ts';
import { laneProbe as probe, modulo, valueOfDoubles, valueOfLimbs } from './probes.fixture.ts';

const random = numbers(0xd1342543de82ef95n);
const at = probe.room(1024);
const [A, B, R, S] = [at, at + 80, at + 160, at + 240];
const doubles = new Float64Array(probe.memory.buffer);
const words = new Int32Array(probe.memory.buffer);

/** Writes one element into each lane. */
function put(to: number, first: readonly number[], second: readonly number[]): void {
  for (let i = 0; i < 5; i++) {
    doubles[to / 8 + 2 * i] = first[i] ?? 0;
    doubles[to / 8 + 2 * i + 1] = second[i] ?? 0;
  }
}

const take = (from: number, lane: number): readonly number[] =>
  Array.from({ length: 5 }, (_, i) => doubles[from / 8 + 2 * i + lane] ?? Number.NaN);

/** What is called carried: the result of a product, or of a carrying sum, which may leave the most. */
const CARRIED = 2 ** 50 + 38;
/** A sum of two carried ones. */
const SUM = 2 * CARRIED;

/** Limbs at the bound, next to it, zero, or anywhere within. */
function extreme(bound: number): readonly number[] {
  const choices = random(20);
  return Array.from({ length: 5 }, (_, i) => {
    const choice = Number((choices >> BigInt(4 * i)) & 15n);
    if (choice < 5) return bound;
    if (choice < 10) return -bound;
    if (choice < 13) return (choice - 11) * (bound - Number(random(6)));
    return Number(random(64) % BigInt(2 * bound + 1)) - bound;
  });
}

const within = (limbs: readonly number[], bound: number): boolean =>
  limbs.every((limb) => Number.isInteger(limb) && Math.abs(limb) <= bound);

const product = (a: readonly number[], b: readonly number[]): bigint => (valueOfDoubles(a) * valueOfDoubles(b)) % prime;

describe('pairs of field elements', () => {
  it('multiplies 20,000 pairs of extreme limb vectors exactly, a carried factor by a sum, and carries the result', () => {
    for (let i = 0; i < 20_000; i++) {
      const [a, b, c, d] = [extreme(CARRIED), extreme(CARRIED), extreme(SUM), extreme(SUM)];
      put(A, a, b);
      put(B, c, d);
      // Either order: the formulas have the carried factor on both sides.
      if (i % 2 === 0) probe.multiply2(R, A, B);
      else probe.multiply2(R, B, A);
      const [x, y] = [take(R, 0), take(R, 1)];
      const right = valueOfDoubles(x) === product(a, c) && valueOfDoubles(y) === product(b, d);
      if (!right || !within(x, 2 ** 50 + 1) || !within(y, 2 ** 50 + 1)) expect.fail(`${[a, c]} and ${[b, d]}`);
    }
  });

  it('takes the very bounds of both factors in every sign pattern', () => {
    const full = Array.from({ length: 5 }, () => SUM);
    for (let signs = 0; signs < 32; signs++) {
      const a = Array.from({ length: 5 }, (_, i) => ((signs >> i) & 1 ? CARRIED : -CARRIED));
      const b = Array.from({ length: 5 }, (_, i) => ((signs >> i) & 1 ? -SUM : SUM));
      put(A, a, a);
      put(B, full, b);
      probe.multiply2(R, A, B);
      expect([valueOfDoubles(take(R, 0)), valueOfDoubles(take(R, 1))]).toEqual([product(a, full), product(a, b)]);
    }
  });

  it('squares 20,000 pairs of extreme carried limb vectors exactly, and carries the result', () => {
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [extreme(CARRIED), extreme(CARRIED)];
      put(A, a, b);
      probe.square2(R, A);
      const [x, y] = [take(R, 0), take(R, 1)];
      const right = valueOfDoubles(x) === product(a, a) && valueOfDoubles(y) === product(b, b);
      if (!right || !within(x, 2 ** 50 + 1) || !within(y, 2 ** 50 + 1)) expect.fail(`${a} and ${b}`);
    }
  });

  it('adds and subtracts within the bounds that products take', () => {
    for (let i = 0; i < 5000; i++) {
      const [a, b, c, d] = [extreme(CARRIED), extreme(CARRIED), extreme(CARRIED), extreme(CARRIED)];
      const [x, y] = [valueOfDoubles(a), valueOfDoubles(c)];
      put(A, a, b);
      put(B, c, d);
      const both: readonly [typeof probe.add2, bigint, number][] = [
        [probe.add2, x + y, SUM],
        [probe.subtract2, x - y, SUM],
        [probe.addCarried2, x + y, 2 ** 50 + 19],
        [probe.subtractCarried2, x - y, 2 ** 50 + 19],
      ];
      for (const [operation, value, bound] of both) {
        operation(R, A, B);
        expect(valueOfDoubles(take(R, 0))).toBe(modulo(value, prime));
        expect(within(take(R, 0), bound) && within(take(R, 1), bound)).toBe(true);
      }
      probe.subtract2(S, A, B);
      probe.doubleSubtractCarried2(R, A, S);
      expect(valueOfDoubles(take(R, 0))).toBe(modulo(2n * x - (x - y), prime));
      expect(within(take(R, 0), CARRIED) && within(take(R, 1), CARRIED)).toBe(true);
    }
  });

  it('takes elements of the scalar module in and gives them back, each in its lane', () => {
    const limbs = (): readonly number[] =>
      Array.from({ length: 10 }, (_, i) => Number(random(i % 2 === 0 ? 26 : 25)) * (random(8) < 128n ? 1 : -1));
    for (let i = 0; i < 5000; i++) {
      const [a, b] = [limbs(), limbs()];
      words.set(a, A / 4);
      words.set(b, B / 4);
      probe.pack(R, A, B);
      expect(within(take(R, 0), CARRIED) && within(take(R, 1), CARRIED)).toBe(true);
      for (const [lane, expected] of [a, b].entries()) {
        expect(valueOfDoubles(take(R, lane))).toBe(valueOfLimbs(expected));
        probe.unpack(S, R, lane);
        const back = [...words.subarray(S / 4, S / 4 + 10)];
        expect(valueOfLimbs(back)).toBe(valueOfLimbs(expected));
        expect(back.every((limb) => Math.abs(limb) <= 2 ** 25)).toBe(true);
      }
    }
  });
});
