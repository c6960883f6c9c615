import { compareCodePoints, rational, reduced } from '@convite/kernel';
import { optionText, readCell } from '@convite/domain';

/** How people type the amounts of a rule, and how they are shown to them. Whatever is read is shown so that it reads the same. */

const fraction = /^(\d{1,9})\/([1-9]\d{0,8})$/u;
const percent = /^(\d{1,3})(?:[.,](\d{1,4}))?\s*%?$/u;

/** A share as rule sets write it, of a percentage or a fraction, in lowest terms; undefined when it is neither. Nothing typed is nothing. */
export function readShare(typed: string): string | undefined {
  if (typed === '') return '0/1';
  const [, part, whole] = fraction.exec(typed) ?? [];
  if (part !== undefined && whole !== undefined) return shareOf(BigInt(part), BigInt(whole));
  const [, units, decimals = ''] = percent.exec(typed) ?? [];
  return units === undefined ? undefined : shareOf(BigInt(units + decimals), 100n * 10n ** BigInt(decimals.length));
}

function shareOf(part: bigint, whole: bigint): string {
  const { num, den } = reduced(rational(part, whole));
  return `${num}/${den}`;
}

/** A share in percent where that takes four decimals at most, else as the fraction that it is; empty for none. */
export function shareText(share: string): string {
  const [part = '', whole = ''] = share.split('/');
  const [scaled, den] = [BigInt(part) * 1_000_000n, BigInt(whole)];
  if (scaled === 0n) return '';
  if (scaled % den !== 0n || scaled / den > 9_999_999n) return share;
  const digits = String(scaled / den).padStart(5, '0');
  const decimals = digits.slice(-4).replace(/0+$/u, '');
  return decimals === '' ? digits.slice(0, -4) : `${digits.slice(0, -4)}.${decimals}`;
}

/** Money as rule sets write it, in units of the currency and as short as it can be; undefined when it is none. */
export function readMoney(typed: string): string | undefined {
  const [, units, decimals = ''] = /^(\d{1,18})(?:[.,](\d{1,6}))?$/u.exec(typed) ?? [];
  if (units === undefined) return undefined;
  const part = decimals.replace(/0+$/u, '');
  return part === '' ? String(BigInt(units)) : `${BigInt(units)}.${part}`;
}

/** Limits, one on each line: a theme or a place, a semicolon, and the most that there is for it. Undefined where a line is none. */
export function readLimits(typed: string, column: 'theme' | 'place'): Readonly<Record<string, string>> | undefined {
  const lines = typed.split(/\r?\n/u).filter((line) => line.trim() !== '');
  const limits = new Map<string, string>();
  for (const line of lines) {
    const end = line.lastIndexOf(';');
    const name = readCell(line.slice(0, Math.max(end, 0)), column, optionText[column]);
    const most = readMoney(line.slice(end + 1).trim());
    // Nothing may be called like the member by which a language keeps its prototypes: readers pass over it.
    const isNamed = name.ok && name.value !== '' && name.value !== '__proto__' && !limits.has(name.value);
    if (!isNamed || most === undefined) return undefined;
    limits.set(name.value, most);
  }
  return Object.fromEntries(limits);
}

export const limitsText = (limits: Readonly<Record<string, string>>): string =>
  Object.entries(limits)
    .toSorted(([a], [b]) => compareCodePoints(a, b))
    .map(([name, most]) => `${name}; ${most}`)
    .join('\n');
