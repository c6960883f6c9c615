import { entryOf } from '../../primitives/entry-of.ts';

/** Why a JSON value is not what the format asks for, and where in it. */
export class Misread {
  readonly place: string;
  readonly message: string;
  constructor(place: string, message: string) {
    this.place = place;
    this.message = message;
  }
  /** The message as a sentence of its own. */
  get sentence(): string {
    return `${this.message.charAt(0).toUpperCase()}${this.message.slice(1)}.`;
  }
  within(step: string): Misread {
    return new Misread(step + this.place, this.message);
  }
}

/**
 * One description of a JSON form that both reads and writes it.
 *
 * `read` takes a parsed JSON value, refuses missing and unknown fields, and never throws; `write` gives the one compact
 * text of the format, fields in the order of the description. So `write(read(JSON.parse(text))) === text` says that a
 * text is canonical.
 */
export interface Codec<T> {
  readonly read: (value: unknown) => T | Misread;
  readonly write: (value: T) => string;
}

/** What a codec is for. */
export type Coded<C> = C extends Codec<infer T> ? T : never;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Strings as the format writes them: UTF-8 as it is, escapes only where JSON demands them, and for U+007F.
 *
 * Source: observed on belenios-tool 2.0; `JSON.stringify` differs in U+007F alone.
 */
export const string: Codec<string> = {
  read: (value) =>
    typeof value === 'string' && value.isWellFormed() ? value : new Misread('', 'a text is expected here'),
  write: (value) => JSON.stringify(value).replaceAll('\u007f', '\\u007f'),
};

/** A text that only one form can have. */
export const stringLike = (form: RegExp, what: string): Codec<string> => ({
  read: (value) =>
    typeof value === 'string' && form.test(value) ? value : new Misread('', `${what} is expected here`),
  write: string.write,
});

/** A whole number ≥ 0, written as a JSON number. */
export const count: Codec<number> = {
  read: (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && !Object.is(value, -0)
      ? value
      : new Misread('', 'a whole number is expected here'),
  write: String,
};

export const boolean: Codec<boolean> = {
  read: (value) => (typeof value === 'boolean' ? value : new Misread('', 'true or false is expected here')),
  write: String,
};

/** How deep lists and objects may stand in each other; a bound of ours, far above any need. */
const mostNested = 100;

/** Whether a parsed value comes back from its own text: not too deep, and without a number that no text gives back. */
function comesBack(value: unknown, nested: number): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
  if (typeof value !== 'object' || value === null) return true;
  return nested < mostNested && Object.values(value).every((item) => comesBack(item, nested + 1));
}

/** Any JSON value, for what the format leaves to others; written compactly, members in the order read. */
export const anyJson: Codec<unknown> = {
  read: (value) =>
    comesBack(value, 0)
      ? value
      : new Misread('', 'less nesting, and only numbers that can be written, are expected here'),
  write: (value) => JSON.stringify(value).replaceAll('\u007f', '\\u007f'),
};

/** Exactly this value. */
export const literal = <const T extends string | number | boolean>(expected: T): Codec<T> => ({
  read: (value) => (value === expected ? expected : new Misread('', `${JSON.stringify(expected)} is expected here`)),
  write: (value) => JSON.stringify(value),
});

export function array<T>(item: Codec<T>): Codec<readonly T[]> {
  return {
    read(value) {
      if (!Array.isArray(value)) return new Misread('', 'a list is expected here');
      const items: T[] = [];
      for (const [i, one] of value.entries()) {
        const read = item.read(one);
        if (read instanceof Misread) return read.within(`[${i}]`);
        items.push(read);
      }
      return items;
    },
    write: (values) => `[${values.map(item.write).join(',')}]`,
  };
}

/** One form or the other: the first whose reading succeeds; the refusal is that of the last. */
export function either<A, B>(first: Codec<A>, second: Codec<B>, isFirst: (value: A | B) => value is A): Codec<A | B> {
  return {
    read(value) {
      const read = first.read(value);
      return read instanceof Misread ? second.read(value) : read;
    },
    write: (value) => (isFirst(value) ? first.write(value) : second.write(value)),
  };
}

/** Any codec: what a description of fields is made of. */
interface AnyCodec {
  readonly read: (value: unknown) => unknown;
  readonly write: (value: never) => string;
}

/** A list of exactly these forms, one after the other. */
export function tuple<const C extends readonly AnyCodec[]>(
  ...codecs: C
): Codec<{ readonly [K in keyof C]: Coded<C[K]> }> {
  return {
    read(value) {
      if (!Array.isArray(value) || value.length !== codecs.length) {
        return new Misread('', `a list of ${codecs.length} is expected here`);
      }
      const made: unknown[] = [];
      for (const [i, codec] of codecs.entries()) {
        const read = codec.read(value[i]);
        if (read instanceof Misread) return read.within(`[${i}]`);
        made.push(read);
      }
      // Built one by one above from the same list that the type is computed from.
      return made as { readonly [K in keyof C]: Coded<C[K]> };
    },
    write: (value) => `[${codecs.map((codec, i) => codec.write(value[i] as never)).join(',')}]`,
  };
}

/** A field that may be absent. */
export interface Optional<C extends AnyCodec> {
  readonly optional: C;
}

export const optional = <C extends AnyCodec>(codec: C): Optional<C> => ({ optional: codec });

type Fields = Readonly<Record<string, AnyCodec | Optional<AnyCodec>>>;
type RequiredName<F> = { [K in keyof F]: F[K] extends Optional<AnyCodec> ? never : K }[keyof F];
type OptionalName<F> = Exclude<keyof F, RequiredName<F>>;
export type ObjectOf<F> = { readonly [K in RequiredName<F>]: Coded<F[K]> } & {
  readonly [K in OptionalName<F>]?: F[K] extends Optional<infer C> ? Coded<C> : never;
};

/** An object with exactly these fields, written in this order. */
export function object<const F extends Fields>(fields: F): Codec<ObjectOf<F>> {
  const parts = Object.entries(fields).map(([name, field]) => ({
    name,
    key: `${JSON.stringify(name)}:`,
    codec: 'optional' in field ? field.optional : field,
    isOptional: 'optional' in field,
  }));
  return {
    read(value) {
      if (!isObject(value)) return new Misread('', 'an object is expected here');
      const made: Record<string, unknown> = {};
      let known = 0;
      for (const { name, codec, isOptional } of parts) {
        if (!Object.hasOwn(value, name)) {
          if (isOptional) continue;
          return new Misread('', `the field "${name}" is missing`);
        }
        const read = codec.read(value[name]);
        if (read instanceof Misread) return read.within(`.${name}`);
        made[name] = read;
        known += 1;
      }
      if (Object.keys(value).length !== known) return new Misread('', unknownField(value, made));
      // Built field by field above from the same description that the type is computed from.
      return made as ObjectOf<F>;
    },
    write(value) {
      const given = value as Readonly<Record<string, never>>;
      const texts = parts
        .filter(({ name }) => given[name] !== undefined)
        .map(({ name, key, codec }) => key + codec.write(given[name] as never));
      return `{${texts.join(',')}}`;
    },
  };
}

function unknownField(value: object, known: object): string {
  const unknown = Object.keys(value).filter((key) => !Object.hasOwn(known, key));
  return `the field ${JSON.stringify(entryOf(unknown, 0))} does not belong here`;
}

/** Parses a text and reads it. A text that is no JSON is a refusal too. */
export function readText<T>(codec: Codec<T>, text: string): T | Misread {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // `JSON.parse` throws for one reason alone: the text is no JSON.
    return new Misread('', 'this is no JSON text');
  }
  return codec.read(value);
}

/**
 * Reads a text of any layout in which no name stands twice in an object: JSON leaves open which of the two counts, so
 * two programs could read two elections in one text.
 */
export function readAnyLayout<T>(codec: Codec<T>, text: string): T | Misread {
  const read = readText(codec, text);
  if (read instanceof Misread) return read;
  // Every name and every text of the value stands once in the JSON, and nothing else there has quotes.
  return countQuoted(text) === countTexts(JSON.parse(text))
    ? read
    : new Misread('', 'a name stands twice in an object');
}

/** How many texts are quoted in a JSON text. A pattern would need stack for each sign of a text, and some are very long. */
function countQuoted(json: string): number {
  let quotes = 0;
  for (let at = 0; at < json.length; at++) {
    const sign = json.charCodeAt(at);
    if (sign === backslash) at += 1;
    else if (sign === quote) quotes += 1;
  }
  return quotes / 2;
}
const [quote, backslash] = [0x22, 0x5c];

/** How many texts a JSON value holds, names included. */
function countTexts(value: unknown): number {
  if (typeof value === 'string') return 1;
  if (Array.isArray(value)) return value.reduce((sum: number, item) => sum + countTexts(item), 0);
  if (!isObject(value)) return 0;
  return Object.values(value).reduce((sum: number, item) => sum + 1 + countTexts(item), 0);
}

/** Reads a text that must be in the one form in which the format writes it. */
export function readCanonical<T>(codec: Codec<T>, text: string): T | Misread {
  const read = readText(codec, text);
  if (read instanceof Misread) return read;
  return codec.write(read) === text ? read : new Misread('', 'the text is not in its canonical form');
}
