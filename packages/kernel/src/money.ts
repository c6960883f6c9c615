/**
 * Money is a whole number of minor units (`bigint`) of one currency; `decimals` says how many minor units make one
 * unit of the currency: 10^decimals. Never a floating point number.
 */

/** Writes minor units as a decimal text without grouping: writeMoney(123450n, 2) is `1234.50`. */
export function writeMoney(minorUnits: bigint, decimals: number): string {
  const sign = minorUnits < 0n ? '-' : '';
  const digits = String(minorUnits < 0n ? -minorUnits : minorUnits).padStart(decimals + 1, '0');
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
