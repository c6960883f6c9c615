import { err } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { consultationStates } from '../consultations/consultation-machine.ts';
import { contestStates } from './contest-machine.ts';
import { optionsProblems, type RuledOption, withdrawn } from './options.ts';

const option = (number: number, change: Partial<RuledOption> = {}): RuledOption => ({
  number,
  cost: 100n,
  isApproved: true,
  isWithdrawn: false,
  ...change,
});

describe('the options of a contest', () => {
  it('are in order when all are approved and none costs more than there is', () => {
    expect(optionsProblems([option(1), option(7)], 100n, null, 'homomorphic')).toEqual([]);
    expect(optionsProblems([option(1, { cost: null })], null, 1, 'homomorphic')).toEqual([]);
  });

  it('tell everything that is missing, by number', () => {
    const options = [option(1, { cost: null }), option(2, { isApproved: false }), option(4, { cost: 101n })];
    expect(optionsProblems(options, 100n, null, 'mixed')).toEqual([
      { type: 'not_approved', numbers: [2] },
      { type: 'cost_missing', numbers: [1] },
      { type: 'cost_above_envelope', numbers: [4], envelope: 100n },
    ]);
  });

  it('that are withdrawn are not asked for anything, but keep their place on the paper', () => {
    const gone = option(2, { isWithdrawn: true, isApproved: false, cost: null });
    expect(optionsProblems([option(1), gone], 100n, null, 'mixed')).toEqual([]);
    expect(optionsProblems([gone], 100n, null, 'mixed')).toEqual([{ type: 'no_options' }]);
    const many = Array.from({ length: 129 }, (_, i) => option(i + 1, { isWithdrawn: i > 0 }));
    expect(optionsProblems(many, 100n, null, 'mixed')).toEqual([{ type: 'too_many_options', most: 128, found: 129 }]);
    expect(optionsProblems(many, 100n, null, 'homomorphic')).toEqual([]);
  });

  it('need an envelope, or a number of winners', () => {
    expect(optionsProblems([option(1)], null, null, 'homomorphic')).toEqual([{ type: 'neither_envelope_nor_winners' }]);
  });
});

describe('an option that is withdrawn after freezing', () => {
  const options = [option(1), option(2), option(3)];

  it('leaves its number empty, and the others where they were', () => {
    const left = withdrawn(options, 2, 'open', 'open');
    expect(left.ok && left.value.map(({ number, isWithdrawn }) => [number, isWithdrawn])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(left.ok && withdrawn(left.value, 2, 'open', 'open')).toEqual(err({ type: 'already_withdrawn', number: 2 }));
    expect(left.ok && withdrawn(left.value, 4, 'open', 'open')).toEqual(err({ type: 'unknown_option', number: 4 }));
  });

  it('is never the last one', () => {
    const last = [option(1, { isWithdrawn: true }), option(2)];
    expect(withdrawn(last, 2, 'open', 'open')).toEqual(err({ type: 'last_option', number: 2 }));
  });

  it('is withdrawn between freezing and closing, in every state of the contest that comes before', () => {
    for (const consultation of consultationStates) {
      for (const contest of contestStates) {
        const isTime = ['frozen', 'open'].includes(consultation) && contestStates.indexOf(contest) <= 3;
        const answer = withdrawn(options, 2, consultation, contest);
        if (isTime) expect(answer.ok).toBe(true);
        else expect(answer).toEqual(err({ type: 'not_now', consultation, contest }));
      }
    }
  });
});
