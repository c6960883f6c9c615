import { invariant } from '@convite/kernel';
import type { KeyedSession } from './keyed-session.ts';
import type { ProofToMake } from './curve.ts';
import { POINT_BYTES, type Points, countPoints, pointsOf } from './points.ts';

const BRANCH = 12;
const TRANSCRIPT = 28;
const COMMA = 44;
const even = (count: number): number => count + (count % 2);

export function secretPairs(session: KeyedSession, key: Points, exponents: Uint8Array, shifts: Uint8Array): Points {
  invariant(exponents.length === shifts.length, 'a shift for each exponent');
  session.useNarrow(key);
  const count = exponents.length / 32;
  const mailbox = session.mailbox();
  const first = mailbox.room(32 * even(count));
  const second = mailbox.room(32 * even(count));
  const out = mailbox.room(2 * POINT_BYTES * even(count));
  mailbox.open();
  mailbox.put(first, exponents);
  mailbox.put(second, shifts);
  session.operations.secretPairs(out, first, second, even(count));
  const pairs = mailbox.take(out, 2 * POINT_BYTES * count);
  session.operations.wipe();
  return pointsOf(pairs);
}

export function secretBasePowers(session: KeyedSession, scalars: Uint8Array): Points {
  session.operations.scalar.needGNarrow();
  const count = scalars.length / 32;
  const mailbox = session.mailbox();
  const exponents = mailbox.room(scalars.length);
  const out = mailbox.room(POINT_BYTES * count);
  mailbox.open();
  mailbox.put(exponents, scalars);
  session.operations.scalar.secretBasePowers(out, exponents, count);
  const powers = mailbox.take(out, POINT_BYTES * count);
  session.operations.wipe();
  return pointsOf(powers);
}

export function secretPowers(session: KeyedSession, points: Points, scalar: Uint8Array): Points {
  invariant(scalar.length === 32, 'one scalar for all points');
  const count = countPoints(points);
  const mailbox = session.mailbox();
  const from = mailbox.room(POINT_BYTES * even(count));
  const exponent = mailbox.room(32);
  const out = mailbox.room(POINT_BYTES * even(count));
  mailbox.open();
  mailbox.put(from, points);
  mailbox.put(exponent, scalar);
  session.operations.secretPowersOf(out, from, exponent, even(count));
  const powers = mailbox.take(out, points.length);
  session.operations.wipe();
  return pointsOf(powers);
}

export function secretAnswers(
  session: KeyedSession,
  nonces: Uint8Array,
  secrets: Uint8Array,
  challenges: Uint8Array,
): Uint8Array {
  invariant(nonces.length === secrets.length && nonces.length === challenges.length, 'three scalars for each answer');
  const mailbox = session.mailbox();
  const [w, x, c, out] = [nonces, secrets, challenges, nonces].map(({ length }) => mailbox.room(length));
  invariant(w !== undefined && x !== undefined && c !== undefined && out !== undefined, 'four parts');
  mailbox.open();
  mailbox.put(w, nonces);
  mailbox.put(x, secrets);
  mailbox.put(c, challenges);
  session.operations.scalar.answerEach(out, w, x, c, nonces.length / 32);
  const answers = mailbox.take(out, nonces.length);
  session.operations.wipe();
  return answers;
}

/** See curve/assembly/scalar/proving.ts for the arrangement, in which no branch is special until the last step. */
export function prove(session: KeyedSession, key: Points, proofs: readonly ProofToMake[]): readonly Uint8Array[] {
  session.useNarrow(key);
  const { scalar } = session.operations;
  const branches = proofs.flatMap((proof) => proof.branches);
  const count = branches.length;
  const mailbox = session.mailbox();
  const records = mailbox.room(BRANCH * count);
  const randomness = mailbox.room(32 * count);
  const drawn = mailbox.room(64 * count);
  const exponents = mailbox.room(32 * even(count));
  const shifts = mailbox.room(32 * even(count));
  const points = mailbox.room(2 * POINT_BYTES * even(count));
  const encodings = mailbox.room(64 * count);
  const texts = mailbox.room(130 * count);
  const transcripts = mailbox.room(TRANSCRIPT * proofs.length);
  const hashes = mailbox.room(32 * proofs.length);
  const placed = proofs.map((proof) => ({ ...proof, at: mailbox.room(3 * proof.prefix.length) }));
  mailbox.open();
  for (const [i, branch] of branches.entries()) {
    mailbox.put(randomness + 32 * i, branch.randomness);
    mailbox.putWords(records + BRANCH * i, [randomness + 32 * i, drawn + 64 * i, branch.difference]);
  }
  let before = 0;
  for (const [i, { prefix, branches: own, drawn: scalars, at }] of placed.entries()) {
    invariant(scalars.length === 64 * own.length, 'two drawn scalars for each branch');
    mailbox.put(drawn + 64 * before, scalars);
    mailbox.putWords(transcripts + TRANSCRIPT * i, [
      at,
      mailbox.putText(at, prefix, 3 * prefix.length),
      texts + 130 * before,
      2 * own.length,
    ]);
    before += own.length;
  }
  scalar.branchExponents(exponents, shifts, records, count);
  session.operations.secretPairs(points, exponents, shifts, even(count));
  scalar.encodePoints(encodings, points, 2 * count);
  scalar.writeTexts(texts, encodings, 2 * count, COMMA);
  scalar.hashTranscripts(hashes, transcripts, proofs.length);
  before = 0;
  const pairs = proofs.map(({ branches: own, truth }, i) => {
    scalar.finishProof(hashes + 32 * i, records + BRANCH * before, own.length, truth);
    const from = drawn + 64 * before;
    before += own.length;
    return mailbox.take(from, 64 * own.length);
  });
  session.operations.wipe();
  return pairs;
}
