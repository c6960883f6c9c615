import type { Disjunct, Group } from '../../primitives/group.ts';
import type { Proof } from '../../primitives/schnorr.ts';
import {
  type AnswerWire,
  type HomomorphicAnswerWire,
  isMixedAnswer,
  type MixedAnswerWire,
} from '../wire/ballot-wire.ts';
import { type HomomorphicQuestion, isMixed, type Question } from '../wire/election-wire.ts';
import { readProof } from '../wire/read-proof.ts';
import type { ProofWire } from '../wire/scalars.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/**
 * The values that the sum of the choices may have, as many as the overall proof has parts.
 *
 * Requires: a question that can be answered, or one whose answer fits: bounds without end would fill the memory.
 */
export const allowedSums = (question: HomomorphicQuestion): readonly number[] =>
  Array.from({ length: sumsOf(question) }, (_, i) => question.min + i);

const sumsOf = ({ min, max }: HomomorphicQuestion): number => Math.max(0, max - min + 1);

/** An answer that fits its question. */
export type FittingAnswer =
  | {
      readonly kind: 'homomorphic';
      readonly question: HomomorphicQuestion;
      readonly answer: HomomorphicAnswerWire;
    }
  | { readonly kind: 'mixed'; readonly answer: MixedAnswerWire };

/** Puts an answer beside its question; a sentence where it does not fit. */
export function fitAnswer(question: Question, answer: AnswerWire): FittingAnswer | string {
  if (isMixed(question)) {
    return isMixedAnswer(answer) ? { kind: 'mixed', answer } : 'The question asks for one ciphertext and its proof.';
  }
  if (isMixedAnswer(answer)) return 'The question asks for a ciphertext for each choice.';
  const isBlank = question.blank === true;
  const choices = question.answers.length + (isBlank ? 1 : 0);
  if (answer.choices.length !== choices) return `${choices} choices are asked for.`;
  if (answer.individual_proofs.length !== choices) return `${choices} proofs of choices are asked for.`;
  const parts = sumsOf(question) + (isBlank ? 1 : 0);
  if (answer.overall_proof.length !== parts) return `An overall proof of ${parts} parts is asked for.`;
  if ((answer.blank_proof !== undefined) !== isBlank) {
    return isBlank ? 'A proof of the blank choice is asked for.' : 'The question has no blank choice.';
  }
  return { kind: 'homomorphic', question, answer };
}

/** The numbers of the proofs of an answer. */
export interface AnswerProofs {
  readonly individual: readonly (readonly [Proof, Proof])[];
  readonly overall: readonly Proof[];
  readonly blank: readonly Proof[];
}

/** Reads the numbers of a homomorphic answer; the place of the first that is not below q where one is not. */
export function readProofs(group: Group, answer: HomomorphicAnswerWire): AnswerProofs | string {
  const individual: [Proof, Proof][] = [];
  for (const [i, [zero, one]] of answer.individual_proofs.entries()) {
    const [first, second] = [readProof(group, zero), readProof(group, one)];
    if (first === undefined || second === undefined) return `individual_proofs[${i}]`;
    individual.push([first, second]);
  }
  const overall = readList(group, answer.overall_proof, 'overall_proof');
  if (typeof overall === 'string') return overall;
  const blank = readList(group, answer.blank_proof ?? [], 'blank_proof');
  return typeof blank === 'string' ? blank : { individual, overall, blank };
}

function readList(group: Group, wires: readonly ProofWire[], name: string): readonly Proof[] | string {
  const proofs: Proof[] = [];
  for (const [i, wire] of wires.entries()) {
    const proof = readProof(group, wire);
    if (proof === undefined) return `${name}[${i}]`;
    proofs.push(proof);
  }
  return proofs;
}

/** The disjuncts "encrypts values[j]" with the j-th proof. */
export const disjunctsOf = (values: readonly number[], proofs: readonly Proof[]): readonly Disjunct[] =>
  proofs.map((proof, j) => ({ value: entryOf(values, j), ...proof }));
