import { describe, expect, it } from 'vitest';
import {
  anyJson,
  array,
  boolean,
  count,
  either,
  literal,
  Misread,
  object,
  optional,
  readAnyLayout,
  readCanonical,
  readText,
  string,
  stringLike,
  tuple,
} from './codec.ts';
import { electionResult } from './tally-wire.ts';

const refusalOf = (read: unknown): string => {
  expect(read).toBeInstanceOf(Misread);
  return read instanceof Misread ? `${read.place}: ${read.message}` : '';
};

describe('each form refuses what it is not, with the place', () => {
  const pair = object({ first: count, second: optional(string) });
  it.each([
    [string, 1, ': a text is expected here'],
    [string, '\ud800', ': a text is expected here'],
    [stringLike(/^a$/u, 'an a'), 'b', ': an a is expected here'],
    [stringLike(/^1$/u, 'a one'), 1, ': a one is expected here'],
    [count, '1', ': a whole number is expected here'],
    [count, 1.5, ': a whole number is expected here'],
    [count, -1, ': a whole number is expected here'],
    [count, -0, ': a whole number is expected here'],
    [count, 2 ** 53, ': a whole number is expected here'],
    [boolean, 0, ': true or false is expected here'],
    [literal(1), '1', ': 1 is expected here'],
    [array(count), {}, ': a list is expected here'],
    [array(count), [1, 'x'], '[1]: a whole number is expected here'],
    [tuple(count, string), [1], ': a list of 2 is expected here'],
    [tuple(count, string), 'ab', ': a list of 2 is expected here'],
    [tuple(count, string), [1, 2], '[1]: a text is expected here'],
    [pair, [], ': an object is expected here'],
    [pair, null, ': an object is expected here'],
    [pair, 'x', ': an object is expected here'],
    [pair, {}, ': the field "first" is missing'],
    [pair, { first: 1, second: 2 }, '.second: a text is expected here'],
    [pair, { first: 1, third: 1 }, ': the field "third" does not belong here'],
    [array(pair), [{ first: 1 }, { first: [] }], '[1].first: a whole number is expected here'],
    [either(literal('a'), count, (value) => value === 'a'), 'b', ': a whole number is expected here'],
    [electionResult, { result: [[1.5]] }, '.result[0][0]: a whole number is expected here'],
    [electionResult, { result: [[2 ** 30]] }, '.result[0][0]: a number this large is written as a text'],
    [electionResult, { result: [['1073741823']] }, '.result[0][0]: a number this small is not written as a text'],
    [electionResult, { result: [['01073741824']] }, '.result[0][0]: a whole number is expected here'],
    [electionResult, { result: [[true]] }, '.result[0][0]: a whole number is expected here'],
    [electionResult, { result: [[1, [2]]] }, '.result[0][1]: a whole number is expected here'],
  ] as const)('%#', (codec, value, sentence) => {
    expect(refusalOf(codec.read(value))).toBe(sentence);
  });

  it('and takes what it is, at both ends', () => {
    expect([0, 2 ** 53 - 1].map((value) => count.read(value))).toEqual([0, 2 ** 53 - 1]);
    expect([true, false].map((value) => boolean.write(value))).toEqual(['true', 'false']);
    const totals = { result: [[2n ** 30n - 1n, 2n ** 30n]] };
    expect(electionResult.read({ result: [[2 ** 30 - 1, '1073741824']] })).toEqual(totals);
    expect(electionResult.write(totals)).toBe('{"result":[[1073741823,"1073741824"]]}');
    const form = either(literal('a'), count, (value) => value === 'a');
    expect([form.read('a'), form.read(3), form.write('a'), form.write(3)]).toEqual(['a', 3, '"a"', '3']);
    expect(pair.write({ first: 1 })).toBe('{"first":1}');
    expect(anyJson.write(anyJson.read({ b: [null, '\u007f'], a: 1 }))).toBe(String.raw`{"b":[null,"\u007f"],"a":1}`);
  });
});

describe('what the format leaves to others', () => {
  const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);

  it('is refused where it is nested so deep that programs which follow it would fail, and taken below', () => {
    expect(readCanonical(anyJson, nested(100))).not.toBeInstanceOf(Misread);
    for (const depth of [101, 20_000]) {
      const text = `{"extra":${nested(depth)}}`;
      const form = object({ extra: anyJson });
      expect(refusalOf(readText(form, text))).toContain('.extra: ');
      expect(refusalOf(readAnyLayout(form, text))).toContain('.extra: ');
      expect(refusalOf(readCanonical(form, text))).toContain('.extra: ');
    }
  });

  it('is refused with a number that would be written as another', () => {
    for (const text of ['1e400', '-0', '[{"a":-1e400}]']) expect(readText(anyJson, text)).toBeInstanceOf(Misread);
    for (const text of ['0', '1.5', 'null', '[{"a":1e+300}]'])
      expect(anyJson.write(readText(anyJson, text))).toBe(text);
  });
});

it('a refusal is said in a sentence of its own', () => {
  const read = count.read('x');
  expect(read instanceof Misread && read.sentence).toBe('A whole number is expected here.');
});

describe('a text', () => {
  const form = object({ a: count });

  it('that is no JSON is refused', () => {
    for (const text of ['', '{', "{'a':1}", '{"a":01}', '{"a":1}}']) {
      expect(refusalOf(readText(form, text))).toBe(': this is no JSON text');
    }
  });

  it('of any layout holds each name once, however long its texts are and whatever they quote', () => {
    const noted = object({ a: count, note: string });
    const written = (note: string): string => JSON.stringify({ note, a: 1 }, null, 2);
    const escaped = '"\n\\'.repeat(5_000_000);
    for (const note of ['', '"', '\\', '\\"', '\u2028', escaped, 'x'.repeat(20_000_000)]) {
      const read = readAnyLayout(noted, written(note));
      // Not compared as a whole: a difference would be shown.
      expect(!(read instanceof Misread) && read.note === note).toBe(true);
      const twice = written(note).replace('{', '{"note":"",');
      expect(refusalOf(readAnyLayout(noted, twice))).toBe(': a name stands twice in an object');
    }
  });

  it('is canonical in one form alone', () => {
    expect(readCanonical(form, '{"a":1}')).toEqual({ a: 1 });
    for (const text of ['{"a": 1}', '{"a":1e0}', '{"a":1.0}', String.raw`{"\u0061":1}`, '{"a":2,"a":1}', '{"a":1}\n']) {
      expect(readText(form, text)).toEqual({ a: 1 });
      expect(refusalOf(readCanonical(form, text))).toBe(': the text is not in its canonical form');
    }
  });
});
