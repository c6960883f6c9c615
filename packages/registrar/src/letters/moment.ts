import type { LetterWords } from './letter-words.ts';

/** The calendar of a machine: makes what tells the parts of an instant. `Intl.DateTimeFormat`, handed in. */
export type Calendar = (
  locale: string,
  options: Intl.DateTimeFormatOptions,
) => Pick<Intl.DateTimeFormat, 'formatToParts'>;

/** An instant on the clocks of a zone, in figures. */
export interface WallTime {
  readonly day: string;
  /** From 1. */
  readonly month: number;
  readonly year: string;
  /** Hours and minutes, as in 08:15. */
  readonly time: string;
}

/** @param seconds since 1970. */
export function wallTime(calendar: Calendar, zone: string, seconds: number): WallTime {
  const clock = calendar('en-u-ca-gregory-nu-latn', {
    ...{ timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  });
  const parts = new Map(clock.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return {
    ...{ day: part('day'), month: Number(part('month')), year: part('year') },
    time: `${part('hour')}:${part('minute')}`,
  };
}

/** A time in the words of a language: the same text on every machine, as its calendar gave only figures. */
export const momentIn = ({ months, moment }: LetterWords, { day, month, year, time }: WallTime): string =>
  moment({ day, month: months[month - 1] ?? '', year, time });
