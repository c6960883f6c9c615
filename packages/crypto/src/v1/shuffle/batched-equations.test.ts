import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import type { Ciphertext } from '../../primitives/group.ts';
import type { Tally } from '../tally/tally.ts';
import { alteredAt } from './altered-text.fixture.ts';
import { allEquationsHold } from './batched-equations.ts';
import { makeShuffle } from './make-shuffle.ts';
import { mixedPart } from './mixed-part.ts';
import { curve, electionWith, recordingLog, tallyOf } from './shuffle.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { openShuffle } from './verify-shuffle.ts';

const random = seededRandomness('batched');
const election = electionWith(curve, 1);
const tally = tallyOf(election, [2], random);
const inputs = mixedPart(election, tally);
const { text } = makeShuffle(election, tally, random);

function opened(of = election, from: Tally = inputs, shuffle = text) {
  const open = openShuffle(of, from, shuffle, '', recordingLog());
  invariant(open !== undefined, 'the form of the shuffle is right');
  return open;
}

const shifted = (by: bigint) => (value: unknown) =>
  String((((BigInt(String(value)) + by) % curve.q) + curve.q) % curve.q);

describe('the weights of the batched check', () => {
  it('cannot be known before the last response is chosen', () => {
    const { seed, statements } = opened();
    expect(allEquationsHold(election, statements, seed)).toBe(true);
    const weight = (i: number): bigint => curve.hashToScalar(`convite|shuffle-weight|${seed}|${i}`) & (2n ** 128n - 1n);
    // Two errors that cancel out under the weights of the honest text: -w1·s1 - w2·s2 stays the same.
    const first = alteredAt(text, ['proofs', 0, 1, 0], shifted(weight(1)));
    const forged = opened(election, inputs, alteredAt(first, ['proofs', 0, 1, 1], shifted(-weight(0))));
    expect(allEquationsHold(election, forged.statements, seed)).toBe(true);
    expect(allEquationsHold(election, forged.statements, forged.seed)).toBe(false);
  });

  it('are others for any other election, key, input or text', () => {
    const other = inputs.map((list) =>
      list.map((e, i): Ciphertext => (i === 1 ? { ...e, beta: curve.multiply(e.beta, curve.g) } : e)),
    );
    const seeds = [
      opened().seed,
      opened({ ...election, fingerprint: `${election.fingerprint.slice(0, -1)}A` }).seed,
      opened({ ...election, key: curve.multiply(election.key, curve.g) }).seed,
      opened(election, other).seed,
      opened(election, inputs, alteredAt(text, ['proofs', 0, 1, 5, 1], shifted(1n))).seed,
    ];
    expect(new Set(seeds).size).toBe(5);
    expect(opened().seed).toBe(seeds[0]);
  });

  it('leave nothing to check where there is nothing', () => {
    expect(allEquationsHold(election, [], 'seed')).toBe(true);
  });
});
