import { err, ok, type Result } from '@convite/kernel';

/** Where a form departs from what it must be, and what was expected there. */
export interface FormFault {
  /** Path from the whole, such as `contests[3].uuid`; empty for the whole itself. */
  readonly place: string;
  readonly expected: 'object' | 'list' | 'text' | 'whole_number' | 'known_field' | 'field' | 'agreement';
}

/** Reads one part of a form that came from outside. */
export type FormReader<T> = (value: unknown, place: string) => Result<T, FormFault>;

type Fields = Readonly<Record<string, FormReader<unknown>>>;
type Read<F extends Fields> = { readonly [Name in keyof F]: F[Name] extends FormReader<infer T> ? T : never };

/** An object with exactly these fields. */
export const object =
  <const F extends Fields>(fields: F): FormReader<Read<F>> =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return err({ place, expected: 'object' });
    const given = new Map<string, unknown>(Object.entries(value));
    const read: Record<string, unknown> = {};
    for (const [name, reader] of Object.entries(fields)) {
      if (!given.has(name)) return err({ place: inside(place, name), expected: 'field' });
      const field = reader(given.get(name), inside(place, name));
      if (!field.ok) return field;
      read[name] = field.value;
      given.delete(name);
    }
    for (const name of given.keys()) return err({ place: inside(place, name), expected: 'known_field' });
    // Built field by field above from the same description that the type is computed from.
    return ok(read as Read<F>);
  };

/** A list of so many entries. */
export const list =
  <T>(reader: FormReader<T>, least: number, most: number): FormReader<readonly T[]> =>
  (value, place) => {
    if (!Array.isArray(value) || value.length < least || value.length > most) return err({ place, expected: 'list' });
    const read: T[] = [];
    for (const [i, entry] of value.entries()) {
      const one = reader(entry, `${place}[${i}]`);
      if (!one.ok) return one;
      read.push(one.value);
    }
    return ok(read);
  };

/** A well-formed text in Unicode NFC that this pattern fits. */
export const text =
  (pattern: RegExp): FormReader<string> =>
  (value, place) =>
    typeof value === 'string' && value.isWellFormed() && value.normalize('NFC') === value && pattern.test(value)
      ? ok(value)
      : err({ place, expected: 'text' });

/** One of these texts. */
export const oneOf =
  <const T extends string>(texts: readonly T[]): FormReader<T> =>
  (value, place) => {
    const found = texts.find((one) => one === value);
    return found === undefined ? err({ place, expected: 'text' }) : ok(found);
  };

export const wholeNumber =
  (least: number, most: number): FormReader<number> =>
  (value, place) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? ok(value)
      : err({ place, expected: 'whole_number' });

/** Texts by the tags of their languages; at least one. */
export const languageTexts =
  (pattern: RegExp): FormReader<Readonly<Record<string, string>>> =>
  (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return err({ place, expected: 'object' });
    const entries = Object.entries(value);
    if (entries.length === 0) return err({ place, expected: 'field' });
    const read: Record<string, string> = {};
    for (const [language, given] of entries) {
      if (!languageTag.test(language)) return err({ place: inside(place, language), expected: 'known_field' });
      const one = text(pattern)(given, inside(place, language));
      if (!one.ok) return one;
      read[language] = one.value;
    }
    return ok(read);
  };

export const languageTag = /^(?=.{2,35}$)[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u;

const inside = (place: string, name: string): string => (place === '' ? name : `${place}.${name}`);
