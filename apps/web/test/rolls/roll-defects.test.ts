import { afterAll, beforeAll, expect, it } from 'vitest';
import { translationOf } from '../../src/i18n/translation.ts';
import { heading, openRollWorkshop, type RollWorkshop } from './roll-workshop.ts';

let workshop: RollWorkshop;
beforeAll(async () => {
  workshop = await openRollWorkshop();
});
afterAll(() => workshop.close());

const good = 'Ana Pérez,1980-04-03,C1,V-1,cédula,,es,,\n';
const row = (changes: Readonly<Record<number, string>>): string =>
  `${good
    .trimEnd()
    .split(',')
    .map((cell, i) => changes[i] ?? cell)
    .join(',')}\n`;
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));

it.each<readonly [string, string | Uint8Array, string, number | null]>([
  ['nothing', '', 'no_rows', null],
  ['headings alone', heading, 'no_rows', null],
  ['only separators', `${heading},,,,,,,,\n`, 'no_rows', null],
  ['no name', `birth_date,territory,proof\n1980-01-01,C1,cédula\n`, 'missing_column', 1],
  ['half a name', `nombres,birth_date,territory,proof\nAna,1980-01-01,C1,cédula\n`, 'missing_column', 1],
  ['no column of dates', 'name,territory,proof\nAna,C1,cédula\n', 'missing_column', 1],
  ['a repeated column', `nombre,${heading}Ana,${good}`, 'repeated_column', 1],
  ['no headings', good, 'missing_column', 1],
  ['a row that is too short', `${heading}${good}Eva,1980-01-01,C1\n`, 'row_width', 3],
  ['a row that is too long', `${heading}${good}${row({ 0: 'Gil, Eva' })}`, 'row_width', 3],
  ['a quote that never ends', `${heading}${good}"Eva,1980-01-01,C1,,cédula,,,,\n`, 'broken_quotes', 3],
  ['something after a quote', `${heading}${good}"Eva"s,1980-01-01,C1,,cédula,,,,\n`, 'broken_quotes', 3],
  ['a workbook', new Uint8Array([0x50, 0x4b, 3, 4, ...Buffer.from('xl/workbook.xml')]), 'spreadsheet', null],
  ['zeros', new Uint8Array(3000), 'not_text', null],
  ['half a sign of UTF-16', utf16(`\ufeff${heading}${good}`).slice(0, -9), 'row_width', 2],
  [
    'Latin-1 under the mark of UTF-8',
    new Uint8Array([0xef, 0xbb, 0xbf, ...Buffer.from(heading + good, 'latin1')]),
    'lost_sign',
    2,
  ],
  ['no name in a line', `${heading}${row({ 0: '' })}`, 'no_name', 2],
  ['a name of signs', `${heading}${row({ 0: '-- .' })}`, 'no_name', 2],
  ['a name over two lines', `${heading}${row({ 0: '"Ana\nPérez"' })}`, 'strange_sign', 2],
  ['a name that turns around', `${heading}${row({ 0: 'Ana\u202ePérez' })}`, 'strange_sign', 2],
  ['a name without end', `${heading}${row({ 0: 'A'.repeat(3000) })}`, 'too_long', 2],
  ['no date', `${heading}${row({ 1: '' })}`, 'no_birth_date', 2],
  ['a date in another order', `${heading}${row({ 1: '03/04/1980' })}`, 'bad_date', 2],
  ['a day that is none', `${heading}${row({ 1: '1981-02-29' })}`, 'bad_date', 2],
  ['a year of two digits', `${heading}${row({ 1: '80-04-03' })}`, 'bad_date', 2],
  ['a birth long ago', `${heading}${row({ 1: '1812-01-01' })}`, 'date_too_early', 2],
  ['a minor', `${heading}${row({ 1: '2011-11-23' })}`, 'too_young', 2],
  ['somebody unborn', `${heading}${row({ 1: '2031-11-23' })}`, 'born_later', 2],
  ['no territory', `${heading}${row({ 2: '' })}`, 'no_territory', 2],
  ['a territory elsewhere', `${heading}${row({ 2: 'X9' })}`, 'unknown_territory', 2],
  ['a code that lost its zero', `${heading}${row({ 2: 'c1' })}`, 'unknown_territory', 2],
  ['a document of signs', `${heading}${row({ 3: '---' })}`, 'empty_document', 2],
  ['no proof', `${heading}${row({ 4: '' })}`, 'no_proof', 2],
  ['an unknown proof', `${heading}${row({ 4: 'me conoce' })}`, 'unknown_proof', 2],
  ['a proof that is not accepted', `${heading}${row({ 4: 'recibo' })}`, 'proof_not_accepted', 2],
  ['half an address', `${heading}${row({ 5: 'ana@' })}`, 'bad_email', 2],
  ['a language by its name', `${heading}${row({ 6: 'español' })}`, 'bad_language', 2],
  ['a mark that says nothing', `${heading}${row({ 8: 'creo' })}`, 'bad_mark', 2],
  ['somebody who died', `${heading}${row({ 8: 'sí' })}`, 'deceased', 2],
  ['a person twice', `${heading}${good}${row({ 0: ' ANA  PEREZ ', 3: '' })}`, 'repeated_person', 3],
  ['a document twice', `${heading}${good}${row({ 0: 'Eva', 3: 'v.1' })}`, 'repeated_document', 3],
])(
  'a roll with %s is refused, with its line, in words of both languages, and nothing is kept',
  async (_name, content, type, line) => {
    const { given, problems } = await workshop.bring(content);
    expect(given.status).toBe('refused');
    const found = problems.find(({ problem }) => problem.type === type);
    expect(found, JSON.stringify(problems)).toMatchObject({ line });
    for (const { problem } of problems) {
      for (const locale of ['es', 'en'] as const) {
        expect(translationOf(locale).rolls.problem(problem).length).toBeGreaterThan(10);
      }
    }
    const { rows } = await workshop.fresh.pool.query(
      'select (select count(*) from roll_entries) + (select count(*) from roll_staging) + (select count(*) from brought_pieces) as n',
    );
    expect(rows[0].n).toBe(0);
  },
);

it('of thousands of wrong lines the first thousand is listed and the rest counted', async () => {
  const { given, problems } = await workshop.bring(heading + 'Ana,1980-01-01,X,,cédula,,,,\n'.repeat(2500));
  expect(problems).toHaveLength(1000);
  expect(given.problemCount).toBe(2500);
  const twice = await workshop.bring(
    heading + Array.from({ length: 3000 }, (_, i) => `Ana ${i % 1500},1980-01-01,C1,,cédula,,,,\n`).join(''),
  );
  expect(twice.problems).toHaveLength(1000);
  expect(twice.problems[0]).toEqual({ line: 1502, problem: { type: 'repeated_person', first: 2 } });
  expect(twice.given.problemCount).toBe(1500);
});
