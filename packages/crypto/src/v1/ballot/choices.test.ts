import { describe, expect, it } from 'vitest';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import type { Question } from '../wire/election-wire.ts';
import { createCheckRecord } from '../../verify/check-record.ts';
import { testSuite } from '../../verify/machine.fixture.ts';
import { withElection } from '../election/election.ts';
import { makeBallot } from './make-ballot.ts';
import { smallElection } from './small-election.fixture.ts';
import { verifyBallot } from './verify-ballot.ts';

const questions: readonly Question[] = [
  { answers: ['Farolas', 'Bancos', 'Árboles'], min: 1, max: 2, question: '¿Qué?' },
  { answers: ['Sí', 'No'], blank: true, min: 1, max: 1, question: '¿Fiesta?' },
  { type: 'NonHomomorphic', value: { answers: ['Pozo', 'Techo'], question: '¿Cuánto?' } },
];

const refusalOf = (choices: readonly (readonly number[])[]) =>
  smallElection('Ed25519', questions, (election) => {
    const made = makeBallot(election, 77n, choices, seededRandomness('choices'));
    return made.ok ? 'made' : `${made.error.question}: ${made.error.message}`;
  });

describe('a ballot is made only of choices that its questions allow', () => {
  const sound = [
    [1, 0, 1],
    [0, 1, 0],
    [0, 255],
  ];
  it.each([
    [sound, 'made'],
    [sound.slice(0, 2), '2: answers to 3 questions are asked for'],
    [[...sound, [1]], '3: answers to 3 questions are asked for'],
    [sound.with(0, [1, 0]), '0: 3 choices are asked for'],
    [sound.with(0, [1, 0, 2]), '0: each choice is 0 or 1'],
    [sound.with(0, [1, 0, 0.5]), '0: each choice is 0 or 1'],
    [sound.with(0, [0, 0, 0]), '0: between 1 and 2 choices are asked for'],
    [sound.with(0, [1, 1, 1]), '0: between 1 and 2 choices are asked for'],
    [sound.with(1, [1, 0]), '1: 3 choices are asked for'],
    [sound.with(1, [1, 0, 1]), '1: a blank vote chooses nothing else'],
    [sound.with(1, [1, 0, 0]), 'made'],
    [sound.with(1, [0, 0, 0]), '1: between 1 and 1 choices are asked for'],
    [sound.with(2, [7]), '2: 2 numbers are asked for'],
    [sound.with(2, [7, 256]), '2: each number lies between 0 and 255'],
    [sound.with(2, [7, -1]), '2: each number lies between 0 and 255'],
    [sound.with(2, [7, 1.5]), '2: each number lies between 0 and 255'],
  ])('%j', (choices, expected) => {
    expect(refusalOf(choices)).toBe(expected);
  });
});

describe('a question that asks for more choices than it has answers', () => {
  const bounds = ['4', '4294967296', '9007199254740991'];
  const sound = smallElection('Ed25519', questions.slice(0, 1), (election, text) => {
    const made = makeBallot(election, 77n, [[1, 0, 1]], seededRandomness('choices'));
    return { text, ballot: made.ok ? made.value.text : '' };
  });

  it.each(bounds)('has no ballot, and refuses those of others, however many it asks for: %s', (most) => {
    const failed: string[] = [];
    const log = { made: () => undefined, failed: (check: string) => void failed.push(check) };
    const text = sound.text.replace('"max":2', `"max":${most}`);
    const message = withElection(testSuite, text, log, (election) => {
      const record = createCheckRecord();
      expect(verifyBallot(election, () => 0, sound.ballot, 'ballot', record)).toBeUndefined();
      expect(record.totals().failures).toContainEqual({
        check: 'ballot.answers',
        place: 'ballot.answers[0]',
        message: `An overall proof of ${most} parts is asked for.`,
      });
      const made = makeBallot(election, 77n, [[1, 0, 1]], seededRandomness('choices'));
      return made.ok ? 'made' : made.error.message;
    });
    expect(failed).toEqual(['election.questions']);
    expect(message).toBe('the question asks for more choices than it has answers');
  });
});
