import {
  anyJson,
  array,
  boolean,
  type Coded,
  count,
  either,
  literal,
  object,
  optional,
  string,
  stringLike,
} from './codec.ts';
import { elementText } from './scalars.ts';

/** A question whose answers are added up while encrypted. */
const homomorphicQuestion = object({
  answers: array(string),
  blank: optional(boolean),
  min: count,
  max: count,
  question: string,
});
export type HomomorphicQuestion = Coded<typeof homomorphicQuestion>;

/** A question whose ballots are shuffled and then decrypted one by one; `extra` says how its ints are laid out. */
const mixedQuestion = object({
  type: literal('NonHomomorphic'),
  value: object({ answers: array(string), question: string }),
  extra: optional(anyJson),
});
export type MixedQuestion = Coded<typeof mixedQuestion>;

export type Question = HomomorphicQuestion | MixedQuestion;
export const isMixed = (question: Question): question is MixedQuestion => 'type' in question;

/** The election as published: what voters see, hashed as these very bytes. */
export const electionWire = object({
  version: count,
  description: string,
  name: string,
  group: string,
  public_key: elementText,
  questions: array(either(mixedQuestion, homomorphicQuestion, isMixed)),
  uuid: stringLike(/^[1-9A-HJ-NP-Za-km-z]{14,}$/u, 'an identifier of at least 14 signs'),
  administrator: optional(string),
  credential_authority: optional(string),
});
export type ElectionWire = Coded<typeof electionWire>;
