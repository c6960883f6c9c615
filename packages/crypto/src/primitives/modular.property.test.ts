import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bigIntOfBytes, bytesOfBigInt, utf8, utf8Text } from './bytes.ts';
import { parseDecimal } from './decimal.ts';
import { belenios2048 } from './finite-field-parameters.ts';
import { inverseMod, jacobi, mod, powerMod } from './modular.ts';

const primes = [3n, 5n, 7n, 101n, 65_537n, 2n ** 255n - 19n, belenios2048.p];
const prime = fc.constantFrom(...primes);
const number = fc.bigInt({ min: 0n, max: 2n ** 2_100n });

describe('arithmetic modulo a prime', () => {
  it('gives remainders from 0 up to the modulus, of numbers below zero too', () => {
    fc.assert(
      fc.property(fc.bigInt(), prime, (value, p) => {
        const rest = mod(value, p);
        expect(rest >= 0n && rest < p && (value - rest) % p === 0n).toBe(true);
      }),
    );
  });

  it('gives the inverse of all but 0', () => {
    fc.assert(
      fc.property(number, prime, (value, p) => {
        const inverse = inverseMod(value, p);
        expect((inverse * value) % p).toBe(value % p === 0n ? 0n : 1n);
        expect(inverse < p).toBe(true);
      }),
    );
    expect(inverseMod(-1n, 7n)).toBe(6n);
  });

  it('gives the powers that repeated products give', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 500n }), fc.nat(200), fc.bigInt({ min: 2n, max: 1_000n }), (base, e, m) => {
        let product = 1n % m;
        for (let i = 0; i < e; i++) product = (product * base) % m;
        expect(powerMod(base, BigInt(e), m)).toBe(product);
      }),
    );
  });

  it('tells squares apart as the criterion of Euler does', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 300n }), fc.constantFrom(...primes.slice(0, 6)), (value, p) => {
        const power = powerMod(value % p, (p - 1n) / 2n, p);
        expect(jacobi(value, p)).toBe(power === p - 1n ? -1 : Number(power));
      }),
    );
  });

  it('says 0 of what has a factor in common with a modulus that is no prime', () => {
    expect([jacobi(6n, 9n), jacobi(2n, 15n), jacobi(5n, 15n)]).toEqual([0, 1, 0]);
    expect(inverseMod(6n, 9n)).toBe(0n);
  });
});

describe('numbers as bytes and digits', () => {
  it('read back as they were written', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (value) => {
        expect(bigIntOfBytes(bytesOfBigInt(value, 32))).toBe(value);
        expect(parseDecimal(String(value), 2n ** 256n)).toBe(value);
        expect(parseDecimal(String(value), value)).toBeUndefined();
        expect(parseDecimal(`0${value}`, 2n ** 256n)).toBeUndefined();
      }),
    );
    expect(bigIntOfBytes(new Uint8Array(0))).toBe(0n);
  });

  it.each(['', ' 1', '1 ', '+1', '-1', '1.0', '1e3', '0x1', '١', '1'.repeat(618)])('are not read from %j', (text) => {
    expect(parseDecimal(text, 10n ** 700n)).toBeUndefined();
  });

  it('are texts only where the bytes are UTF-8, a mark at their start included', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => utf8Text(utf8(text)) === text));
    expect(utf8Text(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61))).toBe('\ufeffa');
    for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf0, 0x9f, 0x98]]) {
      expect(utf8Text(Uint8Array.from(bytes))).toBeUndefined();
    }
  });
});
