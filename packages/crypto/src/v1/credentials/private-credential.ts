import { branded, type Brand, err, ok, type Result } from '@convite/kernel';
import type { Randomness } from '../../primitives/randomness.ts';
import { base58Signs, randomBase58 } from './base58-text.ts';

/**
 * The two forms of a private credential: with a check sign (14 random signs and one, about 82 bits; versions up to 2.2),
 * and long (22 random signs, about 129 bits; versions from 2.4 on).
 */
export type CredentialForm = 'checked' | 'long';

/** How many signs the groups of each form have; they are written with dashes between them. */
const groups = { checked: [3, 3, 3, 3, 3], long: [5, 6, 5, 6] } as const satisfies Record<
  CredentialForm,
  readonly number[]
>;

/** A private credential in its canonical text. A secret: it is never logged and never part of an error. */
export type PrivateCredential = Brand<{ readonly form: CredentialForm; readonly text: string }, 'PrivateCredential'>;

/** Why a typed text is no private credential; positions count the signs from 1, without dashes and spaces. */
export type CredentialRefusal =
  /** A sign that no credential has because it is easily mistaken for another. */
  | { readonly type: 'mistakable_sign'; readonly sign: '0' | 'O' | 'I' | 'l'; readonly position: number }
  /** Any other sign that no credential has. */
  | { readonly type: 'foreign_sign'; readonly position: number }
  /** Too few or too many signs; `group` is the first group of another length, where groups were typed. */
  | { readonly type: 'wrong_length'; readonly found: number; readonly expected: 15 | 22; readonly group?: number }
  /** The last sign does not fit the others: something was mistyped. */
  | { readonly type: 'wrong_check_sign' };

const separators = /[\s\u2010-\u2015\u2212-]+/u;

function credential(form: CredentialForm, signs: string): PrivateCredential {
  let at = 0;
  const parts = groups[form].map((length) => signs.slice(at, (at += length)));
  return branded<{ form: CredentialForm; text: string }, 'PrivateCredential'>({ form, text: parts.join('-') });
}

/**
 * The check sign of the 14 signs before it.
 *
 * Source: Belenios specification 2.0, "Credentials".
 * Symbols: v the signs as a number in base 58; the sign is that of value 53 - (v mod 53).
 */
function checkSign(signs: string): string {
  const v = Array.from(signs).reduce((rest, sign) => (rest * 58 + base58Signs.indexOf(sign)) % 53, 0);
  return base58Signs.charAt(53 - v);
}

/** A new private credential. Hazards: whoever knows it can vote. */
export function newPrivateCredential(form: CredentialForm, random: Randomness): PrivateCredential {
  const signs = randomBase58(form === 'checked' ? 14 : 22, random);
  return credential(form, form === 'checked' ? signs + checkSign(signs) : signs);
}

/**
 * Reads a private credential as a person typed it; groups may be parted by dashes of any kind, by spaces or not at all.
 *
 * Both forms are told apart by their length. Whether the credential is one of an election is another question.
 */
export function readPrivateCredential(typed: string): Result<PrivateCredential, CredentialRefusal> {
  const parts = typed.split(separators).filter((part) => part !== '');
  const signs = Array.from(parts.join(''));
  for (const [i, sign] of signs.entries()) {
    if (sign === '0' || sign === 'O' || sign === 'I' || sign === 'l') {
      return err({ type: 'mistakable_sign', sign, position: i + 1 });
    }
    if (!base58Signs.includes(sign)) return err({ type: 'foreign_sign', position: i + 1 });
  }
  if (signs.length !== 15 && signs.length !== 22) return err(wrongLength(parts, signs.length));
  const text = signs.join('');
  if (signs.length === 15 && checkSign(text.slice(0, 14)) !== text.slice(14)) return err({ type: 'wrong_check_sign' });
  return ok(credential(signs.length === 15 ? 'checked' : 'long', text));
}

/** Names the form that was probably meant, and in it the first group of another length. */
function wrongLength(parts: readonly string[], found: number): CredentialRefusal {
  const [first = ''] = parts;
  const looksLong = parts.length > 1 ? first.length > 3 : found > 15;
  const form = looksLong ? 'long' : 'checked';
  const expected = form === 'checked' ? 15 : 22;
  if (parts.length < 2) return { type: 'wrong_length', found, expected };
  const group = groups[form].findIndex((length, i) => (parts[i] ?? '').length !== length);
  return { type: 'wrong_length', found, expected, group: group < 0 ? groups[form].length + 1 : group + 1 };
}
