import { describe, expect, it } from 'vitest';
import { consultationStates } from './consultation-machine.ts';
import { closingProblem, type OpeningFacts, openingProblems } from './opening.ts';

const calendar = { voting: { opensAt: 1000, closesAt: 2000 }, complaintsUntil: null };
const facts: OpeningFacts = {
  state: 'frozen',
  calendar,
  now: 1500,
  contests: 5336,
  needs: [{ need: 'waiver', contests: 0 }],
  isRollFrozen: true,
  trustees: { all: 3, rehearsed: 3 },
  unsafeSettings: [],
  lacksMailer: false,
};

describe('a vote', () => {
  it('is opened when nothing is missing, before its hour or after it, and never once it is over', () => {
    for (const now of [0, 1000, 1999]) expect(openingProblems({ ...facts, now })).toEqual([]);
    expect(openingProblems({ ...facts, now: 2000 })).toEqual([{ type: 'already_over' }]);
  });

  it('tells everything that is missing', () => {
    expect(
      openingProblems({
        ...facts,
        state: 'draft',
        contests: 0,
        needs: [{ need: 'no_election', contests: 3 }],
        isRollFrozen: false,
        trustees: null,
        unsafeSettings: ['fsync'],
        lacksMailer: true,
      }),
    ).toEqual([
      { type: 'not_now', state: 'draft' },
      { type: 'no_contests' },
      { type: 'contests', need: 'no_election', contests: 3 },
      { type: 'roll_not_frozen' },
      { type: 'no_trustees' },
      { type: 'unsafe_database', settings: ['fsync'] },
      { type: 'no_mailer' },
    ]);
  });

  it('is not opened before every trustee has decrypted a test ballot, enough of them though they be', () => {
    for (const rehearsed of [0, 2]) {
      expect(openingProblems({ ...facts, trustees: { all: 3, rehearsed } })).toEqual([
        { type: 'not_rehearsed', trustees: 3 - rehearsed },
      ]);
    }
  });

  it.each(consultationStates.filter((state) => state !== 'frozen'))('is not opened in %s', (state) => {
    expect(openingProblems({ ...facts, state })).toEqual([{ type: 'not_now', state }]);
  });

  it('is closed once its time is over, not a moment earlier', () => {
    const real = { state: 'open', calendar, isDemo: false } as const;
    expect(closingProblem(real, 1999)).toEqual({ type: 'not_over' });
    expect(closingProblem(real, 2000)).toBeUndefined();
    for (const state of consultationStates.filter((one) => one !== 'open')) {
      expect(closingProblem({ ...real, state }, 2000)).toEqual({ type: 'not_now', state });
    }
  });

  it('is closed before its time in a demo, but not before it has begun', () => {
    const demo = { state: 'open', calendar, isDemo: true } as const;
    expect(closingProblem(demo, 1000)).toEqual({ type: 'not_over' });
    expect(closingProblem(demo, 1001)).toBeUndefined();
    expect(closingProblem({ ...demo, state: 'closed' }, 1500)).toEqual({ type: 'not_now', state: 'closed' });
  });
});
