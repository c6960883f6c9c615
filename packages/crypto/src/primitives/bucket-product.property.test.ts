import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bucketProduct } from './bucket-product.ts';
import { finiteFieldGroup } from './finite-field-group.ts';
import { rfc3526Group14 } from './finite-field-parameters.ts';
import { powerMod } from './modular.ts';

it('is the product of the powers one by one, for exponents of any size and equal bases', () => {
  const number = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 140n }), fc.constantFrom(0n, 1n, 2n ** 128n - 1n));
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number), { maxLength: 40 }),
      fc.constantFrom(2n ** 127n - 1n, 263n),
      (terms, p) => {
        const expected = terms.reduce(
          (product, [base, exponent]) => (product * powerMod(base % p, exponent, p)) % p,
          1n,
        );
        const [bases, exponents] = [terms.map(([base]) => base % p), terms.map(([, exponent]) => exponent)];
        expect(bucketProduct(bases, exponents, p)).toBe(expected);
      },
    ),
  );
});

it('is what a group of a finite field gives for many factors', () => {
  const group = finiteFieldGroup(rfc3526Group14);
  const exponents = Array.from({ length: 40 }, (_, i) => group.hashToScalar(`exponent ${i}`) >> BigInt(i * 3));
  const bases = exponents.map((_, i) => group.generator(i));
  const one = exponents.reduce(
    (product, exponent, i) => group.multiply(product, group.power(bases[i] ?? group.one, exponent)),
    group.one,
  );
  expect(group.equals(group.powerProduct(bases, exponents), one)).toBe(true);
});
