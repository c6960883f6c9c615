import { invariant } from '@convite/kernel';
import type { Ciphertext, Element } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import type { Election } from '../election/election.ts';
import { tallyWire } from '../tally/read-tally.ts';
import type { Tally } from '../tally/tally.ts';
import { type ShuffleArgumentWire, shuffleWire } from '../wire/tally-wire.ts';
import { permutationChallenges, type ShuffleContext, shuffleTranscript, sigmaChallenge } from './challenges.ts';
import { entryOf } from '../../primitives/entry-of.ts';
import { shuffleGenerators } from './generators.ts';
import { mixedPart, withMixedPart } from './mixed-part.ts';
import { uniformPermutation } from './uniform-permutation.ts';

/** A trustee's shuffle: the text for the archive, and the tally with its outputs in the place of the inputs. */
export interface MadeShuffle {
  readonly text: string;
  readonly tally: Tally;
}

/**
 * Shuffles and re-encrypts the ciphertexts of every mixed question and argues that nothing else was done.
 *
 * Statement: there is a permutation and randomness with which the outputs are the inputs re-encrypted. Witness: both,
 *   known to the trustee alone; each question has its own.
 * Source: Haenni, Locher, Koenig, Dubuis, 2017, GenShuffle and GenShuffleProof; Belenios specification 2.0, "Shuffle
 *   algorithms".
 * Requires: an archive that was verified up to here, and the mixed questions of the first shuffle in the order of
 *   `sortedTally`; the caller checks both.
 * Cost: for each ciphertext three powers of bases that come only once and seven of g, y and h.
 * Hazards: whoever knows permutation or randomness of every trustee's shuffle knows whose ballot is whose; nothing keeps
 *   them after the call, but `bigint` cannot be wiped. All powers of secrets are `secretPower`; sums and products of
 *   secrets are `bigint`, and what `uniformPermutation` says holds here too. The same randomness used for two shuffles
 *   gives its permutation away.
 */
export function makeShuffle<E>(election: Election<E>, tally: Tally, random: Randomness): MadeShuffle {
  const made = mixedPart(election, tally).map((e) => shuffleOne(election, e, random));
  const outputs = made.map(({ e_prime }) => e_prime);
  const text = shuffleWire.write({
    ciphertexts: tallyWire(election.group, outputs),
    proofs: made.map(({ proof }) => proof),
  });
  return { text, tally: withMixedPart(election, tally, outputs) };
}

/**
 * Shuffles the ciphertexts of one question.
 *
 * Symbols: j the permutation, r_prime randomness of the re-encryption, r that of the commitments c, (R_i, U_i) the
 *   exponents of c_hat_i = g^(R_i)·h^(U_i), omega nonces; the others as in `failedEquations`.
 */
function shuffleOne(
  context: ShuffleContext,
  e: readonly Ciphertext[],
  random: Randomness,
): { readonly e_prime: readonly Ciphertext[]; readonly proof: ShuffleArgumentWire } {
  const { group, key: y } = context;
  const { g, q } = group;
  const { h, hs } = shuffleGenerators(group, e.length);
  group.prepare(h);
  const write = (element: Element): string => group.write(element);
  const scalars = (): readonly bigint[] => e.map(() => randomScalar(group, random));

  const j = uniformPermutation(e.length, random);
  const r_prime = scalars();
  const e_prime = j.map((from, i): Ciphertext => {
    const r_i = entryOf(r_prime, i);
    const { alpha, beta } = entryOf(e, from);
    return {
      alpha: group.multiply(alpha, group.secretPower(g, r_i)),
      beta: group.multiply(beta, group.secretPower(y, r_i)),
    };
  });

  // The column of input j_i is committed to with h_i.
  const r = scalars();
  const column = new Map(j.map((from, i) => [from, entryOf(hs, i)]));
  const c = r.map((r_k, k) => {
    const h_i = column.get(k);
    invariant(h_i !== undefined, 'a permutation reaches every place');
    return group.multiply(group.secretPower(g, r_k), h_i);
  });
  const cTexts = c.map(write);
  const wire = tallyWire(group, [e, e_prime]);
  const transcript = shuffleTranscript(entryOf(wire, 0), entryOf(wire, 1), cTexts);
  const u = permutationChallenges(context, transcript, e.length);
  const u_prime = j.map((from) => entryOf(u, from));

  const chain = commitmentChain(u_prime, scalars(), q);
  const c_hat = chain.map(({ R, U }) => group.multiply(group.secretPower(g, R), group.secretPower(h, U)));
  const c_hatTexts = c_hat.map(write);

  const omega = Array.from({ length: 4 }, () => randomScalar(group, random));
  const [omega1, omega2, omega3, omega4] = [entryOf(omega, 0), entryOf(omega, 1), entryOf(omega, 2), entryOf(omega, 3)];
  const omega_hat = scalars();
  const omega_prime = scalars();
  const secretProduct = (start: Element, bases: readonly Element[]): Element =>
    bases.reduce(
      (product, base, i) => group.multiply(product, group.secretPower(base, entryOf(omega_prime, i))),
      start,
    );
  const minus_omega4 = (q - omega4) % q;
  const t_hat = omega_hat.map((omega_i, i) => {
    // c_hat_(i-1) is a product of powers of g and h, whose tables make its power cheaper than from the element itself.
    const { R, U } = chain[i - 1] ?? { R: 0n, U: 1n };
    const ofPrevious = entryOf(omega_prime, i);
    return group.multiply(
      group.secretPower(g, (omega_i + ofPrevious * R) % q),
      group.secretPower(h, (ofPrevious * U) % q),
    );
  });
  const t: ShuffleArgumentWire[0] = [
    write(group.secretPower(g, omega1)),
    write(group.secretPower(g, omega2)),
    write(secretProduct(group.secretPower(g, omega3), hs)),
    [
      write(
        secretProduct(
          group.secretPower(y, minus_omega4),
          e_prime.map(({ beta }) => beta),
        ),
      ),
      write(
        secretProduct(
          group.secretPower(g, minus_omega4),
          e_prime.map(({ alpha }) => alpha),
        ),
      ),
    ],
    t_hat.map(write),
  ];

  const C = sigmaChallenge(context, transcript, t, c_hatTexts);
  const response = (nonce: bigint, secret: bigint): string => String((nonce + C * secret) % q);
  const inner = (a: readonly bigint[], b: readonly bigint[]): bigint =>
    a.reduce((sum, a_i, i) => (sum + a_i * entryOf(b, i)) % q, 0n);
  const s: ShuffleArgumentWire[1] = [
    response(
      omega1,
      r.reduce((sum, r_i) => (sum + r_i) % q, 0n),
    ),
    response(omega2, chain.at(-1)?.R ?? 0n),
    response(omega3, inner(r, u)),
    response(omega4, inner(r_prime, u_prime)),
    omega_hat.map((omega_i, i) => response(omega_i, entryOf(chain, i).r_hat)),
    omega_prime.map((omega_i, i) => response(omega_i, entryOf(u_prime, i))),
  ];
  return { e_prime, proof: [t, s, cTexts, c_hatTexts] };
}

interface Link {
  readonly r_hat: bigint;
  readonly R: bigint;
  readonly U: bigint;
}

/** The exponents of c_hat_i = g^(r_hat_i)·c_hat_(i-1)^(u'_i), with c_hat_0 = h, as powers of g and h. */
function commitmentChain(u_prime: readonly bigint[], r_hat: readonly bigint[], q: bigint): readonly Link[] {
  let [R, U] = [0n, 1n];
  return u_prime.map((u_i, i) => {
    const r_i = entryOf(r_hat, i);
    R = (r_i + u_i * R) % q;
    U = (u_i * U) % q;
    return { r_hat: r_i, R, U };
  });
}
