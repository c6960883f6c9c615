import type { Language } from '../arguments/choices.ts';

/** Writes numbers as a person of one language reads them, from exact texts, without a floating point number. */
export interface Figures {
  readonly count: (value: number) => string;
  /** An exact decimal text, every digit kept: `1234.5` is `1,234.5` in English. */
  readonly decimal: (text: string) => string;
  /** An exact fraction text (`p/q` or whole), cut off after so many decimals: never above what it stands for. */
  readonly fraction: (text: string, decimals: number) => string;
  /** A part of a whole in per cent, cut off after one decimal. Requires: whole > 0. */
  readonly percent: (part: number, whole: number) => string;
}

export function figuresOf(language: Language): Figures {
  const format = new Intl.NumberFormat(language, { useGrouping: 'always', maximumFractionDigits: 0 });
  const point = language === 'es' ? ',' : '.';
  const decimal = (text: string): string => {
    const [whole = '', digits] = text.split('.');
    const sign = whole.startsWith('-') ? '−' : '';
    const grouped = format.format(BigInt(whole.replace('-', '')));
    return sign + (digits === undefined ? grouped : grouped + point + digits);
  };
  return {
    count: (value) => format.format(value),
    decimal,
    fraction: (text, decimals) => {
      const [num = '0', den = '1'] = text.split('/');
      return decimal(cutOff(BigInt(num), BigInt(den), decimals));
    },
    percent: (part, whole) =>
      `${decimal(cutOff(BigInt(part) * 100n, BigInt(whole), 1))}${language === 'es' ? '\u00a0%' : '%'}`,
  };
}

/** num/den as a decimal text, rounded toward zero. */
function cutOff(num: bigint, den: bigint, decimals: number): string {
  const scaled = (num * 10n ** BigInt(decimals)) / den;
  const digits = String(scaled < 0n ? -scaled : scaled).padStart(decimals + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
