import type { CurveCore, ProofToCheck } from './curve.ts';
import { scalarBytes, scalarsOfBytes } from './points.ts';

/** What the known-answer test asks. Fixed numbers, far apart and full of digits; the test beside makes them anew. */
export const knownQuestion = {
  key: 0x0b7d2f5e8c1a94637e0d5b2c8f1a6e394d7c0b5a8e2f6193d4c7b0a5e8f21637n,
  randomness: 0x0a3c59e7f1b8d2460c9e5a7b3d1f8e6240b7c5d3e1f9a8264c0e5b7d3f1a8e62n,
  drawn: [
    0x0123456789abcdeffedcba98765432100123456789abcdeffedcba9876543210n,
    0x0fffffffffffffffffffffffffffffff14def9dea2f79cd65812631a5cf5d3ecn,
    0x0aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaan,
    0x0555555555555555555555555555555555555555555555555555555555555555n,
  ],
  prefix: 'known answer|',
} as const;

/** α, β and the pairs of the proof that (α, β) encrypts 1 out of 0, 1, computed by another library. */
export const knownAnswer = {
  alpha: '7eee25abe9f0ed0c6d0a715b8e2c1a9314b2b78a6340144fe13225a7441e093c',
  beta: 'bb5844fdcaed0b5be3e87338e1b9bb42b3e4d05cd8cdd30c7c0e19f14ad4116e',
  pairs: [
    0x0123456789abcdeffedcba98765432100123456789abcdeffedcba9876543210n,
    0x0fffffffffffffffffffffffffffffff14def9dea2f79cd65812631a5cf5d3ecn,
    0x0c281750420a700c544b310d172d873c63d9032c475471b40c4b3b8b7e8ed241n,
    0x031650d7482535b1ac84c042c28fee67eb9490d18f5c789cf515abe8f8a114e4n,
  ],
};

/** Flips the lowest bit of one byte. */
const altered = (bytes: Uint8Array, at: number): Uint8Array => bytes.map((byte, i) => (i === at ? byte ^ 1 : byte));

/**
 * Encrypts, proves, and checks the proof and an altered one, and compares all with the known answer.
 *
 * This is what notices an engine that rounds a "relaxed" multiply-add twice: nearly every product is then wrong.
 */
export function answersAsKnown(core: CurveCore): boolean {
  const { randomness, drawn, prefix } = knownQuestion;
  const key = core.secretBasePowers(scalarBytes([knownQuestion.key]));
  const ciphertext = core.secretPairs(key, scalarBytes([randomness]), scalarBytes([1n]));
  const [alpha, beta] = core.writeTexts(ciphertext);
  if (alpha !== knownAnswer.alpha || beta !== knownAnswer.beta) return false;
  const secret = scalarBytes([randomness]);
  const branches = [1, 0].map((difference) => ({ randomness: secret, difference }));
  const [pairs] = core.prove(key, [{ prefix, branches, truth: 1, drawn: scalarBytes(drawn) }]);
  if (pairs === undefined || scalarsOfBytes(pairs).some((scalar, i) => scalar !== knownAnswer.pairs[i])) return false;
  const read = core.readTexts([alpha, beta]);
  if (!read.ok) return false;
  const proof = (own: Uint8Array): ProofToCheck => ({
    prefix,
    statements: [{ ciphertext: read.value, values: [0, 1], pairs: own, membership: 'check' }],
  });
  const verdicts = core.checkProofs(key, [proof(pairs), proof(altered(pairs, 32)), proof(altered(pairs, 64))]);
  return verdicts.join() === 'holds,wrong_challenge,wrong_challenge';
}
