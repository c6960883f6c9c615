import { invariant } from '@convite/kernel';
import { utf8 } from '../../board/archive.fixture.ts';
import type { NewEvent } from '../../board/archive-writer.ts';
import type { Group } from '../../primitives/group.ts';
import { type Randomness, randomScalar } from '../../primitives/randomness.ts';
import { proveKnowledge } from '../../primitives/schnorr.ts';
import { failingLog } from '../../simulation/failing-log.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyBallot } from '../../v1/ballot/verify-ballot.ts';
import { makeDecryption } from '../../v1/decryption/make-decryption.ts';
import { makeResult } from '../../v1/decryption/make-result.ts';
import type { Factors } from '../../v1/decryption/verify-decryption.ts';
import { plaintexts } from '../../v1/decryption/verify-result.ts';
import type { Election } from '../../v1/election/election.ts';
import { hashOfText } from '../../v1/election/fingerprint.ts';
import { makeShuffle } from '../../v1/shuffle/make-shuffle.ts';
import { sortedTally } from '../../v1/shuffle/sort-ciphertexts.ts';
import { writeTally } from '../../v1/tally/read-tally.ts';
import { runningTally, type Tally } from '../../v1/tally/tally.ts';
import { combinationOf, combineFactors } from '../../v1/trustees/combine-factors.ts';
import { verifyTrustees } from '../../v1/trustees/verify-trustees.ts';
import { type BallotWire, ballotWire, unsignedBallot } from '../../v1/wire/ballot-wire.ts';
import { Misread, readText } from '../../v1/wire/codec.ts';
import { isMixed } from '../../v1/wire/election-wire.ts';
import { writeProof } from '../../v1/wire/read-proof.ts';
import { partialDecryption } from '../../v1/wire/tally-wire.ts';
import type { CompleteElection } from '../complete-election.fixture.ts';
import { type Events, textIn } from '../tampered-archive.fixture.ts';

/** The ballot signed anew with a credential's secret, so that only what was done to it before is wrong. */
export function signedBallot<E>(
  { group, sha256 }: Election<E>,
  secret: bigint,
  ballot: Omit<BallotWire, 'signature'>,
  random: Randomness = seededRandomness('signed anew'),
): BallotWire {
  const hash = hashOfText(sha256, unsignedBallot.write(ballot));
  const proof = writeProof(proveKnowledge(group, secret, `sig|${hash}|`, random));
  const { election_uuid, election_hash, credential, answers } = ballot;
  return { election_uuid, election_hash, credential, answers, signature: { hash, proof } };
}

export function ballotIn(text: string): BallotWire {
  const ballot = readText(ballotWire, text);
  invariant(!(ballot instanceof Misread), 'the ballot is well formed');
  return ballot;
}

/** A ballot that enters a count, right or wrong, and how often it does. */
export interface CountedBallot {
  readonly text: string;
  readonly weight: bigint;
}

/** The ballots that count: the last of each credential, with its weight. */
export function lastBallots({ voters }: CompleteElection, vote: Events): readonly CountedBallot[] {
  const texts = vote.filter(({ type }) => type === 'Ballot').map(textIn);
  const last = new Map(texts.map((text) => [ballotIn(text).credential, text]));
  return voters.flatMap(({ credential, weight }) => {
    const text = last.get(credential);
    return text === undefined ? [] : [{ text, weight }];
  });
}

export function tallyOf<E>(election: Election<E>, counted: readonly CountedBallot[]): Tally {
  const tally = runningTally(election);
  for (const { text, weight } of counted) {
    const ballot = verifyBallot(election, () => 0, text, 'ballot', failingLog);
    invariant(ballot !== undefined, 'a ballot that is counted holds');
    tally.add(ballot, weight);
  }
  return sortedTally(election, tally.sums());
}

/** How a count deviates from the one that the election asks for. */
export interface Deviations {
  readonly numTallied?: number;
  readonly totalWeight?: bigint;
  /** Who shuffles, in order; what each is said to be is what it is. */
  readonly shufflers?: readonly number[];
  /** Who decrypts, in order. */
  readonly decrypting?: readonly number[];
  /** Makes the decryption of one trustee in another way. */
  readonly decrypt?: <E>(election: Election<E>, x: bigint, tally: Tally, random: Randomness) => string;
}

/**
 * All that follows the end of the vote, made anew by server and trustees together for a tally of their choice: tally,
 * shuffles, decryptions and the result that these give; where they give none, the result that was published before.
 */
export function countedAnew<E>(
  { trustees, decrypting, plan, events, voters }: CompleteElection,
  election: Election<E>,
  tally: Tally,
  amounts: { readonly numTallied: number; readonly totalWeight: bigint },
  deviations: Deviations = {},
): Events {
  const random = seededRandomness('counted anew');
  const [setup] = events;
  invariant(setup?.type === 'Setup', 'an election begins with its setup');
  const verified = verifyTrustees(election.group, Buffer.from(setup.trustees).toString(), failingLog);
  invariant(verified !== undefined, 'the trustees hold');
  const { shufflers = Array.from({ length: plan.shuffles }, (_, i) => i + 1) } = deviations;
  const shuffles: NewEvent[] = [];
  let current = tally;
  for (const owner of shufflers) {
    const made = makeShuffle(election, current, random);
    shuffles.push({ type: 'Shuffle', owner, payload: utf8(made.text) });
    current = made.tally;
  }
  if (shufflers.length > 0) shuffles.push({ type: 'EndShuffles' });
  const owners = deviations.decrypting ?? decrypting;
  const { decrypt = makeDecryption } = deviations;
  const texts = new Map(owners.map((owner) => [owner, decrypt(election, trustees[owner - 1] ?? 0n, current, random)]));
  const shares = combinationOf(verified, new Set(owners));
  invariant(shares.ok, 'as many decrypt as are needed');
  const factors = new Map([...texts].map(([owner, text]) => [owner, factorsIn(election.group, text)] as const));
  const combined = current.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
  // Beyond what voters have, for those who count somebody twice.
  const most = voters.reduce((sum, { weight }) => sum + weight, 1000n);
  const result = makeResult(election, plaintexts(election.group, current, combined), most);
  return [
    { type: 'EncryptedTally', ...amounts, payload: utf8(writeTally(election.group, tally)) },
    ...shuffles,
    ...[...texts].map(([owner, text]): NewEvent => ({ type: 'PartialDecryption', owner, payload: utf8(text) })),
    { type: 'Result', payload: utf8(result.ok ? result.value : textIn(events.at(-1))) },
  ];
}

function factorsIn(group: Group, text: string): Factors {
  const wire = readText(partialDecryption, text);
  invariant(!(wire instanceof Misread), 'a decryption that was made here can be read');
  return wire.decryption_factors.map((list) => list.map((factor) => group.parse(factor) ?? group.one));
}

/** The amounts that an honest count of these ballots publishes. */
export const amountsOf = (counted: readonly CountedBallot[]) => ({
  numTallied: counted.length,
  totalWeight: counted.reduce((sum, { weight }) => sum + weight, 0n),
});

/**
 * The ballot of a voter who encrypts, where ints are asked for, a member that encodes none: every proof of it holds.
 *
 * @returns undefined where no question is mixed.
 */
export function unencodedBallot<E>(election: Election<E>, secret: bigint, text: string): string | undefined {
  const { group, key, questions, fingerprint } = election;
  const ballot = ballotIn(text);
  const random = seededRandomness('no encoding');
  const at = questions.findIndex(isMixed);
  if (at === -1) return undefined;
  const r = randomScalar(group, random);
  const nothing = group.power(group.g, randomScalar(group, random));
  const alpha = group.write(group.power(group.g, r));
  const beta = group.write(group.multiply(group.power(key, r), nothing));
  const prefix = `raweg|${fingerprint}|${ballot.credential}|${group.write(key)},${alpha},${beta}|`;
  const answer = { choices: { alpha, beta }, proof: writeProof(proveKnowledge(group, r, prefix, random)) };
  const answers = ballot.answers.map((was, i) => (i === at ? answer : was));
  return ballotWire.write(signedBallot(election, secret, { ...ballot, answers }));
}
