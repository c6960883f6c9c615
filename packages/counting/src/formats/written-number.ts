/** A decimal as a text writes it: `digits` · 10^−decimals. Trailing zeros count as decimals. */
export interface WrittenNumber {
  readonly digits: bigint;
  readonly decimals: number;
  readonly negative: boolean;
  readonly oddity: 'decimal_comma' | 'grouped_digits' | undefined;
}

const PLAIN = /^([+-]?)(\d+)(?:([.,])(\d*))?$/u;
const GROUPED = /^([+-]?)(\d{1,3}(?:[ \u00a0\u202f]\d{3})+)(?:([.,])(\d*))?$/u;

/**
 * Reads a number: digits, a dot or a comma before the decimals, spaces between groups of three. No exponent, no `.` or
 * `,` between groups: those could as well be decimals, so they are never guessed at.
 */
export function readWrittenNumber(text: string): WrittenNumber | undefined {
  if (text.length > 60) return undefined;
  const plain = PLAIN.exec(text);
  const match = plain ?? GROUPED.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '', mark, part = ''] = match;
  const digits = BigInt(whole.replaceAll(/\D/gu, '') + part);
  return {
    digits,
    decimals: part.length,
    negative: sign === '-' && digits > 0n,
    oddity: plain === null ? 'grouped_digits' : mark === ',' ? 'decimal_comma' : undefined,
  };
}

/** The number in minor units. Requires: it has at most `decimals` decimals. */
export const inMinorUnits = (number: WrittenNumber, decimals: number): bigint =>
  number.digits * 10n ** BigInt(decimals - number.decimals);

/** Reads a whole number, not negative and below 2^53; decimals must all be zero. */
export function readWhole(text: string): number | undefined {
  if (/^\d{1,15}$/u.test(text)) return Number(text);
  const number = readWrittenNumber(text);
  if (number === undefined || number.negative) return undefined;
  const unit = 10n ** BigInt(number.decimals);
  const whole = Number(number.digits / unit);
  return number.digits % unit === 0n && Number.isSafeInteger(whole) ? whole : undefined;
}
