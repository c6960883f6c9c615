import { invariant } from '@convite/kernel';
import { utf8 } from '../primitives/bytes.ts';
import { makeDecryption } from '../v1/decryption/make-decryption.ts';
import { makeResult } from '../v1/decryption/make-result.ts';
import { type Factors, verifyDecryption } from '../v1/decryption/verify-decryption.ts';
import { plaintexts } from '../v1/decryption/verify-result.ts';
import type { Election } from '../v1/election/election.ts';
import { makeShuffle } from '../v1/shuffle/make-shuffle.ts';
import { sortedTally } from '../v1/shuffle/sort-ciphertexts.ts';
import { writeTally } from '../v1/tally/read-tally.ts';
import type { Tally } from '../v1/tally/tally.ts';
import { combinationOf, combineFactors } from '../v1/trustees/combine-factors.ts';
import { failingLog } from './failing-log.ts';
import type { Simulation } from './simulation.ts';
import { type SimulationStep, stepOf } from './simulation-step.ts';

/** Publishes the encrypted tally and, unless the simulation stops there, shuffles, decrypts and publishes the result. */
export function* simulateCount<E>(
  election: Election<E>,
  simulation: Simulation,
  counted: Tally,
): Generator<SimulationStep, void> {
  const { plan, credentials, append, random } = simulation;
  let tally = sortedTally(election, counted);
  const totalWeight = credentials.weights.reduce((sum, weight) => sum + weight, 0n);
  const payload = utf8(writeTally(election.group, tally));
  yield stepOf('tally', 1, 1, append({ type: 'EncryptedTally', payload, numTallied: plan.voters, totalWeight }));
  if (plan.until === 'tally') return;
  for (let owner = 1; owner <= plan.shuffles; owner++) {
    const shuffled = makeShuffle(election, tally, random);
    tally = shuffled.tally;
    yield stepOf('shuffles', owner, plan.shuffles, append({ type: 'Shuffle', owner, payload: utf8(shuffled.text) }));
  }
  if (plan.shuffles > 0) yield stepOf('shuffles', plan.shuffles, plan.shuffles, append({ type: 'EndShuffles' }));
  const factors = yield* decrypt(election, simulation, tally);
  const result = makeResult(election, plaintexts(election.group, tally, factors), totalWeight);
  invariant(result.ok, 'no total is above the sum of the weights');
  yield stepOf('result', 1, 1, append({ type: 'Result', payload: utf8(result.value) }));
}

/** The partial decryptions of those who take part; gives the factors of all together. */
function* decrypt<E>(
  election: Election<E>,
  { trustees, append, random }: Simulation,
  tally: Tally,
): Generator<SimulationStep, Factors> {
  const { verified, decrypting } = trustees;
  const factors = new Map<number, Factors>();
  for (const [i, { owner, x }] of decrypting.entries()) {
    const text = makeDecryption(election, x, tally, random);
    const key = verified.trustees[owner - 1]?.key;
    invariant(key !== undefined, 'a trustee who decrypts is in the list');
    const own = verifyDecryption(election, key, tally, text, 'decryption', failingLog);
    invariant(own !== undefined, 'a decryption that was made here holds');
    factors.set(owner, own);
    const bytes = append({ type: 'PartialDecryption', owner, payload: utf8(text) });
    yield stepOf('decryptions', i + 1, decrypting.length, bytes);
  }
  const shares = combinationOf(verified, new Set(factors.keys()));
  invariant(shares.ok, 'as many decrypt as are needed');
  return tally.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
}
