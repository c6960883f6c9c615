import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

type Keys = { readonly admissionKey: Uint8Array };

const form = /^([\w-]{24})\.([\w-]{43})$/u;

/** 144 random bits in base64url: what an admission is made of. */
export const admissionNumber: RegExp = /^[\w-]{24}$/u;

/**
 * An admission to a contest: a random number and a keyed hash of it. It is stored nowhere when it is given out, so that
 * nothing tells to whom; when it is cast, its own hash is, beside the credential that it belongs to from then on.
 */
export const makeAdmission = ({ admissionKey }: Keys, contest: string, number: string): string =>
  `${number}.${markOf(admissionKey, contest, number)}`;

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
