import { mod } from '../../primitives/modular.ts';
import type { Element } from '../../primitives/group.ts';
import type { ShuffleContext } from './challenges.ts';
import { shuffleGenerators } from './generators.ts';
import type { ShuffleStatement } from './shuffle-argument.ts';

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
  const most = Math.max(0, ...statements.map(({ e }) => e.length));
  const { h, hs } = shuffleGenerators(group, most);
  const bases: Element[] = [];
  const exponents: bigint[] = [];
  const multiply = (base: Element | undefined, exponent: bigint): void => {
    bases.push(base ?? group.one);
    exponents.push(mod(exponent, q));
  };
  let drawn = 0;
  const weight = (): bigint => group.hashToScalar(`convite|shuffle-weight|${seed}|${drawn++}`) & weightMask;
  // The bases that several equations and questions share, with the sum of their exponents.
  let [of_g, of_h, of_y] = [0n, 0n, 0n];
  const of_hs = hs.map(() => 0n);

  for (const { e, e_prime, argument, u, challenge: C } of statements) {
    const { t1, t2, t3, t41, t42, t_hat, s1, s2, s3, s4, s_hat, s_prime, c, c_hat } = argument;
    const [w1, w2, w3, w41, w42] = [weight(), weight(), weight(), weight(), weight()];
    const w_hat = t_hat.map(weight);
    for (const [t, w] of [
      [t1, w1],
      [t2, w2],
      [t3, w3],
      [t41, w41],
      [t42, w42],
    ] as const)
      multiply(t, w);
    of_g += w42 * s4 - w1 * s1 - w2 * s2 - w3 * s3;
    of_y += w41 * s4;
    of_h -= w2 * C * u.reduce((a, b) => (a * b) % q, 1n);
    // The last link of the chain, which is h itself where there is none.
    if (c_hat.length === 0) of_h += w2 * C;
    for (const [i, t] of t_hat.entries()) {
      const [u_i, s_i, w_i] = [u[i] ?? 0n, s_prime[i] ?? 0n, w_hat[i] ?? 0n];
      // c_hat_i stands in its own link, in the one after it, and, if it is the last, in the second equation.
      const next = (w_hat[i + 1] ?? 0n) * (s_prime[i + 1] ?? 0n);
      const end = i === c_hat.length - 1 ? w2 * C : 0n;
      multiply(t, w_i);
      multiply(c_hat[i], w_i * C - next + end);
      multiply(c[i], C * (w1 + w3 * u_i));
      multiply(e[i]?.beta, w41 * C * u_i);
      multiply(e[i]?.alpha, w42 * C * u_i);
      multiply(e_prime[i]?.beta, -w41 * s_i);
      multiply(e_prime[i]?.alpha, -w42 * s_i);
      of_hs[i] = (of_hs[i] ?? 0n) - w1 * C - w3 * s_i;
      of_g -= w_i * (s_hat[i] ?? 0n);
    }
    of_h -= (w_hat[0] ?? 0n) * (s_prime[0] ?? 0n);
  }
  for (const [i, exponent] of of_hs.entries()) multiply(hs[i], exponent);
  multiply(h, of_h);
  multiply(g, of_g);
  multiply(y, of_y);
  return group.equals(group.powerProduct(bases, exponents), group.one);
}
