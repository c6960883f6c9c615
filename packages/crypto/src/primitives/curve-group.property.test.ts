import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { invariant } from '@convite/kernel';
import { loadCurveCore } from '../curve/load-curve.ts';
import { curveGroup } from './curve-group.ts';
import { ed25519Group } from './ed25519-group.ts';
import type { Element, Group } from './group.ts';

const portable = ed25519Group();
let curve: Group = portable;

beforeAll(async () => {
  const core = await loadCurveCore();
  invariant(core.ok, 'the core is loaded');
  curve = curveGroup(core.value);
});

const scalar = fc.oneof(
  fc.bigInt({ min: 0n, max: portable.q - 1n }),
  fc.constantFrom(0n, 1n, 2n, portable.q - 1n, 2n ** 128n),
);

/** The same calculation in both groups, compared as texts. */
const same = (calculate: (group: Group, member: (exponent: bigint) => Element) => Element): void => {
  const [a, b] = [portable, curve].map((group) =>
    group.write(calculate(group, (exponent) => group.power(group.g, exponent))),
  );
  expect(b).toBe(a);
};

describe('the group on the arithmetic core', () => {
  it('calculates as the portable one does', () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, fc.array(scalar, { maxLength: 9 }), (x, y, z, many) => {
        same((group, member) => group.multiply(member(x), group.inverse(member(y))));
        same((group, member) => group.power(member(x), z));
        same((group, member) => group.secretPower(member(x), z));
        same((group) => group.secretPower(group.g, z));
        same((group, member) => group.product(many.map(member)));
        same((group, member) => group.powerProduct(many.map(member), many.toReversed()));
        same((group, member) =>
          group.powerProduct(
            many.map(member),
            many.map((value) => value >> 126n),
          ),
        );
        const pairs = [
          { exponent: x, shift: y },
          { exponent: z, shift: 1n },
        ];
        expect(curve.secretPairs(curve.power(curve.g, 5n), pairs)).toEqual(
          portable.secretPairs(portable.power(portable.g, 5n), pairs),
        );
        const [a, b] = [portable, curve].map((group) =>
          Math.sign(group.compare(group.power(group.g, x), group.power(group.g, y))),
        );
        expect(b).toBe(a);
        expect(curve.equals(curve.power(curve.g, x), curve.power(curve.g, y))).toBe(x === y);
      }),
      { numRuns: 40 },
    );
  });

  it('reads the same texts, and carries the same ints', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(255), { maxLength: 16 }),
        fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }),
        (ints, number) => {
          same((group) => group.encodeInts(ints));
          const member = curve.encodeInts(ints);
          expect(curve.decodeInts(member, ints.length)).toEqual(ints);
          expect(curve.decodeInts(curve.multiply(member, curve.g), ints.length)).toBeUndefined();
          const text = number.toString(16).padStart(64, '0');
          const texts = [text, portable.write(portable.g), text.toUpperCase(), `${text}0`];
          expect(curve.parseAll(texts).map((read) => read === undefined)).toEqual(
            portable.parseAll(texts).map((read) => read === undefined),
          );
        },
      ),
      { numRuns: 40 },
    );
    for (const index of [-1, 0, 1, 2, 3]) same((group) => group.generator(index));
    expect(curve.q).toBe(portable.q);
    expect(curve.hashToScalar('Calle Cedro')).toBe(portable.hashToScalar('Calle Cedro'));
  });
});
