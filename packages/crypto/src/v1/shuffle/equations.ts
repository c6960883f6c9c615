import type { Ciphertext, Element, Group } from '../../primitives/group.ts';
import type { ProtocolCheck } from '../protocol-checks.ts';
import { shuffleGenerators } from './generators.ts';
import type { ShuffleStatement } from './shuffle-argument.ts';

/** An equation of the argument that does not hold: its check, and for `shuffle.t_hat` which link of the chain. */
export interface FailedEquation {
  readonly check: Extract<ProtocolCheck, `shuffle.t${string}`>;
  readonly index?: number;
}

/**
 * Checks the equations of a shuffle argument one by one and names those that fail.
 *
 * Source: Haenni, Locher, Koenig, Dubuis, 2017, CheckShuffleProof; Belenios specification 2.0, "Shuffle algorithms".
 * Symbols: h, h_i generators, c_bar = Π c_i / Π h_i, c_tilde = Π c_i^(u_i), (a_tilde, b_tilde) = Π e_i^(u_i), C the
 *   challenge of the sigma protocol, c_hat_0 = h; holds if
 *   t1·c_bar^C = g^(s1); t2·(c_hat_N / h^(Π u_i))^C = g^(s2); t3·c_tilde^C = g^(s3)·Π h_i^(s'_i);
 *   t41·b_tilde^C·y^(s4) = Π beta'_i^(s'_i); t42·a_tilde^C·g^(s4) = Π alpha'_i^(s'_i);
 *   t_hat_i·c_hat_i^C = g^(s_hat_i)·c_hat_(i-1)^(s'_i).
 * Assumes: every element is a member, every number below q, both challenges computed from the very texts.
 * Cost: for each ciphertext eight powers of bases that come only once, and one of g. Single powers alone, so that nothing is
 *   shared with the batched way, which is measured and tested against this one.
 */
export function failedEquations(
  group: Group,
  y: Element,
  { e, e_prime, argument, u, challenge: C }: ShuffleStatement,
): readonly FailedEquation[] {
  const { g, q } = group;
  const { t1, t2, t3, t41, t42, t_hat, s1, s2, s3, s4, s_hat, s_prime, c, c_hat } = argument;
  const { h, hs } = shuffleGenerators(group, e.length);
  const product = (factors: readonly Element[]): Element => factors.reduce((a, b) => group.multiply(a, b), group.one);
  const powers = (bases: readonly Element[], exponents: readonly bigint[]): Element =>
    product(bases.map((base, i) => group.power(base, exponents[i] ?? 0n)));
  const over = (a: Element, b: Element): Element => group.multiply(a, group.inverse(b));
  const raised = (t: Element, base: Element): Element => group.multiply(t, group.power(base, C));

  const alphas = (ciphertexts: readonly Ciphertext[]) => ciphertexts.map(({ alpha }) => alpha);
  const betas = (ciphertexts: readonly Ciphertext[]) => ciphertexts.map(({ beta }) => beta);
  const last = c_hat.at(-1) ?? h;
  const u_product = u.reduce((a, b) => (a * b) % q, 1n);

  const holds1 = group.equals(raised(t1, over(product(c), product(hs))), group.power(g, s1));
  const holds2 = group.equals(raised(t2, over(last, group.power(h, u_product))), group.power(g, s2));
  const holds3 = group.equals(raised(t3, powers(c, u)), group.multiply(group.power(g, s3), powers(hs, s_prime)));
  const left41 = group.multiply(raised(t41, powers(betas(e), u)), group.power(y, s4));
  const left42 = group.multiply(raised(t42, powers(alphas(e), u)), group.power(g, s4));
  const holds4 =
    group.equals(left41, powers(betas(e_prime), s_prime)) && group.equals(left42, powers(alphas(e_prime), s_prime));
  const brokenLinks = t_hat.flatMap((t, index) => {
    const before = c_hat[index - 1] ?? h;
    const right = group.multiply(group.power(g, s_hat[index] ?? 0n), group.power(before, s_prime[index] ?? 0n));
    return group.equals(raised(t, c_hat[index] ?? group.one), right)
      ? []
      : [{ check: 'shuffle.t_hat', index } as const];
  });
  return [
    ...(holds1 ? [] : [{ check: 'shuffle.t1' } as const]),
    ...(holds2 ? [] : [{ check: 'shuffle.t2' } as const]),
    ...(holds3 ? [] : [{ check: 'shuffle.t3' } as const]),
    ...(holds4 ? [] : [{ check: 'shuffle.t4' } as const]),
    ...brokenLinks,
  ];
}
