import { describe, expect, it } from 'vitest';
import { readRoll } from './read-roll.ts';

const roll = (text: string, weights?: string) => readRoll(Buffer.from(text), { weights });
const ids = (text: string): readonly string[] => {
  const read = roll(text);
  return read.ok ? read.value.map(({ id }) => id) : [];
};

describe('a roll', () => {
  it.each([
    ['commas', 'id,name\n1,Ana\n2,Beto\n'],
    ['semicolons, as some spreadsheets write them', 'id;name\n1;Ana\n2;Beto\n'],
    ['tabs', 'id\tname\n1\tAna\n2\tBeto\n'],
    ['a byte order mark and Windows line ends', '\ufeffid,name\r\n1,Ana\r\n2,Beto\r\n'],
    ['headings in capitals, columns in another order', 'Name, ID \nAna,1\nBeto,2\n'],
    ['empty lines', 'id\n1\n\n2\n\n'],
    ['quotation marks', 'id,name\n"1","Ana ""la"" Pérez"\n"2","Beto,\nhijo"\n'],
  ])('may be written with %s', (_, text) => expect(ids(text)).toEqual(['1', '2']));

  it('gives names and weights, 1 where none are asked for', () => {
    const text = 'id,name,shares\n1, Ana ,3\n2,علي,1\n';
    expect(roll(text)).toMatchObject({
      ok: true,
      value: [
        { name: 'Ana', weight: 1n },
        { name: 'علي', weight: 1n },
      ],
    });
    expect(roll(text, 'Shares')).toMatchObject({ ok: true, value: [{ weight: 3n }, { weight: 1n }] });
  });

  it.each([
    ['', { type: 'empty' }],
    ['id\n', { type: 'empty' }],
    ['name\nAna\n', { type: 'no_column', column: 'id', found: ['name'] }],
    ['id,id\n1,2\n', { type: 'column_twice', column: 'id' }],
    ['id,name\n1,Ana,x\n', { type: 'csv', line: 2, problem: 'columns' }],
    ['id,name\n1,"Ana\n', { type: 'csv', line: 2, problem: 'quotes' }],
    ['id\n1\n" "\n', { type: 'no_id', line: 3 }],
    ['id\n1\u0007\n', { type: 'strange_id', line: 2 }],
    ['id\n1\u200b\n', { type: 'strange_id', line: 2 }],
    [`id\n${'1'.repeat(201)}\n`, { type: 'strange_id', line: 2 }],
    ['id\na\n1\n A \n', { type: 'id_twice', line: 4, first: 2 }],
    ['id\ncafé\ncafe\u0301\n', { type: 'id_twice', line: 3, first: 2 }],
  ])('is refused whole: %j', (text, problem) => expect(roll(text)).toEqual({ ok: false, error: [problem] }));

  it.each(['0', '-1', '1.5', '', '01', '1e3', '1000000000000'])('is refused with the weight “%s”', (weight) => {
    expect(roll(`id,w\n1,1\n2,${weight}\n`, 'w')).toEqual({ ok: false, error: [{ type: 'bad_weight', line: 3 }] });
  });

  it('is refused with every line that is wrong, up to twenty', () => {
    expect(roll('id\n1\n1\n""\n1\n')).toMatchObject({ error: [{ line: 3 }, { line: 4 }, { line: 5 }] });
    const many = roll(`id\n${'1\n'.repeat(40)}`);
    expect(many.ok ? [] : many.error).toHaveLength(20);
  });

  it('is refused where it is not UTF-8', () => {
    expect(readRoll(Buffer.from('id,name\n1,Jos\u00e9\n', 'latin1'), { weights: undefined })).toEqual({
      ok: false,
      error: [{ type: 'not_utf8' }],
    });
  });

  it('is refused where the column of weights is not there', () => {
    expect(roll('id\n1\n', 'shares')).toEqual({
      ok: false,
      error: [{ type: 'no_column', column: 'shares', found: ['id'] }],
    });
  });
});
