import { invariant } from '@convite/kernel';
import { utf8 } from '../primitives/bytes.ts';
import { sha256Hex } from '../primitives/sha256.ts';
import { makeSection, writeSide } from '../strict/make-side.ts';
import type { SideSection } from '../strict/side-file.ts';
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

/**
 * Publishes the encrypted tally and, unless the simulation stops there, shuffles, decrypts and publishes the result.
 *
 * @returns the side file of the decryptions.
 */
export function* simulateCount<E>(
  election: Election<E>,
  simulation: Simulation,
  counted: Tally,
): Generator<SimulationStep, string | undefined> {
  const { plan, credentials, append, random } = simulation;
  let tally = sortedTally(election, counted);
  const totalWeight = credentials.voters.reduce((sum, { weight }) => sum + weight, 0n);
  const payload = utf8(writeTally(election.group, tally));
  yield stepOf('tally', 1, 1, append({ type: 'EncryptedTally', payload, numTallied: plan.voters, totalWeight }));
  if (plan.until === 'tally') return undefined;
  for (let owner = 1; owner <= plan.shuffles; owner++) {
    const shuffled = makeShuffle(election, tally, random);
    tally = shuffled.tally;
    yield stepOf('shuffles', owner, plan.shuffles, append({ type: 'Shuffle', owner, payload: utf8(shuffled.text) }));
  }
  if (plan.shuffles > 0) yield stepOf('shuffles', plan.shuffles, plan.shuffles, append({ type: 'EndShuffles' }));
  const { factors, side } = yield* decrypt(election, simulation, tally);
  const result = makeResult(election, plaintexts(election.group, tally, factors), totalWeight);
  invariant(result.ok, 'no total is above the sum of the weights');
  yield stepOf('result', 1, 1, append({ type: 'Result', payload: utf8(result.value) }));
  return side;
}

/** What the decryptions come to. */
interface Decrypted {
  /** Of all who take part, combined. */
  readonly factors: Factors;
  readonly side: string;
}

/** The partial decryptions of those who take part, each with its strong proof for the side file. */
function* decrypt<E>(
  election: Election<E>,
  { trustees, append, head, random }: Simulation,
  tally: Tally,
): Generator<SimulationStep, Decrypted> {
  const { verified, decrypting } = trustees;
  const factors = new Map<number, Factors>();
  const sections: SideSection[] = [];
  const before = head();
  for (const [i, { owner, x }] of decrypting.entries()) {
    const text = makeDecryption(election, x, tally, random);
    const payload = utf8(text);
    const X = verified.trustees[owner - 1]?.key;
    invariant(X !== undefined, 'a trustee who decrypts is in the list');
    const own = verifyDecryption(election, X, tally, text, 'decryption', failingLog);
    invariant(own !== undefined, 'a decryption that was made here holds');
    factors.set(owner, own);
    const decryption = sha256Hex(election.sha256(payload));
    const statement = { head: before, owner, X, decryption, tally, factors: own };
    sections.push(makeSection(election, x, statement, random));
    yield stepOf('decryptions', i + 1, decrypting.length, append({ type: 'PartialDecryption', owner, payload }));
  }
  const shares = combinationOf(verified, new Set(factors.keys()));
  invariant(shares.ok, 'as many decrypt as are needed');
  const combined = tally.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
  return { factors: combined, side: writeSide(election, sections) };
}
