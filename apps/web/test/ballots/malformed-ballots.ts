import { createHash } from 'node:crypto';

/** Numbers from a seed: the same cases on every run. */
function seededNumbers(seed: string): (below: number) => number {
  let [counter, pool]: [number, Buffer] = [0, Buffer.alloc(0)];
  return (below) => {
    if (pool.length < 4) {
      pool = createHash('sha256').update(`${seed} ${counter}`).digest();
      counter += 1;
    }
    const number = pool.readUInt32LE(0);
    pool = pool.subarray(4);
    return number % below;
  };
}

const order = 2n ** 252n + 27742317777372353535851937790883648493n;
const prime = 2n ** 255n - 19n;
const hex = (value: bigint): string => value.toString(16).padStart(64, '0');

/** What stands where a value is expected: wrong types, numbers out of range, points of small order, odd encodings. */
const hostile: readonly unknown[] = [
  ...[null, true, 0, -1, 1e300, 0.5, '', ' ', '0', '-1', '00', '+1', '1e9', '0x10', 'NaN', '\u0000', '\ud800', '𝟙'],
  ...[[], {}, [[]], { length: 1 }, ['0'], { challenge: '0' }, 'a'.repeat(2000)],
  ...[order, order - 1n, order + 1n, prime, prime - 1n, 2n ** 256n, 10n ** 700n].map(String),
  ...[0n, 1n, prime, prime + 1n, prime - 1n, 2n ** 255n, 2n ** 255n + 1n, 2n ** 256n - 1n].map(hex),
  // Points of order 8 and 4, and one off the curve.
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '0000000000000000000000000000000000000000000000000000000000000002',
  '__proto__',
];

type Mutation = (text: string, other: string, below: (bound: number) => number) => string;

const textMutations: readonly Mutation[] = [
  (text, _, below) => replaced(text, below(text.length), 1, String.fromCharCode(32 + below(95))),
  (text, _, below) => replaced(text, below(text.length), 1 + below(40), ''),
  (text, _, below) => text.slice(0, below(text.length)),
  (text, _, below) => replaced(text, below(text.length), 0, text.slice(below(text.length)).slice(0, 1 + below(60))),
  (text, other, below) => {
    const at = below(Math.min(text.length, other.length));
    return text.slice(0, at) + other.slice(at);
  },
  (text) => ` ${text}`,
  (text) => text.replace('{"election_uuid"', '{"x":1,"election_uuid"'),
  (text) => text.replace('"answers":[', '"answers":[[],'),
  (text) => text.replaceAll('"', "'"),
  (text) => text.replace(/"credential":"[^"]*",/u, (field) => field + field),
  (text, _, below) => text.replace(/\d{20,}/u, (digits) => `${'0'.repeat(1 + below(5))}${digits}`),
  (_, __, below) => '['.repeat(below(65)) + ']'.repeat(below(65)),
  (text, _, below) => `${text}${text.slice(0, below(50))}x`,
];

const replaced = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** Replaces one value somewhere in a ballot, takes a member out, or puts another ballot's in its place. */
function valueMutation(text: string, other: string, below: (bound: number) => number): string {
  const ballot: unknown = JSON.parse(text);
  const paths = pathsOf(ballot);
  const path = paths[below(paths.length)] ?? [];
  const foreign = at(JSON.parse(other), path);
  const kind = below(4);
  const changed = kind === 0 && foreign !== undefined ? foreign : kind === 1 ? removed : hostile[below(hostile.length)];
  return JSON.stringify(withValue(ballot, path, changed));
}

const removed = Symbol('removed');

function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner, [...path, name]))];
}

function at(value: unknown, path: readonly string[]): unknown {
  let found: unknown = value;
  for (const name of path) {
    if (typeof found !== 'object' || found === null) return undefined;
    found = Object.entries(found).find(([own]) => own === name)?.[1];
  }
  return found;
}

function withValue(value: unknown, [name, ...rest]: readonly string[], by: unknown): unknown {
  if (name === undefined) return by === removed ? undefined : by;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([own]) => !(own === name && rest.length === 0 && by === removed))
    .map(([own, inner]) => [own, own === name ? withValue(inner, rest, by) : inner] as const);
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

/** Ballots that are none, made from two sound ones of an election: each differs from both. */
export function malformedBallots(sound: readonly [string, string], count: number, seed: string): readonly string[] {
  const below = seededNumbers(seed);
  const made: string[] = [];
  while (made.length < count) {
    const text = sound[below(2)] ?? '';
    const other = sound[below(2)] ?? '';
    const mutate = below(3) === 0 ? valueMutation : (textMutations[below(textMutations.length)] ?? valueMutation);
    const mutated = mutate(text, other, below) ?? '';
    if (!sound.includes(mutated)) made.push(mutated);
  }
  return made;
}
