import { array, type Coded, either, object, optional, tuple, string } from './codec.ts';
import { ciphertext, elementText, hashText, proof } from './scalars.ts';

const homomorphicAnswer = object({
  choices: array(ciphertext),
  individual_proofs: array(tuple(proof, proof)),
  overall_proof: array(proof),
  blank_proof: optional(tuple(proof, proof)),
});
export type HomomorphicAnswerWire = Coded<typeof homomorphicAnswer>;

const mixedAnswer = object({ choices: ciphertext, proof });
export type MixedAnswerWire = Coded<typeof mixedAnswer>;

export type AnswerWire = HomomorphicAnswerWire | MixedAnswerWire;
export const isMixedAnswer = (answer: AnswerWire): answer is MixedAnswerWire => 'proof' in answer;

const unsigned = {
  election_uuid: string,
  election_hash: hashText,
  credential: elementText,
  answers: array(either(mixedAnswer, homomorphicAnswer, isMixedAnswer)),
} as const;

/** What the signature of a ballot covers: the ballot without it. */
export const unsignedBallot = object(unsigned);

export const ballotWire = object({ ...unsigned, signature: object({ hash: hashText, proof }) });
export type BallotWire = Coded<typeof ballotWire>;
