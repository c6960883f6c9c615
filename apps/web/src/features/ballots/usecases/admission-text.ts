import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Keys = { readonly admissionKey: Uint8Array };

const form = /^([\w-]{24})\.([\w-]{43})$/u;

/**
 * A one-time admission to a contest: a random number and a keyed hash of it. It is stored nowhere when it is given out, so
 * that nothing tells to whom; when it is cast, its own hash is.
 */
export function makeAdmission({ admissionKey }: Keys, contest: string, random: Uint8Array): string {
  const number = Buffer.from(random).toString('base64url');
  return `${number}.${markOf(admissionKey, contest, number)}`;
}

/** The hash by which an admission is burnt; undefined for what is none of this contest. */
export function readAdmission({ admissionKey }: Keys, contest: string, text: string): string | undefined {
  const [, number, mark] = form.exec(text) ?? [];
  if (number === undefined || mark === undefined) return undefined;
  const expected = Buffer.from(markOf(admissionKey, contest, number));
  if (!timingSafeEqual(expected, Buffer.from(mark))) return undefined;
  return createHash('sha256').update(`convite/admission/1 ${contest} ${number}`).digest('hex');
}

const markOf = (key: Uint8Array, contest: string, number: string): string =>
  createHmac('sha256', key).update(`${contest} ${number}`).digest('base64url');
