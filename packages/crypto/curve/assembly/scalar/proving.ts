// The prover's side: pairs of powers, and answers, with nothing that depends on a secret but values.
//
// A proof that one of K branches is true, branch j stating that (α, β) = (g^r, y^r g^m) encrypts M_j. The caller draws
// c_j and r_j for every branch, the true one as well. With e_j = r_j + r c_j and f_j = (m − M_j) c_j,
//   A_j = g^(e_j) and B_j = y^(e_j) g^(f_j)
// are what the verifier recomputes from (c_j, r_j). On the true branch m = M_j, so f_j = 0, and the pair can be moved
// along c + δ, r_j − r δ without changing A_j and B_j: with δ = H − Σ c_j the challenges sum to the hash H. So every
// branch is computed alike, and the one secret choice is a mask at the end.
// Source: Cramer, Damgård, Schoenmakers, CRYPTO 1994; that no branch is special is this file's own arrangement.
// The text form of the functions of this file is checked at each build.
import { BRANCH } from './layouts';
import { FOR_MULTIPLES } from './scratch';
import { POINT } from './memory-map';
import { addScalars, keepWhere, multiplyScalars, multiplySmall, subtractScalars } from './group-order';
import { addSecretPower } from './fixed-base';
import { gNarrow, yNarrow } from './bases';
import { setIdentity } from './point';

const DELTA: usize = FOR_MULTIPLES + 64;
const PART: usize = FOR_MULTIPLES + 96;

/** out_i = (g^(e_i), y^(e_i) g^(f_i)), two points each, for secret e_i and f_i below ℓ. Requires: narrow tables. */
export function secretPairs(out: usize, exponents: usize, shifts: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const A = out + 2 * POINT * i;
    setIdentity(A);
    setIdentity(A + POINT);
    addSecretPower(A, gNarrow, exponents + 32 * i);
    addSecretPower(A + POINT, yNarrow, exponents + 32 * i);
    addSecretPower(A + POINT, gNarrow, shifts + 32 * i);
  }
}

/** exponents = e_j and shifts = f_j of each branch: `secretPairs` makes the commitments of them. */
export function branchExponents(exponents: usize, shifts: usize, branches: usize, count: i32): void {
  for (let i = 0; i < count; i++) {
    const branch = branches + BRANCH * i;
    const pair = load<usize>(branch, 4);
    const exponent = exponents + 32 * i;
    multiplyScalars(exponent, load<usize>(branch), pair);
    addScalars(exponent, exponent, pair + 32);
    multiplySmall(shifts + 32 * i, pair, load<i32>(branch, 8));
  }
}

/**
 * Moves the pair of the true branch so that the challenges sum to `hash`, the hash of the transcript; which branch is
 * true is secret.
 */
export function finishProof(hash: usize, branches: usize, count: i32, chosen: i32): void {
  memory.copy(DELTA, hash, 32);
  for (let j = 0; j < count; j++) subtractScalars(DELTA, DELTA, load<usize>(branches + BRANCH * j, 4));
  for (let j = 0; j < count; j++) {
    const pair = load<usize>(branches + BRANCH * j, 4);
    keepWhere(PART, DELTA, ((j ^ chosen) - 1) >> 31);
    addScalars(pair, pair, PART);
    multiplyScalars(PART, PART, load<usize>(branches + BRANCH * j));
    subtractScalars(pair + 32, pair + 32, PART);
  }
}

/** out_i = w_i − x_i c_i mod ℓ: the answer of a proof of knowledge of x. */
export function answerEach(out: usize, nonces: usize, secrets: usize, challenges: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count; i++) {
    multiplyScalars(PART, secrets + 32 * i, challenges + 32 * i);
    subtractScalars(out + 32 * i, nonces + 32 * i, PART);
  }
}
