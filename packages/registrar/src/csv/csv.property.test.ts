import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvLine, readCsv, unmarked } from './csv.ts';

const read = (text: string) => {
  const lines: { readonly cells: readonly string[]; readonly line: number }[] = [];
  const { brokenLine } = readCsv(text, (cells, line) => {
    lines.push({ cells, line });
    return true;
  });
  return { brokenLine, cells: lines.map((one) => one.cells), lines: lines.map((one) => one.line) };
};

describe('a table', () => {
  it('is read as it was written, whatever its cells hold', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', '\r', '\n', '=', "'", '-', 'a', 'ñ') }),
    );
    // An apostrophe before what looks like a formula is the mark itself: such cells are no names.
    const plain = cell.filter((text) => unmarked(text) === text);
    const table = fc.array(fc.tuple(fc.constant('id'), plain, plain), { maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const { brokenLine, cells } = read(rows.map(csvLine).join(''));
        expect(brokenLine).toBeUndefined();
        expect(cells.map((row) => row.map(unmarked))).toEqual(rows);
      }),
    );
  });

  it('never runs in a spreadsheet', () => {
    for (const sign of ['=', '+', '-', '@', '\t', '\r', '＝']) {
      const { cells } = read(csvLine([`${sign}x`]));
      expect(cells).toEqual([[`'${sign}x`]]);
    }
  });

  it('counts the lines of its text, those inside quotes and empty ones too', () => {
    expect(read('a,b\n"1\n2",3\r\n\r\n4,5').lines).toEqual([1, 3, 5]);
    expect(read('a\n\n"x""y"\n').cells).toEqual([['a'], ['x"y']]);
  });

  it.each([
    ['quotes that are not closed', 'a\n"b\nc', 2],
    ['a quote inside a cell', 'a\nb"c\n', 2],
    ['what stands behind a closing quote', 'a\nb\n"c"d\n', 3],
    ['a carriage return inside a line', 'a\rb\n', 1],
  ])('is none with %s', (_, text, line) => {
    expect(read(text).brokenLine).toBe(line);
  });

  it('is read no further than whoever reads it wants', () => {
    let taken = 0;
    readCsv('a\nb\nc\n"', () => {
      taken += 1;
      return taken < 2;
    });
    expect(taken).toBe(2);
  });
});
