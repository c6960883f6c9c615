import { bytesToHex } from '@noble/hashes/utils.js';
import type { CurveCore } from '../curve/curve.ts';
import { type Points, slicePoints } from '../curve/points.ts';
import { utf8 } from './bytes.ts';
import type { Sha256 } from './sha256.ts';

/** Fewer points are cheaper one by one. */
const fewest = 256;

/** Points of one check: as many as fit into some megabytes. */
const most = 2 ** 14;

const label = 'convite|membership';

/**
 * Whether all points of the curve are members of its subgroup of prime order ℓ.
 *
 * Statement: ℓ·P_i is the neutral element for every i, checked in one of two ways: one by one, or for many points by 128
 *   sums S_j = Σ b_ij·P_i of subsets, whose order is then checked one by one.
 * Symbols: ℓ the prime order of the subgroup; P_i the points; b_ij ∈ {0, 1}; T_i torsion.
 * Soundness: the points of the curve are a cyclic group of order 8ℓ, so each is in one way P_i = M_i + T_i, with M_i a
 *   member and 8·T_i neutral, and it is a member exactly if T_i is neutral. The torsion of S_j is Σ b_ij·T_i. If T_k is not
 *   neutral, of order 2, 4 or 8 alike, then of the two sums that b_kj = 0 and b_kj = 1 leave, whatever the other bits are,
 *   at most one has no torsion; so for uniform bits S_j is a member with probability at most 1/2, and all of 128 sums with
 *   independent bits with probability at most 2^-128. Larger exponents than bits would gain nothing: against a point of
 *   order 2 only their lowest bit counts. ℓ is odd, so ℓ·S_j is neutral exactly if S_j has no torsion.
 *   The bits are hashes of a counter and a seed that hashes all points of the check; so they are fixed only after the last
 *   point is, and to change any point is to draw all of them anew. In the random-oracle model a forger who computes k seeds
 *   passes with probability k·2^-128, as in the batched check of shuffles. A list that is cut into several checks is
 *   accepted only where each holds, so that one point that is no member has to pass its own.
 * Source: Bellare, Garay, Rabin, EUROCRYPT 1998, random subset test; Boyd, Pavlovski, "Attacking and Repairing Batch
 *   Verification Schemes", ASIACRYPT 2000, for why small exponents alone do not do in a group with a cofactor. Sums of
 *   subsets by buckets: Arlazarov, Dinic, Kronrod, Faradžev, 1970.
 * Domain separation: `convite|membership|`, then all texts, joined by commas, for the seed; the same, then the seed in 64
 *   digits and the counter in decimal, separated by `|`, for the bits of two points.
 * Cost: 8 additions of pairs a point and 64 powers of pairs a check, in place of a power of ℓ for each point.
 * Hazards: public points only.
 *
 * @param texts the canonical texts of the points.
 */
export function areMembers(core: CurveCore, hash: Sha256, points: Points, texts: readonly string[]): boolean {
  const { subsetsHold } = core;
  if (subsetsHold === undefined || texts.length < fewest) return core.firstNonMember(points) === undefined;
  for (let from = 0; from < texts.length; from += most) {
    const part = texts.slice(from, from + most);
    if (!subsetsHold(slicePoints(points, from, from + part.length), drawnChoices(hash, part))) return false;
  }
  return true;
}

/** 128 bits for each point. */
function drawnChoices(hash: Sha256, texts: readonly string[]): Uint8Array {
  const seed = bytesToHex(hash(utf8(`${label}|${texts.join(',')}`)));
  const choices = new Uint8Array(16 * texts.length);
  for (let at = 0; at < choices.length; at += 32) {
    choices.set(hash(utf8(`${label}|${seed}|${at / 32}`)).subarray(0, choices.length - at), at);
  }
  return choices;
}
