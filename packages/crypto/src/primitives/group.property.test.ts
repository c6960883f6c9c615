import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testSuite } from '../verify/machine.fixture.ts';
import { finiteFieldGroup } from './finite-field-group.ts';
import { belenios2048, rfc3526Group14 } from './finite-field-parameters.ts';
import { type Element, groupNames } from './group.ts';
import { knowledgeHolds, proveKnowledge } from './schnorr.ts';
import { seededRandomness } from './seeded-randomness.fixture.ts';

describe.each(groupNames)('the group %s', (name) => {
  const group = testSuite.group(name);
  const { g, q, one } = group;
  const scalar = fc.bigInt({ min: 0n, max: q - 1n });
  const nonZero = fc.bigInt({ min: 1n, max: q - 1n });
  const runs = { numRuns: name === 'Ed25519' ? 30 : 3 };

  it('has the laws of a group of order q', () => {
    fc.assert(
      fc.property(scalar, scalar, scalar, (a, b, c) => {
        const [A, B, C] = [group.power(g, a), group.power(g, b), group.power(g, c)];
        const same = (left: Element, right: Element): void => {
          expect(group.equals(left, right)).toBe(true);
        };
        same(group.multiply(A, B), group.power(g, a + b));
        same(group.multiply(A, group.multiply(B, C)), group.multiply(group.multiply(A, B), C));
        same(group.multiply(A, group.inverse(A)), one);
        same(group.product([A, B, C]), group.power(g, a + b + c));
        same(group.powerProduct([A, B, g], [b, c, a]), group.power(g, (a * b + b * c + a) % q));
        same(group.secretPower(A, b), group.power(A, b));
        same(group.power(A, b + q), group.power(A, b));
        expect(group.write(group.secretPower(g, c))).toBe(group.write(group.power(g, c)));
      }),
      runs,
    );
    expect(group.equals(group.power(g, q), one)).toBe(true);
    expect(group.equals(group.product([]), one)).toBe(true);
    expect(group.equals(group.powerProduct([], []), one)).toBe(true);
    expect(group.equals(g, one)).toBe(false);
  });

  it('reads what it writes, alone and many at once, and nothing else', () => {
    fc.assert(
      fc.property(scalar, (a) => {
        const A = group.power(g, a);
        const text = group.write(A);
        const read = group.parse(text);
        expect(read !== undefined && group.equals(read, A)).toBe(true);
        const foreign = [`${text} `, ` ${text}`, `0${text}`, text.slice(0, -1), `-${text}`, text.toUpperCase(), ''];
        const kept = foreign.filter((other) => other !== text && group.parse(other) !== undefined);
        // A shortened decimal number may be another member by chance, which is then written as it was read.
        for (const other of kept) {
          const member = group.parse(other);
          expect(member === undefined ? '' : group.write(member)).toBe(other);
        }
        const [first, second, third] = group.parseAll([text, 'x', group.write(one)]);
        expect(first !== undefined && group.equals(first, A)).toBe(true);
        expect(second).toBeUndefined();
        expect(third !== undefined && group.equals(third, one)).toBe(true);
      }),
      runs,
    );
  });

  it('sorts its members in one total order', () => {
    fc.assert(
      fc.property(scalar, scalar, (a, b) => {
        const [A, B] = [group.power(g, a), group.power(g, b)];
        expect(Math.sign(group.compare(A, B)) + Math.sign(group.compare(B, A))).toBe(0);
        expect(group.compare(A, B) === 0).toBe(group.equals(A, B));
      }),
      runs,
    );
  });

  it('proves knowledge of a secret, for one key and one purpose alone', () => {
    fc.assert(
      fc.property(scalar, (x) => {
        const X = group.power(g, x);
        const proof = proveKnowledge(group, x, 'pok|a|', seededRandomness('nonce'));
        const { challenge, response } = proof;
        expect(knowledgeHolds(group, X, proof, 'pok|a|')).toBe(true);
        expect(knowledgeHolds(group, X, proof, 'pok|b|')).toBe(false);
        expect(knowledgeHolds(group, group.multiply(X, g), proof, 'pok|a|')).toBe(false);
        expect(knowledgeHolds(group, X, { challenge: (challenge + 1n) % q, response }, 'pok|a|')).toBe(false);
        expect(knowledgeHolds(group, X, { challenge, response: (response + 1n) % q }, 'pok|a|')).toBe(false);
      }),
      runs,
    );
  });

  it('has generators that differ, one for each number from -1 on', () => {
    const texts = [-1, 0, 1, 2, 3].map((i) => group.write(group.generator(i)));
    expect(new Set([...texts, group.write(g), group.write(one)]).size).toBe(7);
    for (const text of texts) expect(group.parse(text)).toBeDefined();
  });

  it('carries ints that come back, and tells every other member apart', () => {
    const most = group.maxInts;
    fc.assert(
      fc.property(fc.array(fc.nat(255), { minLength: Math.min(1, most), maxLength: most }), nonZero, (ints, a) => {
        // A small power of g may be a number itself (2^8 stands for [1]), so the member comes from a hashed generator:
        // but for one in more than 2^100 it stands for nothing.
        expect(group.decodeInts(group.power(group.generator(0), a), ints.length)).toBeUndefined();
        if (most === 0) return;
        const element = group.encodeInts(ints);
        expect(group.decodeInts(element, ints.length)).toEqual(ints);
        expect(group.readInts(element, ints.length)).toEqual(ints);
      }),
      runs,
    );
  });
});

describe('a finite field without a faster power', () => {
  it.each([belenios2048, rfc3526Group14])('says so, and gives the same', (parameters) => {
    const portable = finiteFieldGroup(parameters);
    const native = testSuite.group(portable.name);
    expect([portable.backend, native.backend]).toEqual(['bigint', 'native']);
    const exponent = 2n ** 200n + 12_345n;
    expect(portable.write(portable.power(portable.g, exponent))).toBe(native.write(native.power(native.g, exponent)));
  });
});
