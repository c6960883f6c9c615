import { PassThrough, Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { english } from '../words/en.ts';
import { spanish } from '../words/es.ts';
import { progressLine } from './progress-line.ts';

/** A terminal whose standard error is kept, and a clock that is set by hand. */
function setUp(isTTY: boolean, words = english) {
  const stderr = Object.assign(new PassThrough(), { isTTY });
  const [stdin, stdout] = [Readable.from([]), new PassThrough()];
  let time = 0;
  const line = progressLine({ stdin, stdout, stderr, env: {}, folder: '/' }, words, () => time);
  return {
    line,
    at: (milliseconds: number) => {
      time = milliseconds;
      return line;
    },
    // What a person sees in the end: each carriage return begins the line again.
    shown: () => (stderr.read()?.toString() ?? '').split('\r\u001b[K').at(-1),
  };
}

describe('the line of progress', () => {
  it('says nothing where standard error is no terminal', () => {
    const { at, shown } = setUp(false);
    at(5000).show('ballots', 10, 100);
    expect(shown()).toBe('');
  });

  it('tells what is done of all, and after two seconds how fast and how long', () => {
    const { at, shown } = setUp(true);
    at(1000).show('ballots', 0, 12_000);
    expect(shown()).toBe('Ballots: 0 of 12,000');
    at(2000).show('ballots', 1000, 12_000);
    expect(shown()).toBe('Ballots: 1,000 of 12,000');
    at(5000).show('ballots', 2000, 12_000);
    expect(shown()).toBe('Ballots: 2,000 of 12,000, 500 a second, about 20 s left');
  });

  it('counts the pace of each step from its own beginning', () => {
    const { at, shown } = setUp(true, spanish);
    at(1000).show('archive', 4_000_000, 8_000_000);
    expect(shown()).toBe('Leyendo el archivo: 4,0 MB de 8,0 MB');
    at(9000).show('ballots', 8, 80);
    expect(shown()).toBe('Boletas: 8 de 80');
    at(29_000).show('ballots', 16, 80);
    expect(shown()).toBe('Boletas: 16 de 80, 0,4 por segundo, faltan unos 3 min');
  });

  it('changes no more often than five times a second', () => {
    const { at, shown } = setUp(true);
    at(1000).show('ballots', 1, 10);
    at(1100).show('ballots', 2, 10);
    at(1199).show('ballots', 3, 10);
    expect(shown()).toBe('Ballots: 1 of 10');
    at(1200).show('ballots', 4, 10);
    expect(shown()).toBe('Ballots: 4 of 10');
  });

  it('leaves an empty line, and nothing at all where it never showed anything', () => {
    const { at, shown, line } = setUp(true);
    at(50).show('ballots', 1, 10);
    line.clear();
    expect(shown()).toBe('');
    at(300).show('ballots', 2, 10);
    line.clear();
    expect(shown()).toBe('');
  });
});
