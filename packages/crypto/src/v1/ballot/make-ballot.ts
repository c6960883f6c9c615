import { err, ok, type Result } from '@convite/kernel';
import { type Randomness } from '../../primitives/randomness.ts';
import { proveKnowledge } from '../../primitives/schnorr.ts';
import type { Election } from '../election/election.ts';
import { hashOfText } from '../election/fingerprint.ts';
import { type AnswerWire, ballotWire, unsignedBallot } from '../wire/ballot-wire.ts';
import { isMixed, type Question } from '../wire/election-wire.ts';
import { writeProof } from '../wire/read-proof.ts';
import { makeHomomorphicAnswer, makeMixedAnswer } from './make-answer.ts';
import { ballotPrefix } from './transcript.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/**
 * What a voter chooses, question by question: of a homomorphic one 0 or 1 for each answer, the blank choice first; of a
 * mixed one its ints.
 */
export type Choices = readonly (readonly number[])[];

/** Why choices cannot become a ballot: the question, counted from 0, and a sentence. */
export interface ChoiceRefusal {
  readonly type: 'choices_do_not_fit';
  readonly question: number;
  readonly message: string;
}

/** Why these choices do not answer the question; undefined when they do. */
export function choiceProblem(question: Question, choices: readonly number[]): string | undefined {
  if (isMixed(question)) {
    const { length } = question.value.answers;
    if (choices.length !== length) return `${length} numbers are asked for`;
    const fits = choices.every((int) => Number.isInteger(int) && int >= 0 && int <= 255);
    return fits ? undefined : 'each number lies between 0 and 255';
  }
  const { answers, blank, min, max } = question;
  if (max > answers.length) return 'the question asks for more choices than it has answers';
  const asked = answers.length + (blank === true ? 1 : 0);
  if (choices.length !== asked) return `${asked} choices are asked for`;
  if (choices.some((choice) => choice !== 0 && choice !== 1)) return 'each choice is 0 or 1';
  const chosen = choices.slice(blank === true ? 1 : 0).filter((choice) => choice === 1).length;
  if (blank === true && choices[0] === 1) return chosen === 0 ? undefined : 'a blank vote chooses nothing else';
  return chosen < min || chosen > max ? `between ${min} and ${max} choices are asked for` : undefined;
}

/**
 * Makes a sealed ballot: encrypts the choices, proves that they are allowed, and signs.
 *
 * Source: Belenios specification 2.0, "Ballots", "Signatures".
 * Symbols: s the secret of the credential; signature over SHA-256 of the ballot without it, `sig|hash|A`.
 * Hazards: choices and randomness are secrets; nothing of them is kept or named in a refusal.
 *
 * @param s the secret exponent of the voter's credential.
 * @returns the ballot in its canonical form, and its tracker.
 */
export function makeBallot<E>(
  election: Election<E>,
  s: bigint,
  choices: Choices,
  random: Randomness,
): Result<{ readonly text: string; readonly tracker: string }, ChoiceRefusal> {
  const { group, sha256, uuid, fingerprint, questions, key } = election;
  if (choices.length !== questions.length) {
    const message = `answers to ${questions.length} questions are asked for`;
    return err({ type: 'choices_do_not_fit', question: Math.min(choices.length, questions.length), message });
  }
  const credential = group.write(group.secretPower(group.g, s));
  const statement = { group, y: key, S0: ballotPrefix(fingerprint, credential) };
  const answers: AnswerWire[] = [];
  for (const [i, question] of questions.entries()) {
    const chosen = entryOf(choices, i);
    const message = choiceProblem(question, chosen);
    if (message !== undefined) return err({ type: 'choices_do_not_fit', question: i, message });
    answers.push(
      isMixed(question)
        ? makeMixedAnswer(statement, chosen, random)
        : makeHomomorphicAnswer(statement, question, chosen, random),
    );
  }
  const unsigned = { election_uuid: uuid, election_hash: fingerprint, credential, answers };
  const hash = hashOfText(sha256, unsignedBallot.write(unsigned));
  const proof = writeProof(proveKnowledge(group, s, `sig|${hash}|`, random));
  const text = ballotWire.write({ ...unsigned, signature: { hash, proof } });
  return ok({ text, tracker: hashOfText(sha256, text) });
}
