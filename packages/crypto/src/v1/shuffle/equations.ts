import type { Element, Group } from '../../primitives/group.ts';
import type { ProtocolCheck } from '../protocol-checks.ts';
import { entryOf } from '../../primitives/entry-of.ts';
import { shuffleGenerators } from './generators.ts';
import type { ShuffleStatement } from './shuffle-statement.ts';

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
  { t1, t2, t3, t41, t42, s1, s2, s3, s4, rows, challenge: C }: ShuffleStatement,
): readonly FailedEquation[] {
  const { g, q } = group;
  const { h, hs } = shuffleGenerators(group, rows.length);
  const product = (factors: readonly Element[]): Element => group.product(factors);
  const over = (a: Element, b: Element): Element => group.multiply(a, group.inverse(b));
  const raised = (t: Element, base: Element): Element => group.multiply(t, group.power(base, C));

  const c_bar = over(product(rows.map(({ c }) => c)), product(hs));
  const holds1 = group.equals(raised(t1, c_bar), group.power(g, s1));

  const last = rows.at(-1)?.c_hat ?? h;
  const u_product = rows.reduce((a, { u }) => (a * u) % q, 1n);
  const holds2 = group.equals(raised(t2, over(last, group.power(h, u_product))), group.power(g, s2));

  const c_tilde = product(rows.map(({ c, u }) => group.power(c, u)));
  const opened = product(rows.map(({ s_prime }, i) => group.power(entryOf(hs, i), s_prime)));
  const holds3 = group.equals(raised(t3, c_tilde), group.multiply(group.power(g, s3), opened));

  const b_tilde = product(rows.map(({ e, u }) => group.power(e.beta, u)));
  const a_tilde = product(rows.map(({ e, u }) => group.power(e.alpha, u)));
  const beta_prime = product(rows.map(({ e_prime, s_prime }) => group.power(e_prime.beta, s_prime)));
  const alpha_prime = product(rows.map(({ e_prime, s_prime }) => group.power(e_prime.alpha, s_prime)));
  const holds41 = group.equals(group.multiply(raised(t41, b_tilde), group.power(y, s4)), beta_prime);
  const holds42 = group.equals(group.multiply(raised(t42, a_tilde), group.power(g, s4)), alpha_prime);

  const brokenLinks = rows.flatMap(({ t_hat, c_hat, s_hat, s_prime }, index) => {
    const before = index === 0 ? h : entryOf(rows, index - 1).c_hat;
    const right = group.multiply(group.power(g, s_hat), group.power(before, s_prime));
    return group.equals(raised(t_hat, c_hat), right) ? [] : [{ check: 'shuffle.t_hat', index } as const];
  });
  return [
    ...(holds1 ? [] : [{ check: 'shuffle.t1' } as const]),
    ...(holds2 ? [] : [{ check: 'shuffle.t2' } as const]),
    ...(holds3 ? [] : [{ check: 'shuffle.t3' } as const]),
    ...(holds41 && holds42 ? [] : [{ check: 'shuffle.t4' } as const]),
    ...brokenLinks,
  ];
}
