import { describe, expect, it } from 'vitest';
import { createEntryReader, type Entry } from './credential-entries.ts';
import { entriesOf } from './credential-list.ts';

/** Reads a list whose bytes come in pieces of this length. */
function readIn(pieceLength: number, text: string): readonly Entry[] {
  const bytes = Buffer.from(text, 'latin1');
  const reader = createEntryReader(bytes.length);
  const entries: Entry[] = [];
  for (let at = 0; at < bytes.length; at += pieceLength) {
    entries.push(...reader.take(bytes.subarray(at, at + pieceLength)));
  }
  return [...entries, ...reader.end()];
}

const everyLength = (text: string): readonly number[] => Array.from({ length: text.length + 1 }, (_, i) => i + 1);

const entries = (...texts: readonly (string | undefined)[]) => texts.map((text, position) => ({ position, text }));

it('a list in memory is read in pieces as if it came in one', () => {
  const texts = Array.from({ length: 20_000 }, (_, i) => `credential ${i}`);
  expect([...entriesOf(Buffer.from(JSON.stringify(texts)))]).toEqual(entries(...texts));
});

describe('the entries of a list', () => {
  it.each([
    ['["one","two,3",""]', entries('one', 'two,3', '')],
    ['["one"]', entries('one')],
    ['[]', []],
    ['', entries(undefined)],
    ['[', entries(undefined)],
    [']', entries(undefined)],
    ['[}', entries(undefined)],
    ['["one"', entries(undefined)],
    ['["one"}', entries(undefined)],
    ['["one",', entries(undefined)],
    ['["one",]', entries(undefined)],
    ['["one","two]', entries('one', undefined)],
    ['["one",2]', entries('one', undefined)],
    ['["one","two"]]', entries('one', undefined)],
    ['["one"]\n', entries(undefined)],
    ['{"one","two"}', entries(undefined)],
  ])('are the same wherever the bytes of %j are cut', (text, expected) => {
    for (const length of everyLength(text)) expect(readIn(length, text), `pieces of ${length}`).toEqual(expected);
  });

  it('may come in pieces of nothing, and nothing follows where the list broke', () => {
    const reader = createEntryReader(9);
    const take = (text: string) => reader.take(Buffer.from(text));
    expect(take('')).toEqual([]);
    expect(take('["a')).toEqual([]);
    expect(take('')).toEqual([]);
    expect(take('",1')).toEqual(entries('a', undefined));
    expect(take('"b"]')).toEqual([]);
    expect(reader.end()).toEqual([]);
  });

  it('end with one that is longer than any credential, before it fills the memory', () => {
    const longest = '7'.repeat(1024);
    for (const length of [1, 100, 1024, 5000]) {
      expect(readIn(length, `["a","${longest}","b"]`)).toEqual(entries('a', longest, 'b'));
      expect(readIn(length, `["a","${longest}7","b"]`)).toEqual(entries('a', undefined));
      expect(readIn(length, `["a","${longest.repeat(9)}`)).toEqual(entries('a', undefined));
    }
  });
});
