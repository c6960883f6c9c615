import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { readHeading } from '../tables/headings.ts';
import {
  neededOptionColumns,
  optionColumns,
  optionColumnsIn,
  type OptionRow,
  optionTableProblems,
  readCost,
  readOptionRow,
} from './option-rows.ts';

const heading = readHeading(
  ['Código', 'Número', 'Título', 'Resumen', 'Costo', 'Lugar', 'Tema'],
  optionColumns,
  neededOptionColumns,
);
const read = (...cells: string[]) =>
  heading.ok ? readOptionRow(2, cells, heading.value, 2, []) : expect.fail('the heading is read');

describe('a row of options', () => {
  it('is read under Spanish headings', () => {
    expect(read('0231', '7', ' Pozo y bomba ', 'Agua', '11000,5', 'Campo Nuevo', 'agua')).toEqual(
      ok({
        line: 2,
        code: '0231',
        number: 7,
        title: 'Pozo y bomba',
        summary: 'Agua',
        cost: 1_100_050n,
        place: 'Campo Nuevo',
        theme: 'agua',
        titles: {},
        summaries: {},
      }),
    );
  });

  it('may say no more than where, which number and what', () => {
    const short = readHeading(['title', 'n', 'code'], optionColumns, neededOptionColumns);
    expect(short.ok && readOptionRow(9, ['Well', '1', 'A'], short.value, 0, ['en'])).toMatchObject({
      ok: true,
      value: { line: 9, code: 'A', number: 1, title: 'Well', summary: '', cost: null, place: '', theme: '' },
    });
  });

  it('is read in each language of its consultation, under headings that name one', () => {
    const words = ['Código', 'N', 'Título [es]', 'título [en]', 'summary_en', 'Resumen', 'Title (fr)'];
    const columns = readHeading(words, optionColumnsIn(['es', 'en']), neededOptionColumns);
    expect(columns).toMatchObject({ ok: true, value: { ignored: ['Title (fr)'] } });
    const cells = (title: string): readonly string[] => ['A', '1', 'Pozo', title, 'Clean water', '', 'Puits'];
    expect(columns.ok && readOptionRow(2, cells('Well'), columns.value, 2, ['en'])).toMatchObject({
      value: { title: 'Pozo', summary: '', titles: { en: 'Well' }, summaries: { en: 'Clean water' } },
    });
    expect(columns.ok && readOptionRow(2, cells(''), columns.value, 2, ['en'])).toMatchObject({
      value: { titles: {} },
    });
    expect(columns.ok && readOptionRow(2, cells('We\u202ell'), columns.value, 2, ['en'])).toEqual(
      err([{ type: 'strange_sign', column: 'title_en', sign: 'U+202E' }]),
    );
  });

  it('tells everything that is wrong with it', () => {
    expect(read('', '1000', '', 'x', '1.500,00', 'y', 'z')).toEqual(
      err([
        { type: 'no_code' },
        { type: 'no_title' },
        { type: 'bad_number', found: '1000', most: 999 },
        { type: 'bad_cost', found: '1.500,00', decimals: 2 },
      ]),
    );
    expect(read('a', 'b')).toEqual(err([{ type: 'row_width', found: 2, expected: 7 }]));
    expect(read('a', '1', 'x'.repeat(61), '', '', '', '')).toEqual(
      err([{ type: 'too_long', column: 'title', most: 60 }]),
    );
  });

  it.each([['0'], ['-1'], ['1.0'], ['siete'], ['']])('has no number %j', (number) => {
    expect(read('a', number, 'Pozo', '', '', '', '')).toEqual(err([{ type: 'bad_number', found: number, most: 999 }]));
  });
});

it.each([
  ['1500', 2, 150_000n],
  ['1500.5', 2, 150_050n],
  ['0', 0, 0n],
  ['', 2, null],
  ['1.500', 2, undefined],
  ['1 500', 2, undefined],
  ['15,0', 0, undefined],
  ['-3', 2, undefined],
  ['1e3', 2, undefined],
])('%j with %i decimals is %s in minor units', (text, decimals, expected) => {
  expect(readCost(text, decimals)).toBe(expected);
});

describe('a table of options', () => {
  const row = (line: number, code: string, number: number, title: string): OptionRow => ({
    ...{ line, code, number, title },
    ...{ summary: '', cost: null, place: '', theme: '', titles: {}, summaries: {} },
  });

  it('is in order when each contest has each number and each title once', () => {
    const rows = [row(2, 'A', 1, 'Well'), row(3, 'A', 2, 'Roof'), row(4, 'B', 1, 'Well')];
    expect(optionTableProblems(rows, () => true, 2)).toEqual([]);
  });

  it('has each title once in every language, with what is read where one is left out', () => {
    const rows = [
      { ...row(2, 'A', 1, 'Pozo'), titles: { en: 'Well' } },
      { ...row(3, 'A', 2, 'Techo'), titles: { en: 'WELL' } },
      row(4, 'A', 3, 'Well'),
    ];
    expect(optionTableProblems(rows, () => true, 9).map(({ line }) => line)).toEqual([3, 4]);
  });

  it('tells what is wrong by line, with the line of the first', () => {
    const rows = [
      row(2, 'A', 1, 'Well'),
      row(3, 'C', 1, 'Well'),
      row(4, 'A', 1, 'Roof'),
      row(5, 'A', 3, 'Well'),
      row(6, 'A', 4, 'Road'),
      row(7, 'B', 1, 'Río'),
      row(8, 'B', 2, 'RIO'),
      row(9, 'B', 3, 'Rіо'),
    ];
    expect(optionTableProblems(rows, (code) => code !== 'C', 3)).toEqual([
      { line: 3, problem: { type: 'no_contest', code: 'C' } },
      { line: 4, problem: { type: 'repeated_number', number: 1, first: 2 } },
      { line: 5, problem: { type: 'repeated_title', title: 'Well', first: 2 } },
      { line: 6, problem: { type: 'too_many_options', code: 'A', most: 3 } },
      { line: 8, problem: { type: 'repeated_title', title: 'RIO', first: 7 } },
      { line: 9, problem: { type: 'repeated_title', title: 'Rіо', first: 7 } },
    ]);
  });
});
