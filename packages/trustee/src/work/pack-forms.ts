import { type Codec, codec, Misread } from '@convite/crypto';

const { count, either, literal, object, stringLike } = codec;

export const sha256Text = stringLike(/^[0-9a-f]{64}$/u, 'a SHA-256 of 64 hex digits');

/** What names a contest in paths. */
export const contestId = stringLike(/^[a-z0-9][a-z0-9-]{0,63}$/u, 'a text of small letters, digits and -');

/** One line that people wrote, in the one form of Unicode. */
export const lineText: Codec<string> = {
  read: (value) =>
    typeof value === 'string' &&
    value.length > 0 &&
    value.length <= 4000 &&
    value.isWellFormed() &&
    value.normalize('NFC') === value
      ? value
      : new Misread('', 'a text in NFC of 1 to 4,000 signs is expected here'),
  write: codec.string.write,
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
      if (!/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(language)) {
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
