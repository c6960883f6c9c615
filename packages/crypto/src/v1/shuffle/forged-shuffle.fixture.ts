import type { Ciphertext, Element } from '../../primitives/group.ts';
import { inverseMod, mod } from '../../primitives/modular.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import type { Election } from '../election/election.ts';
import { tallyWire } from '../tally/read-tally.ts';
import { type ShuffleArgumentWire, shuffleWire } from '../wire/tally-wire.ts';
import { permutationChallenges, shuffleTranscript, sigmaChallenge } from './challenges.ts';
import { shuffleGenerators } from './generators.ts';

type Pair<T> = readonly [T, T];

/** What a dishonest trustee does to two ciphertexts. */
export interface Forgery {
  /** Exponents of e_0 and e_1 in each output, before re-encryption. */
  readonly outputs: (q: bigint) => Pair<Pair<bigint>>;
  /** Exponents of h_1 and h_2 in each commitment c. */
  readonly commitments: (q: bigint) => Pair<Pair<bigint>>;
  /** The challenges that are passed off as permuted. */
  readonly claimed: (u: Pair<bigint>, q: bigint) => Pair<bigint>;
  /** The exponents of the links of the chain; those of `claimed` unless given. */
  readonly links?: (u: Pair<bigint>, q: bigint) => Pair<bigint>;
  /** Half of the first output that is multiplied by g behind all this. */
  readonly touched?: 'alpha' | 'beta';
}

/**
 * Shuffles two ciphertexts as a trustee would who follows the protocol, hashes and all, but commits, chains and outputs
 * whatever the forgery says: what is wrong shows in the equations alone.
 */
export function forgedShuffle(
  { group, sha256, fingerprint, key: y }: Election<'test'>,
  e: readonly Ciphertext[],
  { outputs, commitments, claimed, links = claimed, touched }: Forgery,
  random: Randomness,
): string {
  const { g, q } = group;
  const context = { group, sha256, fingerprint, key: y };
  const { h, hs } = shuffleGenerators(group, 2);
  const draw = (): Pair<bigint> => [randomScalar(group, random), randomScalar(group, random)];
  const power = (bases: readonly Element[], exponents: readonly bigint[]): Element =>
    bases.reduce(
      (product, base, i) => group.multiply(product, group.power(base, mod(exponents[i] ?? 0n, q))),
      group.one,
    );
  const alphas = e.map(({ alpha }) => alpha);
  const betas = e.map(({ beta }) => beta);

  const touches = (half: 'alpha' | 'beta', i: number): bigint => (half === touched && i === 0 ? 1n : 0n);

  const [r, r_prime, r_hat] = [draw(), draw(), draw()];
  const e_prime = outputs(q).map((exponents, i): Ciphertext => ({
    alpha: power([...alphas, g, g], [...exponents, r_prime[i] ?? 0n, touches('alpha', i)]),
    beta: power([...betas, y, g], [...exponents, r_prime[i] ?? 0n, touches('beta', i)]),
  }));
  const c = commitments(q).map((exponents, k) => power([...hs, g], [...exponents, r[k] ?? 0n]));
  const write = (element: Element): string => group.write(element);
  const [eTexts = [], e_primeTexts = []] = tallyWire(group, [e, e_prime]);
  const transcript = shuffleTranscript(eTexts, e_primeTexts, c.map(write));
  const [u0 = 0n, u1 = 0n] = permutationChallenges(context, transcript, 2);
  const u = [u0, u1] as const;
  const u_prime = claimed(u, q);
  const [x0, x1] = links(u, q);
  const c_hat0 = power([g, h], [r_hat[0], x0]);
  const c_hat1 = power([g, c_hat0], [r_hat[1], x1]);

  const [omega_prime, omega_hat, [omega1, omega2], [omega3, omega4]] = [draw(), draw(), draw(), draw()];
  const t: ShuffleArgumentWire[0] = [
    write(power([g], [omega1])),
    write(power([g], [omega2])),
    write(power([g, ...hs], [omega3, ...omega_prime])),
    [
      write(power([y, ...e_prime.map(({ beta }) => beta)], [-omega4, ...omega_prime])),
      write(power([g, ...e_prime.map(({ alpha }) => alpha)], [-omega4, ...omega_prime])),
    ],
    [write(power([g, h], [omega_hat[0], omega_prime[0]])), write(power([g, c_hat0], [omega_hat[1], omega_prime[1]]))],
  ];
  const C = sigmaChallenge(context, transcript, t, [c_hat0, c_hat1].map(write));
  const s = (nonce: bigint, secret: bigint): string => String(mod(nonce + C * secret, q));
  const proof: ShuffleArgumentWire = [
    t,
    [
      s(omega1, r[0] + r[1]),
      s(omega2, r_hat[0] * x1 + r_hat[1]),
      s(omega3, r[0] * u0 + r[1] * u1),
      s(omega4, r_prime[0] * u_prime[0] + r_prime[1] * u_prime[1]),
      [s(omega_hat[0], r_hat[0]), s(omega_hat[1], r_hat[1])],
      [s(omega_prime[0], u_prime[0]), s(omega_prime[1], u_prime[1])],
    ],
    c.map(write),
    [c_hat0, c_hat1].map(write),
  ];
  return shuffleWire.write({ ciphertexts: [e_primeTexts], proofs: [proof] });
}

const unit: Pair<Pair<bigint>> = [
  [1n, 0n],
  [0n, 1n],
];

const half = (q: bigint): bigint => inverseMod(2n, q);

const swap: Forgery = {
  outputs: () => [unit[1], unit[0]],
  commitments: () => [unit[1], unit[0]],
  claimed: ([u0, u1]) => [u1, u0],
};

/** Forgeries that each satisfy every equation but the one they are named for; `swap` is honest. */
export const forgeries = {
  swap,
  /** Outputs that are powers of the inputs, by a matrix whose rows do not sum to one. */
  t1: {
    outputs: (q) => [
      [half(q), 0n],
      [0n, 2n],
    ],
    commitments: (q) => [
      [2n, 0n],
      [0n, half(q)],
    ],
    claimed: ([u0, u1], q) => [2n * u0, half(q) * u1],
  },
  /** Outputs that mix the inputs, by a matrix whose rows sum to one but that is no permutation. */
  t2: {
    outputs: (q) => [
      [half(q), 0n],
      [half(q), 1n],
    ],
    commitments: () => [
      [2n, 0n],
      [-1n, 1n],
    ],
    claimed: ([u0, u1]) => [2n * u0 - u1, u1],
  },
  /** Outputs in another order than the one that is committed to. */
  t3: { outputs: () => [unit[1], unit[0]], commitments: () => unit, claimed: ([u0, u1]) => [u1, u0] },
  /** The first ballot twice and the second not at all. */
  t4: { outputs: () => [unit[0], unit[0]], commitments: () => unit, claimed: (u) => u },
  /** A ballot multiplied by g while its order is kept secret. */
  t41: { ...swap, touched: 'beta' },
  /** The same done to the other half, which makes the ballot undecipherable. */
  t42: { ...swap, touched: 'alpha' },
  /** The mixing of `t2`, hidden by a link of the chain that uses another challenge. */
  t_hat: {
    outputs: (q) => [
      [half(q), 0n],
      [half(q), 1n],
    ],
    commitments: () => [
      [2n, 0n],
      [-1n, 1n],
    ],
    claimed: ([u0, u1]) => [2n * u0 - u1, u1],
    links: ([u0, u1]) => [u0, u1],
  },
} as const satisfies Readonly<Record<string, Forgery>>;
