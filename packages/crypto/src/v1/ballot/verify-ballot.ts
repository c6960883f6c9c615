import { branded } from '@convite/kernel';
import { knowledgeHolds } from '../../primitives/schnorr.ts';
import type { Election } from '../election/election.ts';
import { hashOfText } from '../election/fingerprint.ts';
import type { CheckLog } from '../protocol-checks.ts';
import { type BallotWire, ballotWire, unsignedBallot } from '../wire/ballot-wire.ts';
import { Misread, readText } from '../wire/codec.ts';
import { readProof } from '../wire/read-proof.ts';
import { fitAnswer } from './read-answer.ts';
import { ballotPrefix } from './transcript.ts';
import type { BallotContents, VerifiedAnswer, VerifiedBallot } from './verified-ballot.ts';
import { verifyHomomorphicAnswer, verifyMixedAnswer } from './verify-answer.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/** The number of a public credential in the published list, undefined when it is not there. */
export type CredentialNumber = (publicCredential: string) => number | undefined;

/**
 * Makes every check on a ballot that needs nothing but the ballot, the election and its list of credentials.
 *
 * Source: Belenios specification 2.0, "Ballots", "Signatures"; for the strict form, docs/spec/ballot-protocol.md.
 * Checks: ballot.form to ballot.knowledge, except ballot.unique. All that fail are reported, not only the first.
 * Cost: for n choices and limits min..max about 8n + 4(max - min + 1) + 2 powers, and 2n membership tests.
 *
 * @param place what to call the ballot in a failure, such as `ballot 12`.
 */
export function verifyBallot<E>(
  election: Election<E>,
  numberOf: CredentialNumber,
  text: string,
  place: string,
  log: CheckLog,
): VerifiedBallot<E> | undefined {
  log.made('ballot.form');
  const wire = readText(ballotWire, text);
  if (wire instanceof Misread) {
    log.failed('ballot.form', place + wire.place, wire.sentence);
    return undefined;
  }
  log.made('ballot.canonical');
  const isCanonical = ballotWire.write(wire) === text;
  if (!isCanonical) log.failed('ballot.canonical', place, 'The ballot is not written in its canonical form.');
  const isOfElection = checkElection(election, wire, place, log);
  log.made('ballot.credential');
  const credential = numberOf(wire.credential);
  if (credential === undefined) {
    log.failed('ballot.credential', `${place}.credential`, 'The credential is not in the published list.');
  }
  const isSigned = checkSignature(election, wire, place, log);
  const answers = checkAnswers(election, wire, place, log);
  const holds = isCanonical && isOfElection && isSigned && answers !== undefined && credential !== undefined;
  return holds
    ? branded<BallotContents<E>, 'VerifiedBallot'>({
        identity: election.identity,
        credential,
        tracker: hashOfText(election.sha256, text),
        answers,
      })
    : undefined;
}

function checkElection<E>({ uuid, fingerprint }: Election<E>, wire: BallotWire, place: string, log: CheckLog): boolean {
  log.made('ballot.election');
  if (wire.election_uuid === uuid && wire.election_hash === fingerprint) return true;
  const field = wire.election_uuid === uuid ? 'election_hash' : 'election_uuid';
  log.failed('ballot.election', `${place}.${field}`, 'The ballot is of another election.');
  return false;
}

function checkSignature<E>({ group, sha256 }: Election<E>, wire: BallotWire, place: string, log: CheckLog): boolean {
  const { signature, credential: text } = wire;
  log.made('ballot.hash');
  const hash = hashOfText(sha256, unsignedBallot.write(wire));
  const hashHolds = hash === signature.hash;
  if (!hashHolds) log.failed('ballot.hash', `${place}.signature.hash`, 'The signature is of another text.');
  log.made('ballot.numbers');
  const proof = readProof(group, signature.proof);
  if (proof === undefined) {
    log.failed('ballot.numbers', `${place}.signature`, 'A number is not below the order of the group.');
    return false;
  }
  log.made('ballot.members');
  const credential = group.parse(text);
  if (credential === undefined) {
    log.failed('ballot.members', `${place}.credential`, 'The credential is no member of the group.');
    return false;
  }
  log.made('ballot.signature');
  const isSigned = knowledgeHolds(group, credential, proof, `sig|${signature.hash}|`);
  if (!isSigned) log.failed('ballot.signature', `${place}.signature`, 'The signature does not hold.');
  return hashHolds && isSigned;
}

function checkAnswers<E>(
  { group, key, fingerprint, questions }: Election<E>,
  wire: BallotWire,
  place: string,
  log: CheckLog,
): readonly VerifiedAnswer[] | undefined {
  log.made('ballot.answers');
  if (wire.answers.length !== questions.length) {
    log.failed('ballot.answers', `${place}.answers`, `${questions.length} answers are asked for.`);
    return undefined;
  }
  const statement = { group, y: key, S0: ballotPrefix(fingerprint, wire.credential) };
  const answers: VerifiedAnswer[] = [];
  for (const [i, question] of questions.entries()) {
    const at = `${place}.answers[${i}]`;
    const answer = entryOf(wire.answers, i);
    const fitting = fitAnswer(question, answer);
    if (typeof fitting === 'string') {
      log.failed('ballot.answers', at, fitting);
      continue;
    }
    const verified =
      fitting.kind === 'mixed'
        ? verifyMixedAnswer(statement, fitting.answer, at, log)
        : verifyHomomorphicAnswer(statement, fitting.question, fitting.answer, at, log);
    if (verified !== undefined) answers.push(verified);
  }
  return answers.length === questions.length ? answers : undefined;
}
