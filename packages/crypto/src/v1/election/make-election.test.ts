import { invariant } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { createCheckRecord } from '../../verify/check-record.ts';
import { testSuite } from '../../verify/machine.fixture.ts';
import { seededRandomness } from '../../primitives/seeded-randomness.fixture.ts';
import type { HomomorphicQuestion, MixedQuestion } from '../wire/election-wire.ts';
import { approvalsQuestion } from './approvals-question.ts';
import { withElection } from './election.ts';
import { electionLimits, type ElectionTemplate, makeElection, newElectionId } from './make-election.ts';

const group = testSuite.group('Ed25519');
const question: HomomorphicQuestion = { answers: ['Sí', 'No'], min: 1, max: 1, question: '¿Bancos?' };
const ints = (count: number): MixedQuestion => ({
  type: 'NonHomomorphic',
  value: { answers: Array.from({ length: count }, (_, i) => `Obra ${i}`), question: '¿Cuánto?' },
});
const template: ElectionTemplate = {
  uuid: newElectionId(seededRandomness('uuid')),
  name: 'Calle Cedro “norte”',
  description: 'Asamblea\n\u007f del 3 de mayo 😀',
  key: group.power(group.g, 7n),
  questions: [question, approvalsQuestion(['Pozo', 'Techo'], '¿Cuáles?')],
};

describe('the text of an election', () => {
  it('has the fields in the order of the format and is read again without a failure', () => {
    const made = makeElection(group, template);
    invariant(made.ok, 'the template is sound');
    expect(made.value).toBe(
      '{"version":1,"description":"Asamblea\\n\\u007f del 3 de mayo 😀","name":"Calle Cedro “norte”",' +
        `"group":"Ed25519","public_key":"${group.write(template.key)}","questions":[` +
        '{"answers":["Sí","No"],"min":1,"max":1,"question":"¿Bancos?"},' +
        '{"type":"NonHomomorphic","value":{"answers":["Pozo + Techo"],"question":"¿Cuáles?"},"extra":' +
        '{"type":"ConviteLayout","version":1,"layout":"approvals","options":["Pozo","Techo"]}}],' +
        `"uuid":"${template.uuid}"}`,
    );
    const record = createCheckRecord();
    const questions = withElection(testSuite, made.value, record, (election) => election.questions);
    expect(questions).toEqual(template.questions);
    expect(record.totals().failures).toEqual([]);
  });

  it('names itself by 14 signs that only the randomness decides', () => {
    expect(template.uuid).toMatch(/^[1-9A-HJ-NP-Za-km-z]{14}$/u);
    expect(newElectionId(seededRandomness('other'))).not.toBe(template.uuid);
  });
});

describe('an election is refused with', () => {
  const other = (change: Partial<HomomorphicQuestion>): ElectionTemplate => ({
    ...template,
    questions: [question, { ...question, ...change }],
  });
  const cases: readonly (readonly [string, ElectionTemplate, unknown])[] = [
    ['no question', { ...template, questions: [] }, { type: 'no_question' }],
    [
      'too many questions',
      { ...template, questions: Array.from({ length: 33 }, () => question) },
      { type: 'too_many_questions', most: 32, found: 33 },
    ],
    ['no name', { ...template, name: ' \u200b\n' }, { type: 'text_missing', place: 'name' }],
    ['an empty answer', other({ answers: ['Sí', ''] }), { type: 'text_missing', place: 'questions[1].answers[1]' }],
    ['an empty question', other({ question: ' ' }), { type: 'text_missing', place: 'questions[1].question' }],
    [
      'a name beyond the limit',
      { ...template, name: 'a'.repeat(2_001) },
      { type: 'text_too_long', place: 'name', most: 2_000, found: 2_001 },
    ],
    [
      'a description beyond the limit',
      { ...template, description: 'a'.repeat(20_001) },
      { type: 'text_too_long', place: 'description', most: 20_000, found: 20_001 },
    ],
    ['half a sign', { ...template, description: 'a\ud800' }, { type: 'text_malformed', place: 'description' }],
    [
      'limits that contradict each other',
      other({ min: 2, max: 1 }),
      { type: 'question_unanswerable', question: 1, message: 'At least 2 and at most 1 choices cannot both hold.' },
    ],
    [
      'more choices than answers',
      other({ max: 3 }),
      { type: 'question_unanswerable', question: 1, message: '3 choices cannot be made among 2 answers.' },
    ],
    ['nothing to choose', other({ min: 0, max: 0 }), { type: 'nothing_to_choose', question: 1 }],
    ['an answer twice', other({ answers: ['No', 'Sí', 'No'] }), { type: 'answer_repeated', question: 1, answer: 2 }],
    [
      'more answers than the limit',
      other({ answers: Array.from({ length: 1_001 }, (_, i) => `Obra ${i}`) }),
      { type: 'too_many_answers', question: 1, most: 1_000, found: 1_001 },
    ],
    [
      'more numbers than the group may carry',
      { ...template, questions: [ints(17)] },
      { type: 'question_unanswerable', question: 0, message: 'Ed25519 carries at most 16 numbers a question.' },
    ],
    [
      'a layout that is not that of its answers',
      { ...template, questions: [{ ...approvalsQuestion(['Pozo'], '¿Cuáles?'), value: ints(2).value }] },
      { type: 'layout_unusable', question: 0, fault: { type: 'other_answers' } },
    ],
  ];
  it.each(cases)('%s', (_, refused, expected) => {
    expect(makeElection(group, refused)).toEqual({ ok: false, error: expected });
  });

  it('a text beyond the limit, though every part keeps its own', () => {
    const long = (i: number): HomomorphicQuestion => ({
      ...question,
      answers: Array.from({ length: 300 }, (_, j) => `${i} ${j} ${'a'.repeat(1_900)}`),
    });
    const made = makeElection(group, { ...template, questions: [long(0), long(1)] });
    expect(made).toMatchObject({ ok: false, error: { type: 'election_too_large', most: electionLimits.bytes } });
  });

  it('none of these at the limits themselves', () => {
    expect(makeElection(group, { ...template, name: 'a'.repeat(2_000), questions: [ints(16)] }).ok).toBe(true);
    expect(makeElection(group, other({ blank: true, min: 0, max: 0 })).ok).toBe(true);
  });
});
