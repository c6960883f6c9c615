import { entryOf } from './entry-of.ts';

/** The width of a window that makes n powers of `bits` bits cheapest: n products a window, and 2^(w+1) to sum buckets. */
function windowFor(count: number, bits: number): number {
  let [best, least] = [1, Number.POSITIVE_INFINITY];
  for (let width = 1; width <= 12; width++) {
    const cost = Math.ceil(bits / width) * (count + 2 ** (width + 1));
    if (cost < least) [best, least] = [width, cost];
  }
  return best;
}

/**
 * The product of powers Π bases[i]^exponents[i] modulo a prime, with all squarings shared.
 *
 * Source: Pippenger, "On the evaluation of powers and monomials", SIAM J. Comput. 9, 1980; in the form of buckets.
 * Requires: exponents ≥ 0, as many as bases.
 * Cost: about bits/w products for each base, and 2^(w+1) for each of the bits/w windows.
 * Hazards: public values only: which bucket is touched depends on the exponents.
 */
export function bucketProduct(bases: readonly bigint[], exponents: readonly bigint[], modulus: bigint): bigint {
  const bits = exponents.reduce((most, exponent) => Math.max(most, exponent.toString(2).length), 1);
  const width = windowFor(bases.length, bits);
  const mask = (1n << BigInt(width)) - 1n;
  let result = 1n % modulus;
  for (let window = Math.ceil(bits / width) - 1; window >= 0; window--) {
    for (let i = 0; i < width; i++) result = (result * result) % modulus;
    const buckets = new Map<number, bigint>();
    const shift = BigInt(window * width);
    for (const [i, base] of bases.entries()) {
      const digit = Number((entryOf(exponents, i) >> shift) & mask);
      if (digit === 0) continue;
      const held = buckets.get(digit);
      buckets.set(digit, held === undefined ? base : (held * base) % modulus);
    }
    // Π bucket_d^d: the running product of the buckets from the highest down, multiplied into the sum at each step.
    let [running, sum] = [1n, 1n];
    for (let digit = Number(mask); digit > 0; digit--) {
      const bucket = buckets.get(digit);
      if (bucket !== undefined) running = (running * bucket) % modulus;
      if (running !== 1n) sum = (sum * running) % modulus;
    }
    result = (result * sum) % modulus;
  }
  return result;
}
