import type { Ciphertext, Element, Group } from '../../primitives/group.ts';
import { knowledgeHolds, type Proof } from '../../primitives/schnorr.ts';
import type { CheckLog } from '../protocol-checks.ts';
import type { HomomorphicAnswerWire, MixedAnswerWire } from '../wire/ballot-wire.ts';
import type { HomomorphicQuestion } from '../wire/election-wire.ts';
import { readProof } from '../wire/read-proof.ts';
import { allowedSums, type AnswerProofs, disjunctsOf, readProofs } from './read-answer.ts';
import type { VerifiedAnswer } from './verified-ballot.ts';
import { entryOf } from '../../primitives/entry-of.ts';

/** What the proofs of an answer are about: the group, the election key y and the prefix S0. */
export interface Statement {
  readonly group: Group;
  readonly y: Element;
  readonly S0: string;
}

const productOf = (group: Group, ciphertexts: readonly Ciphertext[]): Ciphertext => ({
  alpha: group.product(ciphertexts.map(({ alpha }) => alpha)),
  beta: group.product(ciphertexts.map(({ beta }) => beta)),
});

/**
 * Checks the proofs of a homomorphic answer: each choice 0 or 1, and their sum within the limits or the vote blank.
 *
 * Source: Belenios specification 2.0, "Proofs of interval membership" and "Proofs of possibly-blank votes".
 * Symbols: (alpha_i, beta_i) the choices; S = S0|alpha_1,beta_1,…; sums over all choices, without the blank one.
 * Hashed: individual `prove|S0|alpha,beta|A_0,B_0,A_1,B_1`; overall `prove|S|alpha,beta|…`; with a blank choice
 *   `bproof0|S|A_0,B_0,A_S,B_S` and `bproof1|S|A_0,B_0,…`.
 * Checks: ballot.numbers, ballot.members, ballot.choices, and ballot.limits or ballot.blank with ballot.blank_limits.
 * Requires: the answer has the size that the question asks for.
 */
export function verifyHomomorphicAnswer(
  statement: Statement,
  question: HomomorphicQuestion,
  answer: HomomorphicAnswerWire,
  place: string,
  log: CheckLog,
): VerifiedAnswer | undefined {
  const { group, y, S0 } = statement;
  log.made('ballot.numbers');
  const proofs = readProofs(group, answer);
  if (typeof proofs === 'string') {
    log.failed('ballot.numbers', `${place}.${proofs}`, 'A number is not below the order of the group.');
    return undefined;
  }
  const opened = group.openAll(
    y,
    answer.choices.map((ciphertext, i) => ({
      prefix: `prove|${S0}|${ciphertext.alpha},${ciphertext.beta}|`,
      ciphertext,
      disjuncts: disjunctsOf([0, 1], entryOf(proofs.individual, i)),
    })),
  );
  log.made('ballot.members', opened.length * 2);
  log.made('ballot.choices', opened.length);
  const choices: Ciphertext[] = [];
  let holds = true;
  for (const [i, choice] of opened.entries()) {
    const at = `${place}.choices[${i}]`;
    if (choice === undefined) {
      log.failed('ballot.members', at, 'An element is no member of the group.');
      holds = false;
      continue;
    }
    if (!choice.holds) {
      log.failed('ballot.choices', at, 'The proof that the choice is 0 or 1 does not hold.');
      holds = false;
    }
    choices.push(choice.ciphertext);
  }
  // The sums are defined only when every choice is a member.
  if (choices.length !== opened.length) return undefined;
  const S = `${S0}|${answer.choices.map(({ alpha, beta }) => `${alpha},${beta}`).join(',')}`;
  const sums =
    question.blank === true
      ? checkBlank(statement, question, choices, proofs, S, place, log)
      : checkLimits(statement, question, choices, proofs, S, place, log);
  return holds && sums ? { kind: 'homomorphic', choices } : undefined;
}

function checkLimits(
  { group, y }: Statement,
  question: HomomorphicQuestion,
  choices: readonly Ciphertext[],
  { overall }: AnswerProofs,
  S: string,
  place: string,
  log: CheckLog,
): boolean {
  log.made('ballot.limits');
  const sum = productOf(group, choices);
  const prefix = `prove|${S}|${group.write(sum.alpha)},${group.write(sum.beta)}|`;
  const disjuncts = disjunctsOf(allowedSums(question), overall);
  const [holds = false] = group.proofsHold(y, [{ prefix, parts: [{ ciphertext: sum, disjuncts }] }]);
  if (!holds) {
    log.failed('ballot.limits', place, 'The proof that the number of choices is allowed does not hold.');
  }
  return holds;
}

function checkBlank(
  { group, y }: Statement,
  question: HomomorphicQuestion,
  choices: readonly Ciphertext[],
  { overall, blank }: AnswerProofs,
  S: string,
  place: string,
  log: CheckLog,
): boolean {
  const [first, others] = [entryOf(choices, 0), choices.slice(1)];
  const sum = productOf(group, others);
  log.made('ballot.blank');
  log.made('ballot.blank_limits');
  const part = (ciphertext: Ciphertext, values: readonly number[], proofs: readonly Proof[]) => ({
    ciphertext,
    disjuncts: disjunctsOf(values, proofs),
  });
  const [emptyHolds = false, limitsHold = false] = group.proofsHold(y, [
    { prefix: `bproof0|${S}|`, parts: [part(first, [0], blank.slice(0, 1)), part(sum, [0], blank.slice(1))] },
    {
      prefix: `bproof1|${S}|`,
      parts: [part(first, [1], overall.slice(0, 1)), part(sum, allowedSums(question), overall.slice(1))],
    },
  ]);
  if (!emptyHolds) {
    log.failed('ballot.blank', place, 'The proof that the vote is not blank and more at once does not hold.');
  }
  if (!limitsHold) {
    log.failed(
      'ballot.blank_limits',
      place,
      'The proof of a blank vote or an allowed number of choices does not hold.',
    );
  }
  return emptyHolds && limitsHold;
}

/**
 * Checks that whoever made a mixed answer knew its randomness, so that nobody can copy it.
 *
 * Source: Belenios specification 2.0, "Encrypted answers", NonHomomorphic.
 * Hashed: `raweg|S0|y,alpha,beta|A` with A = g^r·alpha^c. Nothing is proven about the ints inside.
 * Checks: ballot.numbers, ballot.members, ballot.knowledge.
 */
export function verifyMixedAnswer(
  { group, y, S0 }: Statement,
  { choices, proof: wire }: MixedAnswerWire,
  place: string,
  log: CheckLog,
): VerifiedAnswer | undefined {
  log.made('ballot.numbers');
  const proof = readProof(group, wire);
  if (proof === undefined) {
    log.failed('ballot.numbers', `${place}.proof`, 'A number is not below the order of the group.');
    return undefined;
  }
  log.made('ballot.members', 2);
  const [alpha, beta] = [group.parse(choices.alpha), group.parse(choices.beta)];
  if (alpha === undefined || beta === undefined) {
    log.failed('ballot.members', `${place}.choices`, 'An element is no member of the group.');
    return undefined;
  }
  log.made('ballot.knowledge');
  const prefix = `raweg|${S0}|${group.write(y)},${choices.alpha},${choices.beta}|`;
  if (!knowledgeHolds(group, alpha, proof, prefix)) {
    log.failed('ballot.knowledge', place, 'The proof that the voter made this answer does not hold.');
    return undefined;
  }
  return { kind: 'mixed', ciphertext: { alpha, beta } };
}
