import { describe, expect, it } from 'vitest';
import { Point, bytesOf, cores, numbers, order, power, textOf } from './backends.fixture.ts';
import { joinPoints, scalarBytes, slicePoints } from './points.ts';

const random = numbers(0x8bb84b93962eacc9n);
const randomScalar = (): bigint => random(320) % order;
const g = Point.BASE;

describe.each(cores)('$name', (core) => {
  it('decodes 200,000 random encodings as the other library does', () => {
    for (let i = 0; i < 200_000; i++) {
      const bytes = bytesOf(random(256));
      let other: Uint8Array | undefined;
      try {
        other = Point.fromBytes(bytes, false).toBytes();
      } catch {
        other = undefined;
      }
      const own = core.decode(bytes);
      expect(own.ok ? core.encode(own.value) : undefined).toEqual(other);
    }
  });

  it('raises points to 20,000 powers, public and secret, as the other library does', () => {
    for (let i = 0; i < 200; i++) {
      const point = power(g, randomScalar());
      const scalars = Array.from({ length: 100 }, randomScalar);
      const read = core.readTexts([textOf(point)]);
      if (!read.ok) throw new Error('a point is refused');
      const many = joinPoints(Array.from({ length: 100 }, () => read.value));
      const expected = scalars.map((scalar) => textOf(power(point, scalar)));
      expect(core.writeTexts(core.powers(many, scalarBytes(scalars)))).toEqual(expected);
      for (const [j, scalar] of scalars.slice(0, 10).entries()) {
        expect(core.writeTexts(core.secretPowers(read.value, scalarBytes([scalar])))).toEqual([expected[j]]);
      }
    }
  });

  it('gives the same product of 5,000 powers as one after the other', () => {
    const scalars = Array.from({ length: 5000 }, randomScalar);
    const points = core.basePowers(scalarBytes(Array.from({ length: 5000 }, randomScalar)));
    const powers = core.powers(points, scalarBytes(scalars));
    let product = slicePoints(powers, 0, 1);
    for (let i = 1; i < 5000; i++) product = core.multiply(product, slicePoints(powers, i, i + 1));
    expect(core.equal(product, core.multiProduct(points, scalarBytes(scalars), 253))).toBe(true);
  });
});

describe('both backends', () => {
  it('recompute the same commitments of 20,000 random statements', () => {
    for (let i = 0; i < 200; i++) {
      const key = scalarBytes([randomScalar()]);
      const ciphertexts = scalarBytes(Array.from({ length: 200 }, randomScalar));
      const scalars = Array.from({ length: 100 }, () => scalarBytes(Array.from({ length: 4 }, randomScalar)));
      const [fused, scalar] = cores.map((core) => {
        const points = core.basePowers(ciphertexts);
        return core.commitments(
          core.basePowers(key),
          scalars.map((pairs, j) => ({
            ciphertext: slicePoints(points, 2 * j, 2 * j + 2),
            values: [j % 7, (j + 1) % 5],
            pairs,
            membership: 'check',
          })),
        );
      });
      expect(fused).toEqual(scalar);
    }
  });
});
