import type { Calendar } from '@convite/registrar';

/** The calendar of this browser, for the hours on letters. */
export const calendar: Calendar = (locale, options) => new Intl.DateTimeFormat(locale, options);
