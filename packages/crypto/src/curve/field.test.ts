import { sha256 } from '@noble/hashes/sha2.js';
import { describe, expect, it } from 'vitest';
import { bytesOf, edgeScalars, numberOf, numbers, order, prime } from './backends.fixture.ts';
import { modulo, scalarProbe as probe, valueOfLimbs } from './probes.fixture.ts';

const random = numbers(0x2545f4914f6cdd1dn);
const at = probe.room(4096);
const [A, B, R, OUT] = [at, at + 64, at + 128, at + 192];
const bytes = new Uint8Array(probe.memory.buffer);
const words = new Int32Array(probe.memory.buffer);

const putLimbs = (to: number, limbs: readonly number[]): void => words.set(limbs, to / 4);
const takeLimbs = (from: number): readonly number[] => [...words.subarray(from / 4, from / 4 + 10)];

/** What multiply and square take at most: even limbs below 2^28, odd ones below 2^27, of either sign. */
const bound = (i: number): number => (i % 2 === 0 ? 2 ** 28 - 1 : 2 ** 27 - 1);

/** Limbs at the bound, next to it, zero, or anywhere within. */
function extremeLimbs(): readonly number[] {
  const choices = random(40);
  return Array.from({ length: 10 }, (_, i) => {
    const choice = Number((choices >> BigInt(4 * i)) & 15n);
    if (choice < 6) return bound(i);
    if (choice < 12) return -bound(i);
    if (choice === 12) return 0;
    return Number(random(64) % BigInt(2 * bound(i) + 1)) - bound(i);
  });
}

/** Carried: what multiply and square leave. */
function isCarried(limbs: readonly number[]): boolean {
  return limbs.every((limb, i) => {
    const slack = i === 1 || i === 5 ? 2 ** 17 : 0;
    return limb >= -slack && limb < 2 ** (i % 2 === 0 ? 26 : 25) + slack;
  });
}

describe('field elements of the scalar module', () => {
  it('multiplies and squares 20,000 extreme limb vectors as integers do, and carries the result', () => {
    for (let i = 0; i < 20_000; i++) {
      const [a, b] = [extremeLimbs(), extremeLimbs()];
      putLimbs(A, a);
      putLimbs(B, b);
      probe.multiply(R, A, B);
      const product = takeLimbs(R);
      probe.square(R, A);
      const squared = takeLimbs(R);
      const [x, y] = [valueOfLimbs(a), valueOfLimbs(b)];
      if (valueOfLimbs(product) !== (x * y) % prime || !isCarried(product)) expect.fail(`${a} by ${b}`);
      if (valueOfLimbs(squared) !== (x * x) % prime || !isCarried(squared)) expect.fail(`${a} squared`);
    }
  });

  it('takes its very bounds in every sign pattern', () => {
    for (let signs = 0; signs < 1024; signs++) {
      const a = Array.from({ length: 10 }, (_, i) => ((signs >> i) & 1 ? bound(i) : -bound(i)));
      const b = Array.from({ length: 10 }, (_, i) => bound(i));
      putLimbs(A, a);
      putLimbs(B, b);
      probe.multiply(R, A, B);
      expect(valueOfLimbs(takeLimbs(R))).toBe((valueOfLimbs(a) * valueOfLimbs(b)) % prime);
    }
  });

  it('writes the one canonical encoding of carried elements and of their differences', () => {
    const near = [0n, 1n, 2n, 18n, 19n, 20n, prime - 1n, prime - 2n, prime - 19n, 2n ** 254n, (prime - 1n) / 2n];
    for (let i = 0; i < 5000; i++) {
      const x = i < near.length ** 2 ? (near[i % near.length] ?? 0n) : random(255) % prime;
      const y = i < near.length ** 2 ? (near[Math.floor(i / near.length)] ?? 0n) : random(255) % prime;
      bytes.set(bytesOf(x), OUT);
      probe.fromBytes(A, OUT);
      bytes.set(bytesOf(y), OUT);
      probe.fromBytes(B, OUT);
      probe.subtract(R, A, B);
      probe.toBytes(OUT, R);
      expect(numberOf(bytes.subarray(OUT, OUT + 32))).toBe(modulo(x - y, prime));
      probe.multiply(R, A, B);
      probe.toBytes(OUT, R);
      expect(numberOf(bytes.subarray(OUT, OUT + 32))).toBe((x * y) % prime);
    }
  });

  it('reads any 32 bytes as their low 255 bits', () => {
    for (const number of [0n, prime, prime + 18n, 2n ** 255n - 1n, 2n ** 256n - 1n, 2n ** 255n]) {
      bytes.set(bytesOf(number), OUT);
      probe.fromBytes(A, OUT);
      expect(valueOfLimbs(takeLimbs(A))).toBe((number % 2n ** 255n) % prime);
    }
  });

  it('inverts, and leaves 0 as it is', () => {
    for (const number of [0n, 1n, 2n, prime - 1n, ...Array.from({ length: 50 }, () => random(255) % prime)]) {
      bytes.set(bytesOf(number), OUT);
      probe.fromBytes(A, OUT);
      probe.invert(R, A);
      expect((valueOfLimbs(takeLimbs(R)) * number) % prime).toBe(number === 0n ? 0n : 1n);
    }
  });
});

describe('scalars', () => {
  const scalar = (): bigint => random(320) % order;
  const pairs = [
    ...edgeScalars.flatMap((a) => edgeScalars.map((b): readonly [bigint, bigint] => [a, b])),
    ...Array.from({ length: 5000 }, (): readonly [bigint, bigint] => [scalar(), scalar()]),
  ];
  const result = (): bigint => numberOf(bytes.subarray(R, R + 32));

  it('adds, subtracts and multiplies modulo the group order', () => {
    for (const [a, b] of pairs) {
      bytes.set(bytesOf(a), A);
      bytes.set(bytesOf(b), B);
      probe.addScalars(R, A, B);
      expect(result()).toBe((a + b) % order);
      probe.subtractScalars(R, A, B);
      expect(result()).toBe(modulo(a - b, order));
      probe.multiplyScalars(R, A, B);
      expect(result()).toBe((a * b) % order);
    }
  });

  it('multiplies by small numbers of either sign', () => {
    for (const [a, b] of pairs.slice(0, 1000)) {
      const small = Number(BigInt.asIntN(32, b));
      bytes.set(bytesOf(a), A);
      for (const factor of [small, 0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]) {
        probe.multiplySmall(R, A, factor);
        expect(result()).toBe(modulo(a * BigInt(factor), order));
      }
    }
  });

  it('reduces every number below 2^256', () => {
    const edges = [0n, order - 1n, order, order + 1n, 2n * order, 15n * order, 15n * order - 1n, 2n ** 256n - 1n];
    for (const number of [...edges, ...Array.from({ length: 5000 }, () => random(256))]) {
      bytes.set(bytesOf(number), A);
      probe.reduceScalar(R, A);
      expect(result()).toBe(number % order);
    }
  });

  it('cuts scalars into digits that sum up to them again', () => {
    for (const number of [...edgeScalars, ...Array.from({ length: 500 }, scalar)]) {
      bytes.set(bytesOf(number), A);
      for (const [width, count] of [
        [5, 51],
        [8, 32],
        [4, 64],
        [13, 20],
      ] as const) {
        probe.signedDigits(OUT, A, width, count);
        const digits = new Int16Array(probe.memory.buffer, OUT, count);
        expect(digits.reduce((sum, digit, i) => sum + (BigInt(digit) << BigInt(width * i)), 0n)).toBe(number);
        expect(digits.every((digit) => Math.abs(digit) <= 2 ** (width - 1))).toBe(true);
      }
      probe.sparseDigits(OUT, A, 5);
      const digits = new Int8Array(probe.memory.buffer, OUT, 256);
      expect(digits.reduce((sum, digit, i) => sum + (BigInt(digit) << BigInt(i)), 0n)).toBe(number);
      expect(digits.every((digit) => digit === 0 || (Math.abs(digit) < 16 && digit % 2 !== 0))).toBe(true);
    }
  });
});

describe('SHA-256', () => {
  it('hashes texts of every length around the block size, in one piece and in two', () => {
    const text = Uint8Array.from({ length: 400 }, () => Number(random(8)));
    bytes.set(text, OUT);
    for (let length = 0; length <= 400; length++) {
      const expected = [...sha256(text.subarray(0, length))].reverse();
      for (const first of [0, Math.min(1, length), Math.floor(length / 2), length]) {
        probe.startHash();
        probe.addToHash(OUT, first);
        probe.addToHash(OUT + first, length - first);
        probe.finishHash(R);
        expect([...bytes.subarray(R, R + 32)]).toEqual(expected);
      }
    }
  });
});
