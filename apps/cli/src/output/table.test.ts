import { describe, expect, it } from 'vitest';
import { padded, shortened, widthOf, wrapped } from './lines.ts';
import { printable } from './printable.ts';
import { shellWord } from './shell-word.ts';
import { table } from './table.ts';

const columns = [
  { heading: 'Id', align: 'start' },
  { heading: 'Project', align: 'start', gives: true },
  { heading: 'Cost', align: 'end' },
] as const;

describe('a table', () => {
  it('aligns characters of every width', () => {
    const lines = table(
      columns,
      [['1', '公園の緑', '5'], ['2', 'cafe\u0301', '1,000'], 'rule', ['', 'Sum', '1,005']],
      80,
    );
    expect(lines.map(widthOf)).toEqual(lines.map(() => widthOf(lines[1] ?? '')));
  });

  it('shortens only the column that gives, and never the amounts', () => {
    const lines = table(columns, [['P1', 'A very long name of a very small project', '1,234,567']], 40);
    expect(lines.every((line) => widthOf(line) <= 40)).toBe(true);
    expect(lines[2]).toMatch(/^P1 {2}A very long.*… +1,234,567$/u);
  });
});

describe('a line', () => {
  it('is cut between characters, not inside one', () => {
    expect(shortened('公園の緑', 5)).toBe('公園…');
    expect(shortened('👩‍👩‍👧 family garden', 4)).toBe('👩‍👩‍👧…');
    expect(shortened('short', 5)).toBe('short');
  });

  it('is broken at spaces, and a word that is too long stands alone', () => {
    expect(wrapped('to be counted again', 9, '  ')).toEqual(['  to be', '  counted', '  again']);
    expect(wrapped('an incomprehensible word', 8)).toEqual(['an', 'incomprehensible', 'word']);
  });

  it('is filled to its width on the side that its alignment says', () => {
    expect([padded('公', 4, 'start'), padded('7', 3, 'end')]).toEqual(['公  ', '  7']);
  });
});

describe('a text from a file', () => {
  it('loses what would move the cursor or turn the direction, and keeps its letters', () => {
    expect(printable(' a\tb\r\nc \u001b[31mred\u202e ñ 公 ')).toBe('a b c \ufffd[31mred\ufffd ñ 公');
  });

  it('is quoted as one word of a shell when it needs it', () => {
    expect(shellWord('votes/town.pb')).toBe('votes/town.pb');
    expect(shellWord('our town.pb')).toBe("'our town.pb'");
    expect(shellWord("it's; rm")).toBe(String.raw`'it'\''s; rm'`);
    expect(shellWord('')).toBe("''");
  });
});
