import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The marks that a form without script carries from page to page, in a hidden field: `7.12.hmac`, signed for one contest,
 * so that a page which others wrote cannot come with marks of theirs.
 */
export function writeMarks(key: Uint8Array, contest: string, marked: Iterable<number>): string {
  const numbers = [...marked].toSorted((a, b) => a - b).join('.');
  return `${numbers}~${signature(key, contest, numbers)}`;
}

/** Reads what `writeMarks` wrote; undefined for anything else. */
export function readMarks(key: Uint8Array, contest: string, carried: string): ReadonlySet<number> | undefined {
  const [, numbers = '', signed = ''] = /^([\d.]{0,8000})~([\w-]{43})$/u.exec(carried) ?? [];
  const expected = signature(key, contest, numbers);
  if (signed.length !== expected.length) return undefined;
  if (!timingSafeEqual(Buffer.from(signed), Buffer.from(expected))) return undefined;
  return new Set(numbers === '' ? [] : numbers.split('.').map(Number));
}

const signature = (key: Uint8Array, contest: string, numbers: string): string =>
  createHmac('sha256', key).update(`convite/booth-marks/1 ${contest} ${numbers}`).digest('base64url');
