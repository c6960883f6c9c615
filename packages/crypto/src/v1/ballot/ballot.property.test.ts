import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createCheckRecord } from '../../verify/check-record.ts';
import type { Question } from '../wire/election-wire.ts';
import { choiceProblem, makeBallot } from './make-ballot.ts';
import { smallElection } from './small-election.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import { verifyBallot } from './verify-ballot.ts';

const word = fc.string({ unit: 'grapheme', maxLength: 5 });

const homomorphic = fc
  .record({ answers: fc.array(word, { minLength: 1, maxLength: 4 }), a: fc.nat(4), b: fc.nat(4), blank: fc.boolean() })
  .map(({ answers, a, b, blank }): Question => {
    const [min = 0, max = 0] = [Math.min(a, answers.length), Math.min(b, answers.length)].toSorted((x, y) => x - y);
    return { answers, ...(blank ? { blank } : {}), min, max, question: 'Farolas' };
  });
const mixed = fc
  .array(word, { minLength: 1, maxLength: 16 })
  .map((answers): Question => ({ type: 'NonHomomorphic', value: { answers, question: 'Bancos' } }));

/** Choices that may or may not be allowed. */
const choicesFor = (question: Question): fc.Arbitrary<readonly number[]> =>
  'type' in question
    ? fc.array(fc.nat(255), { minLength: question.value.answers.length, maxLength: question.value.answers.length })
    : fc.array(fc.nat(1), {
        minLength: question.answers.length + (question.blank === true ? 1 : 0),
        maxLength: question.answers.length + (question.blank === true ? 1 : 0),
      });

const vote = fc
  .array(fc.oneof(homomorphic, mixed), { minLength: 1, maxLength: 2 })
  .chain((questions) =>
    fc.record({ questions: fc.constant(questions), choices: fc.tuple(...questions.map(choicesFor)) }),
  );

describe('a ballot', () => {
  it('is made exactly for the choices that its questions allow, and then verified by every check', () => {
    fc.assert(
      fc.property(vote, fc.string(), ({ questions, choices }, seed) => {
        smallElection('Ed25519', questions, (election) => {
          const made = makeBallot(election, 77n, choices, seededRandomness(seed));
          const isAllowed = questions.every((question, i) => choiceProblem(question, choices[i] ?? []) === undefined);
          expect(made.ok).toBe(isAllowed);
          if (!made.ok) return;
          const record = createCheckRecord();
          const verified = verifyBallot(election, () => 0, made.value.text, 'ballot', record);
          expect(record.totals().failures).toEqual([]);
          expect(verified?.tracker).toBe(made.value.tracker);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('is made and verified in the groups of the finite fields too', () => {
    const questions: readonly Question[] = [{ answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: 'Bancos' }];
    for (const group of ['BELENIOS-2048', 'RFC-3526-2048'] as const) {
      smallElection(group, questions, (election) => {
        for (const choice of [
          [1, 0, 0],
          [0, 1, 0],
        ]) {
          const made = makeBallot(election, 77n, [choice], seededRandomness(group));
          const record = createCheckRecord();
          if (made.ok) verifyBallot(election, () => 0, made.value.text, 'ballot', record);
          expect(made.ok && record.totals().failures).toEqual([]);
        }
      });
    }
  });
});
