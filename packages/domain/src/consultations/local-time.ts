import { err, ok, type Result } from '@convite/kernel';

/** Milliseconds since 1970-01-01T00:00Z, leap seconds not counted. */
export type Instant = number;

/** What a clock on the wall shows in some place. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

export type LocalTimeRefusal =
  | { readonly type: 'not_a_time' }
  /** The clocks were put forward over it: that day does not have it. */
  | { readonly type: 'skipped' }
  /** The clocks were put back over it: that day has it twice. */
  | { readonly type: 'repeated'; readonly first: Instant; readonly second: Instant };

const minute = 60_000;
const day = 24 * 60 * minute;
const pattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})$/u;

/** Reads `2026-06-07T18:00`, the form in which browsers send date and time. */
export function parseLocalTime(text: string): Result<LocalTime, LocalTimeRefusal> {
  const [, ...parts] = pattern.exec(text) ?? [];
  const [year = 0, month = 0, monthDay = 0, hour = 0, minutes = 0] = parts.map(Number);
  const isTime = parts.length === 5 && hour < 24 && minutes < 60 && month >= 1 && month <= 12;
  return isTime && monthDay >= 1 && monthDay <= daysIn(year, month)
    ? ok({ year, month, day: monthDay, hour, minute: minutes })
    : err({ type: 'not_a_time' });
}

/**
 * The instant that a wall clock means, by the rules of its zone.
 *
 * Requires: `offsetAt` tells minutes east of Greenwich at an instant, and changes at most once in two days.
 *
 * @returns err where the clocks pass over the time, or show it twice: nobody may guess which was meant.
 */
export function instantOf(local: LocalTime, offsetAt: (instant: Instant) => number): Result<Instant, LocalTimeRefusal> {
  const asIfGreenwich = greenwich(local);
  const offsets = new Set([offsetAt(asIfGreenwich - day), offsetAt(asIfGreenwich + day)]);
  const [first, second] = [...offsets]
    .map((offset) => ({ offset, instant: asIfGreenwich - offset * minute }))
    .filter(({ offset, instant }) => offsetAt(instant) === offset)
    .map(({ instant }) => instant)
    .toSorted((a, b) => a - b);
  if (first === undefined) return err({ type: 'skipped' });
  return second === undefined ? ok(first) : err({ type: 'repeated', first, second });
}

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, in whole numbers.
 *
 * Source: Hinnant, “chrono-Compatible Low-Level Date Algorithms”, `days_from_civil`: years begin in March.
 */
function greenwich({ year, month, day: monthDay, hour, minute: minutes }: LocalTime): Instant {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + monthDay - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146_097 + dayOfEra - 719_468) * day + (hour * 60 + minutes) * minute;
}

function daysIn(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}
