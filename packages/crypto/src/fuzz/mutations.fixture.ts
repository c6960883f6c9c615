import type { Dice } from './dice.fixture.ts';
import { type JsonPlace, placesIn } from './json-places.fixture.ts';

/** Makes another input of a sound one. */
export type Mutate = (dice: Dice) => string;

const put = (text: string, from: number, to: number, by: string): string => text.slice(0, from) + by + text.slice(to);

/** What programs stumble over; the last ones are long, and are drawn seldom. */
const short = [
  ...['null', 'true', 'false', '0', '-0', '-1', '1', '1.5', '1e3', '1E400', '-1e-400', '01', '+1', '0x1', 'NaN'],
  ...['1073741823', '1073741824', '9007199254740991', '9007199254740992', '18446744073709551616'],
  ...['""', '"0"', '"00"', '"-1"', '"1e3"', '" 1"', '"1073741823"', '"1073741824"', '"é"', '"١"', '"ｆ"'],
  ...[String.raw`"\u0000"`, '"\u0000"', '"\u007f"', String.raw`"\u007f"`, String.raw`"\ud800"`, '"\ud800"', '"\ufeff"'],
  ...['[]', '{}', '[[]]', '[{}]', '[null]', '{"":0}', '{"__proto__":[]}', '{"constructor":1,"toString":2}', ''],
  `"${'f'.repeat(64)}"`,
  `"${'0'.repeat(64)}"`,
  `"${'A'.repeat(43)}"`,
];
const NUL = '\u0000';
const depth = 20_000;
const long = [
  '['.repeat(depth) + ']'.repeat(depth),
  '{"a":'.repeat(depth) + '1' + '}'.repeat(depth),
  '['.repeat(depth),
  '9'.repeat(30_000),
  `"${'9'.repeat(30_000)}"`,
  `"${'a'.repeat(30_000)}"`,
  `"${String.raw`\"`.repeat(15_000)}"`,
  `[${'0,'.repeat(10_000)}0]`,
];

/** Things done to one value of a JSON text; `other` is another value of it. */
const jsonMutations: readonly ((text: string, at: JsonPlace, other: JsonPlace, dice: Dice) => string)[] = [
  (text, at, _, dice) => put(text, at.start, at.end, dice.pick(short)),
  (text, at, other) => put(text, at.start, at.end, text.slice(other.start, other.end)),
  // Left out, with the comma that parted it.
  (text, { from, end }) =>
    text[end] === ',' ? put(text, from, end + 1, '') : put(text, text[from - 1] === ',' ? from - 1 : from, end, ''),
  // Twice.
  (text, { from, end }) => put(text, end, end, `,${text.slice(from, end)}`),
  // Under its name once more, with another value.
  (text, { from, start, end }, other) =>
    put(text, end, end, `,${text.slice(from, start)}${text.slice(other.start, other.end)}`),
  // The one in the other's place, and the reverse.
  (text, a, b) => {
    const [first, last] = a.from <= b.from ? [a, b] : [b, a];
    if (last.from < first.end) return put(text, first.from, first.end, text.slice(last.from, last.end));
    const exchanged = text.slice(last.from, last.end) + text.slice(first.end, last.from);
    return put(text, first.from, last.end, exchanged + text.slice(first.from, first.end));
  },
  (text, { from }, __, dice) => put(text, from, from, dice.pick(['"x":1,', '0,', '"__proto__":1,', ',', ' ', '\n'])),
  (text, { start, end }) => put(text, start, end, `[${text.slice(start, end)}]`),
  (text, { start, end }) => put(text, start, end, `{"a":${text.slice(start, end)}}`),
  (text, { start, end }) => put(text, start, end, JSON.stringify(text.slice(start, end))),
  // A text without its quotes.
  (text, { start, end }) => put(text, start, end, text.slice(start, end).replaceAll('"', '')),
  (text, { from }) => put(text, from + 1, from + 1, NUL),
  (text, { start, end }, _, dice) => {
    const at = start + dice.below(end - start);
    return put(text, at, at + 1, `\\u00${(text.charCodeAt(at) & 255).toString(16).padStart(2, '0')}`);
  },
];

const each = (text: string): readonly string[] => text.split('');
const [digits, hexLetters, letters] = [each('0123456789'), each('abcdef'), each('ABCDEFghijklmnopqrstuvwxyz')];
const signs = [
  ...each('0123456789abcdefABCDEFzZ+-/,.:;_ "\\\'{}[]|=\n\t\r\u0000\u007f'),
  ...['é', 'ñ', '\ud800', '\udc00', '\ufeff', '\u2028', '\u0301', '١', '−', '\u00a0', '0', '1', 'a', 'f'],
];
const bytes = Array.from({ length: 256 }, (_, byte) => String.fromCharCode(byte));
const ofKind = (sign: string): readonly string[] =>
  /[0-9]/.test(sign) ? digits : /[a-f]/.test(sign) ? hexLetters : letters;

/** Things done to the signs of a text, whatever it is. */
const signMutations: readonly ((text: string, at: number, dice: Dice, signs: readonly string[]) => string)[] = [
  (text, at, dice) => put(text, at, at + 1, dice.pick(ofKind(text.charAt(at)))),
  (text, at, dice) => put(text, at, at + 1, dice.pick(ofKind(text.charAt(at)))),
  (text, at, dice, from) => put(text, at, at + 1, dice.pick(from)),
  (text, at, dice, from) => put(text, at, at, dice.pick(from)),
  (text, at) => put(text, at, at + 1, ''),
  (text, at, dice) => put(text, at, at + 1 + dice.below(64), ''),
  (text, at, dice) => put(text, at, at, text.slice(at, at + 1 + dice.below(64))),
  (text, at, dice) => put(text, at, at + 1, String.fromCharCode(text.charCodeAt(at) ^ (1 << dice.below(7)))),
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(at) + text.slice(0, at),
  (text, at, dice) => {
    const to = dice.below(text.length + 1);
    return put(text, to, to, text.slice(at, at + 1 + dice.below(64)));
  },
];

function changeSigns(text: string, dice: Dice, from: readonly string[]): string {
  return dice.pick(signMutations)(text, dice.below(text.length + 1), dice, from);
}

/** Mutations of JSON texts: of their values, of their signs, or of both; now and then of nothing. */
export function jsonMutator(samples: readonly string[]): Mutate {
  const known = samples.map((text) => ({ text, places: placesIn(text) }));
  return (dice) => {
    const { text, places } = dice.pick(known);
    const way = dice.below(1000);
    if (way >= 980) return text;
    if (way === 0) {
      const { start, end } = dice.pick(places);
      return put(text, start, end, dice.pick(long));
    }
    if (way < 350) return changeSigns(text, dice, signs);
    const changed = dice.pick(jsonMutations)(text, dice.pick(places), dice.pick(places), dice);
    return way < 900 ? changed : changeSigns(changed, dice, signs);
  };
}

/** Mutations of texts that are not JSON; of bytes, if each sign stands for one; now and then of nothing. */
export const textMutator =
  (samples: readonly string[], kind: 'signs' | 'bytes' = 'signs'): Mutate =>
  (dice) => {
    let text = dice.pick(samples);
    for (let left = [0, 1, 1, 1, 2, 3][dice.below(6)] ?? 0; left > 0; left--)
      text = changeSigns(text, dice, kind === 'bytes' ? bytes : signs);
    return text;
  };
