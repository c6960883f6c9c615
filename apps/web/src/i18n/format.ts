import { type Rational, rational } from '@convite/kernel';
import { isDecimalText, readExact, roundedText } from './exact.ts';
import { languages, type Locale } from './locale.ts';

const noBreak = '\u00a0';

/** Numbers, money, dates and lists as a language writes them. Digits come from exact texts, never through a double. */
export interface Format {
  /** A whole number, grouped. */
  readonly count: (n: number) => string;
  /** An exact decimal text or fraction, grouped, rounded to so many decimals (without them when it is whole). */
  readonly number: (exact: string, decimals: number) => string;
  /** The same with its unit behind a space that does not break. */
  readonly money: (exact: string, decimals: number, unit: string) => string;
  /** What a column measures and its unit: “Cost, u”. A short unit is not left alone on a line. */
  readonly withUnit: (measure: string, unit: string) => string;
  /** A share of a whole in percent, with so many decimals. 0 of 0 is 0. */
  readonly percent: (part: Rational, whole: Rational, decimals: number) => string;
  readonly percentOf: (part: number, whole: number, decimals: number) => string;
  readonly list: (items: readonly string[]) => string;
  /** A list in parts: each item with its place from 0, and the words between, which have none. */
  readonly listed: (
    items: readonly string[],
  ) => readonly { readonly text: string; readonly place: number | undefined }[];
  /** The name of a language in this one, as it stands inside a sentence. */
  readonly language: (named: Locale) => string;
  /** A size in kB or MB. */
  readonly bytes: (n: number) => string;
  /** The day of an ISO instant, in words. */
  readonly day: (instant: string) => string;
  /** Weekday, day and hour of an ISO instant by the clocks of a zone, in words. */
  readonly moment: (instant: string, zone: string) => string;
}

const made = new Map<Locale, Format>();

/** The formats of a language; made once, as making an `Intl` object costs milliseconds. */
export function formatOf(locale: Locale): Format {
  let format = made.get(locale);
  if (format === undefined) made.set(locale, (format = makeFormat(locale)));
  return format;
}

function makeFormat(locale: Locale): Format {
  const tag = languages[locale].numbers;
  const byDecimals = memoized(
    (decimals: number) =>
      new Intl.NumberFormat(tag, {
        useGrouping: 'always',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  );
  const percents = memoized(
    (decimals: number) =>
      new Intl.NumberFormat(tag, {
        style: 'percent',
        minimumFractionDigits: decimals,
        maximumFractionDigits: decimals,
      }),
  );
  const lists = new Intl.ListFormat(tag, { type: 'conjunction' });
  const names = new Intl.DisplayNames(tag, { type: 'language', fallback: 'code' });
  const days = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' });

  const moments = memoized(
    (timeZone: string) =>
      new Intl.DateTimeFormat(tag, {
        timeZone,
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
  );

  const grouped = groupingOf(byDecimals(1));
  const written = (text: string, decimals: number): string =>
    isDecimalText(text) ? byDecimals(decimals).format(text) : text;
  const number: Format['number'] = (exact, decimals) => {
    if (grouped !== undefined && plainWhole.test(exact)) return grouped(exact, '');
    const [, units, part = ''] = (grouped && plainDecimal.exec(exact)) ?? [];
    if (grouped !== undefined && units !== undefined) {
      const rest = part.replace(trailingZeros, '');
      if (rest === '') return grouped(units, '');
      if (rest.length <= decimals) return grouped(units, rest.padEnd(decimals, '0'));
    }
    const value = readExact(exact);
    const shown = value.num % value.den === 0n ? 0 : decimals;
    return written(roundedText(value, shown), shown);
  };
  const percent: Format['percent'] = (part, whole, decimals) => {
    const share = whole.num === 0n ? rational(0n) : rational(part.num * whole.den, part.den * whole.num);
    const text = roundedText(share, decimals + 2);
    return isDecimalText(text) ? percents(decimals).format(text) : text;
  };
  return {
    count: (n) =>
      grouped !== undefined && Number.isSafeInteger(n) && n >= 0 ? grouped(String(n), '') : byDecimals(0).format(n),
    number,
    money: (exact, decimals, unit) => `${number(exact, decimals)}${noBreak}${unit}`,
    withUnit: (measure, unit) => `${measure},${unit.length <= 2 ? noBreak : ' '}${unit}`,
    percent,
    percentOf: (part, whole, decimals) => percent(rational(BigInt(part)), rational(BigInt(whole)), decimals),
    list: (items) => lists.format(items),
    listed: (items) => {
      let next = 0;
      return lists.formatToParts(items).map(({ type, value }) => {
        if (type === 'literal') return { text: value, place: undefined };
        next += 1;
        return { text: value, place: next - 1 };
      });
    },
    language: (named) => names.of(named) ?? named,
    bytes: (n) =>
      n < 999_500
        ? `${byDecimals(0).format(Math.max(1, Math.round(n / 1000)))}${noBreak}kB`
        : `${number(roundedText(rational(BigInt(n), 1_000_000n), 1), 1)}${noBreak}MB`,
    day: (instant) => days.format(new Date(instant)),
    moment: (instant, zone) => moments(zone).format(new Date(instant)),
  };
}

const plainWhole = /^(?:0|[1-9]\d*)$/u;
const plainDecimal = /^(0|[1-9]\d*)\.(\d+)$/u;
const trailingZeros = /0+$/u;

/**
 * Writes digits as a language does that groups them by three, many times faster than `Intl`; undefined for a language
 * that writes numbers otherwise.
 */
function groupingOf(oneDecimal: Intl.NumberFormat): ((units: string, decimals: string) => string) | undefined {
  const signs = (type: 'group' | 'decimal'): string =>
    oneDecimal.formatToParts(1234.5).find((part) => part.type === type)?.value ?? '';
  const [group, point] = [signs('group'), signs('decimal')];
  const grouped = (units: string, decimals: string): string => {
    const first = units.length % 3;
    let whole = units.slice(0, first);
    for (let at = first; at < units.length; at += 3) whole += (at === 0 ? '' : group) + units.slice(at, at + 3);
    return decimals === '' ? whole : whole + point + decimals;
  };
  return oneDecimal.format(1234567890.5) === grouped('1234567890', '5') ? grouped : undefined;
}

function memoized<K, T>(make: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
}
