import { invariant } from '@convite/kernel';
import { expect, it } from 'vitest';
import { createCheckRecord } from '../verify/check-record.ts';
import { testSuite } from '../verify/machine.fixture.ts';
import { makeHomomorphicAnswer } from '../v1/ballot/make-answer.ts';
import { verifyHomomorphicAnswer } from '../v1/ballot/verify-answer.ts';
import { ed25519Group } from './ed25519-group.ts';
import type { Group } from './group.ts';
import { seededRandomness } from './seeded-randomness.fixture.ts';

const question = { answers: ['Farolas', 'Bancos'], blank: true, min: 1, max: 2, question: '¿Qué?' };
const statementIn = (group: Group) => ({ group, y: group.power(group.g, 4_711n), S0: 'election|credential' });

it('an answer is made the same, and judged the same, on either arithmetic of the curve', () => {
  const groups = [ed25519Group(), testSuite.group('Ed25519')];
  const texts = groups.map((group) =>
    JSON.stringify(makeHomomorphicAnswer(statementIn(group), question, [0, 1, 1], seededRandomness('answer'))),
  );
  expect(new Set(texts).size).toBe(1);
  const [group] = groups;
  invariant(group !== undefined, 'there are two');
  const answer = makeHomomorphicAnswer(statementIn(group), question, [0, 1, 1], seededRandomness('answer'));
  const exchanged = { ...answer, choices: answer.choices.toReversed() };
  for (const on of groups) {
    const judged = (is: typeof answer): readonly string[] => {
      const record = createCheckRecord();
      verifyHomomorphicAnswer(statementIn(on), question, is, 'answer', record);
      return Object.keys(record.totals().failed);
    };
    expect(judged(answer)).toEqual([]);
    expect(judged(exchanged)).toEqual(['ballot.choices', 'ballot.blank', 'ballot.blank_limits']);
    expect(on.decodeInts(on.g, 2)).toBeUndefined();
  }
});
