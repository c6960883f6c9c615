import { type Codec, codec, Misread } from '@convite/crypto';
import { mostLetters } from './name-in-file.ts';

const { count, either, literal, object, string, stringLike } = codec;

export const sha256Text = stringLike(/^[0-9a-f]{64}$/u, 'a SHA-256 of 64 hex digits');

/** What names a contest in paths. */
export const contestId = stringLike(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'a text of small letters, digits and -');

/** A text of which something holds. */
export const textWhere = (holds: (text: string) => boolean, what: string): Codec<string> => ({
  read(value) {
    const read = string.read(value);
    return typeof read !== 'string' || holds(read) ? read : new Misread('', `${what} is expected here`);
  },
  write: string.write,
});

/** What people wrote, in the one form of Unicode. */
export const lineText = textWhere(
  (text) => text.length > 0 && text.length <= 4000 && text.normalize('NFC') === text,
  'a text in NFC of 1 to 4,000 signs',
);

/** The name of a person, as that person wrote it. */
export const shortText = textWhere(
  ({ length }) => length > 0 && length <= mostLetters,
  `a text of 1 to ${mostLetters} signs`,
);

/** A day as ISO 8601 writes it. */
export const isoDate = textWhere((text) => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(text) ?? [];
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0);
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][Number(month) - 1] ?? 0;
  return year !== '' && Number(day) >= 1 && Number(day) <= days;
}, 'a day such as 2026-11-21');

/** How many people, or which of them: 1 to 10,000. */
export const positive: Codec<number> = {
  read(value) {
    const read = count.read(value);
    return typeof read !== 'number' || (read >= 1 && read <= 10_000)
      ? read
      : new Misread('', 'a number of 1 to 10,000 is expected here');
  },
  write: count.write,
};

export const storedFile = object({ bytes: count, sha256: sha256Text });

const nothing: Codec<null> = {
  read: (value) => (value === null ? null : new Misread('', 'null is expected here')),
  write: () => 'null',
};

/** The form, or null. */
export const orNull = <T>(form: Codec<T>): Codec<T | null> =>
  either(nothing, form, (value): value is null => value === null);

/** One of these texts. */
export const oneOf = <const T extends string>(...texts: readonly [T, ...T[]]): Codec<T> => ({
  read(value) {
    return texts.find((text) => text === value) ?? new Misread('', `one of ${texts.join(', ')} is expected here`);
  },
  write: (value) => JSON.stringify(value),
});

/** A text in each of some languages. */
export const textByLanguage: Codec<Readonly<Record<string, string>>> = {
  read(value) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return new Misread('', 'texts by language are expected here');
    }
    const made: Record<string, string> = {};
    for (const [language, text] of Object.entries(value)) {
      if (!/^(?=.{2,35}$)[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language)) {
        return new Misread('', 'codes of languages are expected here');
      }
      const read = lineText.read(text);
      if (read instanceof Misread) return read.within(`.${language}`);
      made[language] = read;
    }
    return Object.keys(made).length > 0 ? made : new Misread('', 'at least one text is expected here');
  },
  write: (value) => JSON.stringify(value),
};

/** The number of the form itself. */
export const version = literal(1);
