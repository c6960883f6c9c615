import type { LetterWords } from './letter-words.ts';

const clocks = new Map<string, Intl.DateTimeFormat>();

/**
 * An instant in the words of a language and the hours of a zone: the same text on every machine, as only the numbers come
 * from its calendar. Making a clock is slow: each is kept.
 *
 * @param seconds since 1970.
 */
export function momentIn({ months, moment }: LetterWords, zone: string, seconds: number): string {
  const clock =
    clocks.get(zone) ??
    new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
      ...{ timeZone: zone, year: 'numeric', month: 'numeric', day: 'numeric' },
      ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    });
  clocks.set(zone, clock);
  const parts = new Map(clock.formatToParts(seconds * 1000).map(({ type, value }) => [type, value]));
  const part = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return moment({
    day: part('day'),
    month: months[Number(part('month')) - 1] ?? '',
    year: part('year'),
    time: `${part('hour')}:${part('minute')}`,
  });
}
