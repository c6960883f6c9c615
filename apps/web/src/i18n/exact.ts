import { invariant, rational, type Rational } from '@convite/kernel';

const decimal = /^(-?)(\d+)(?:\.(\d+))?$/u;
const quotient = /^(-?\d+)\/(\d+)$/u;

/** Reads an exact number as reports write it: `12`, `12.50`, `-3/4`. @throws InvariantError for anything else */
export function readExact(text: string): Rational {
  const fraction = quotient.exec(text);
  if (fraction !== null) return rational(BigInt(fraction[1] ?? ''), BigInt(fraction[2] ?? ''));
  const plain = decimal.exec(text);
  invariant(plain !== null, 'an exact number is a decimal text or a fraction p/q');
  const [, sign = '', whole = '', decimals = ''] = plain;
  const size = BigInt(whole + decimals);
  return rational(sign === '' ? size : -size, 10n ** BigInt(decimals.length));
}

/** Writes a number as a decimal text with so many decimals, halves away from zero. */
export function roundedText({ num, den }: Rational, decimals: number): string {
  const scaled = (num < 0n ? -num : num) * 10n ** BigInt(decimals);
  const digits = String((2n * scaled + den) / (2n * den)).padStart(decimals + 1, '0');
  const sign = num < 0n && /[1-9]/u.test(digits) ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** Writes a number as a decimal text with so many decimals, cut towards zero: never more than it is. */
export function cutText({ num, den }: Rational, decimals: number): string {
  const scale = 10n ** BigInt(decimals);
  return roundedText({ num: (num * scale) / den, den: scale }, decimals);
}

/** For drawings only: a double near the number, to six decimals. */
export const nearly = (value: Rational): number => Number(roundedText(value, 6));

/** Whether `text` is a decimal text, so that `Intl.NumberFormat` takes it digit by digit. */
export const isDecimalText = (text: string): text is `${number}` => decimal.test(text);
