import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { type Calendar, calendarProblems, extended, isWithin } from './calendar.ts';
import { consultationStates } from './consultation-machine.ts';

const hour = 3_600_000;
const calendar: Calendar = { voting: { opensAt: 10 * hour, closesAt: 18 * hour }, complaintsUntil: 90 * hour };

describe('a window', () => {
  it.each([
    [10 * hour - 1, false],
    [10 * hour, true],
    [18 * hour - 1, true],
    [18 * hour, false],
  ])('at %i: %s, for it holds its first instant and not its last', (now, expected) => {
    expect(isWithin(calendar.voting, now)).toBe(expected);
  });
});

describe('a calendar', () => {
  it('may be used while its opening lies ahead', () => {
    expect(calendarProblems(calendar, 10 * hour - 1)).toEqual([]);
    expect(calendarProblems({ ...calendar, complaintsUntil: null }, 0)).toEqual([]);
    expect(calendarProblems(calendar, 10 * hour)).toEqual([{ type: 'already_begun' }]);
  });

  it('tells everything that is wrong with it at once', () => {
    const voting = { opensAt: hour, closesAt: hour };
    expect(calendarProblems({ voting, complaintsUntil: hour }, 2 * hour)).toEqual([
      { type: 'closes_before_it_opens' },
      { type: 'complaints_end_before_closing' },
      { type: 'already_begun' },
    ]);
  });
});

describe('an extension', () => {
  it('moves the end later while the vote still runs, and nothing else', () => {
    for (const state of ['frozen', 'open'] as const) {
      expect(extended(calendar, 20 * hour, state, 18 * hour - 1)).toEqual(
        ok({ opensAt: 10 * hour, closesAt: 20 * hour }),
      );
    }
  });

  it('is refused once the vote is over, or for an end that is not later', () => {
    expect(extended(calendar, 20 * hour, 'open', 18 * hour)).toEqual(err({ type: 'already_closed' }));
    expect(extended(calendar, 18 * hour, 'open', 12 * hour)).toEqual(err({ type: 'not_later' }));
    expect(extended(calendar, 90 * hour, 'open', 12 * hour)).toEqual(err({ type: 'complaints_end_before_closing' }));
  });

  it.each(consultationStates.filter((state) => state !== 'frozen' && state !== 'open'))('is refused in %s', (state) => {
    expect(extended(calendar, 20 * hour, state, 12 * hour)).toEqual(err({ type: 'not_now', state }));
  });
});
