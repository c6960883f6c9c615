import { err, ok, type Result } from '@convite/kernel';

/** In which order a file writes year, month and day: declared, for 03/04/1980 says nothing by itself. */
export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A day of the calendar, as `YYYY-MM-DD`. */
export type Day = string;

const parts = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?:[T ]0{1,2}:00(?::00(?:\.0+)?)?)?$/u;

/** Reads a day in the declared order; the year has four digits. A time of midnight, as spreadsheets add it, is left out. */
export function parseDay(text: string, order: DateOrder): Result<Day, { readonly type: 'bad_date' }> {
  const [, first = '', second = '', third = ''] = parts.exec(text) ?? [];
  const [year, month, day] =
    order === 'ymd' ? [first, second, third] : order === 'dmy' ? [third, second, first] : [third, first, second];
  if (year.length !== 4 || month.length > 2 || day.length > 2) return err({ type: 'bad_date' });
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (m < 1 || m > 12 || d < 1 || d > daysIn(y, m)) return err({ type: 'bad_date' });
  return ok(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

/**
 * Full years of age on a day. Who was born on 29 February is a year older on 1 March of other years.
 *
 * Requires: both are days that `parseDay` made; the second is not the earlier one.
 */
export function ageOn(birth: Day, day: Day): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}
