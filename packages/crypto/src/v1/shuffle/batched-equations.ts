import { mod } from '../../primitives/modular.ts';
import type { Element } from '../../primitives/group.ts';
import type { ShuffleContext } from './challenges.ts';
import { entryOf } from '../../primitives/entry-of.ts';
import { shuffleGenerators } from './generators.ts';
import type { ShuffleStatement } from './shuffle-statement.ts';

/** How many bits a weight has: guessing one is no easier than computing a discrete logarithm in the group. */
const weightMask = (1n << 128n) - 1n;

/**
 * Whether all equations of several shuffle arguments hold, from their random linear combination in one product of powers.
 *
 * Statement: those of `failedEquations`, each brought to the form Π base^exponent = 1 and raised to a weight of its own.
 * Source: Bellare, Garay, Rabin, "Fast Batch Verification for Modular Exponentiation and Digital Signatures",
 *   EUROCRYPT 1998, small exponents test.
 * Symbols: C the challenge of the sigma protocol, w weights; the others as in `failedEquations`.
 * Soundness: all elements are members of a group of prime order q > 2^128. If an equation fails, its value is g^d with
 *   d ≠ 0 mod q, and whatever the other weights are, at most one weight in [0, 2^128) makes the product 1. Weights are
 *   hashes of `seed` and a counter, and the seed hashes everything that the equations speak of, responses too; so they are
 *   fixed only after the last value is, and to change any value is to draw all of them anew. In the random-oracle model a
 *   forger who computes k seeds passes with probability k·2^-128: as hard as a discrete logarithm on the curve, harder
 *   than one modulo a prime of 2048 bits. Hashed and not drawn, so that the same file gives the same verdict everywhere and
 *   a bad source of randomness cannot make a verifier credulous.
 * Domain separation: `convite|shuffle-weight|`, then the seed and the counter in decimal, separated by `|`.
 * Cost: one product with eight powers for each ciphertext, one of them of half size.
 *
 * @param seed a hash of the election's fingerprint, its key, all inputs and the very text that is checked.
 */
export function allEquationsHold(
  { group, key: y }: ShuffleContext,
  statements: readonly ShuffleStatement[],
  seed: string,
): boolean {
  const { g, q } = group;
  const { h, hs } = shuffleGenerators(group, Math.max(0, ...statements.map(({ rows }) => rows.length)));
  const bases: Element[] = [];
  const exponents: bigint[] = [];
  const multiply = (base: Element, exponent: bigint): void => {
    bases.push(base);
    exponents.push(mod(exponent, q));
  };
  let drawn = 0;
  const weight = (): bigint => group.hashToScalar(`convite|shuffle-weight|${seed}|${drawn++}`) & weightMask;
  // The bases that several equations and questions share, with the sum of their exponents.
  let [of_g, of_h, of_y] = [0n, 0n, 0n];
  const of_hs: bigint[] = [];

  for (const { t1, t2, t3, t41, t42, s1, s2, s3, s4, rows, challenge: C } of statements) {
    const [w1, w2, w3, w41, w42] = [weight(), weight(), weight(), weight(), weight()];
    multiply(t1, w1);
    multiply(t2, w2);
    multiply(t3, w3);
    multiply(t41, w41);
    multiply(t42, w42);
    of_g += w42 * s4 - w1 * s1 - w2 * s2 - w3 * s3;
    of_y += w41 * s4;
    of_h -= w2 * C * rows.reduce((a, { u }) => (a * u) % q, 1n);
    // The link before, with its exponent in its own equation: it also stands in that of the next link, or in the second.
    let [before, of_before]: readonly [Element, bigint] = [h, 0n];
    for (const [i, { e, e_prime, c, c_hat, t_hat, s_hat, s_prime, u }] of rows.entries()) {
      const w_hat = weight();
      multiply(t_hat, w_hat);
      multiply(before, of_before - w_hat * s_prime);
      [before, of_before] = [c_hat, w_hat * C];
      multiply(c, C * (w1 + w3 * u));
      multiply(e.beta, w41 * C * u);
      multiply(e.alpha, w42 * C * u);
      multiply(e_prime.beta, -w41 * s_prime);
      multiply(e_prime.alpha, -w42 * s_prime);
      of_hs[i] = (of_hs[i] ?? 0n) - w1 * C - w3 * s_prime;
      of_g -= w_hat * s_hat;
    }
    multiply(before, of_before + w2 * C);
  }
  for (const [i, exponent] of of_hs.entries()) multiply(entryOf(hs, i), exponent);
  multiply(h, of_h);
  multiply(g, of_g);
  multiply(y, of_y);
  return group.equals(group.powerProduct(bases, exponents), group.one);
}
