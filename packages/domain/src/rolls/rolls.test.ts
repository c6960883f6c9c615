import { err, invariant, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { readHeading } from '../tables/headings.ts';
import { ageOn, type DateOrder, parseDay } from './birth-date.ts';
import { type Eligibility, ineligible } from './eligibility.ts';
import { hasName, neededRollColumns, readRollRow, rollColumns } from './read-roll-row.ts';
import { repeats } from './repeats.ts';
import { rollDifference } from './roll-difference.ts';
import { normalDocument, type RollEntry } from './roll-entry.ts';

describe('a birth date', () => {
  it.each<readonly [string, DateOrder, string]>([
    ['1990-12-31', 'ymd', '1990-12-31'],
    ['1990/1/2', 'ymd', '1990-01-02'],
    ['31/12/1990', 'dmy', '1990-12-31'],
    ['03.04.1980', 'dmy', '1980-04-03'],
    ['03/04/1980', 'mdy', '1980-03-04'],
    ['2000-02-29', 'ymd', '2000-02-29'],
    ['1990-12-31 00:00:00', 'ymd', '1990-12-31'],
    ['1990-12-31T00:00', 'ymd', '1990-12-31'],
  ])('%s in the order %s is %s', (text, order, day) => {
    expect(parseDay(text, order)).toEqual(ok(day));
  });

  it.each<readonly [string, DateOrder]>([
    ['31/12/90', 'dmy'],
    ['31/12/1990', 'mdy'],
    ['1990-12-31', 'dmy'],
    ['29/02/1900', 'dmy'],
    ['31/04/1990', 'dmy'],
    ['00/01/1990', 'dmy'],
    ['1990-13-01', 'ymd'],
    ['1990-12-31 15:30', 'ymd'],
    ['33238', 'ymd'],
    ['31 de diciembre de 1990', 'dmy'],
    ['', 'ymd'],
  ])('%s in the order %s is none', (text, order) => {
    expect(parseDay(text, order)).toEqual(err({ type: 'bad_date' }));
  });
});

it.each([
  ['2010-05-10', '2026-05-09', 15],
  ['2010-05-10', '2026-05-10', 16],
  ['2010-05-10', '2026-05-11', 16],
  ['2008-02-29', '2026-02-28', 17],
  ['2008-02-29', '2026-03-01', 18],
  ['2008-02-29', '2028-02-29', 20],
  ['2026-05-10', '2026-05-10', 0],
])('who was born on %s is on %s of age %i', (birth, day, age) => {
  expect(ageOn(birth, day)).toBe(age);
});

const eligibility: Eligibility = {
  minimumAge: 15,
  ageOn: '2026-11-22',
  proofs: ['identity_document', 'two_neighbours'],
};

describe('who may vote', () => {
  const born = (birthDate: string, proof: RollEntry['proof'] = 'two_neighbours') =>
    ineligible({ birthDate, proof }, eligibility);

  it('is decided by age on a day and by the proofs accepted', () => {
    expect(born('2011-11-22')).toEqual([]);
    expect(born('2011-11-23')).toEqual([{ type: 'too_young', age: 14, minimum: 15 }]);
    expect(born('2026-11-23', 'utility_bill')).toEqual([
      { type: 'born_later' },
      { type: 'proof_not_accepted', proof: 'utility_bill' },
    ]);
  });

  it('may be anybody of any age', () => {
    expect(
      ineligible({ birthDate: '2026-11-21', proof: 'two_neighbours' }, { ...eligibility, minimumAge: null }),
    ).toEqual([]);
  });
});

const columns = [
  'Nombres',
  'Apellidos',
  'Fecha de nacimiento',
  'Circuito',
  'Cédula',
  'Prueba',
  'Correo',
  'Idioma',
  'Homónimo',
  'Fallecido',
];
const read = readHeading(columns, rollColumns, neededRollColumns);
invariant(read.ok, 'the headings of the test are good');
const heading = read.value;
const rules = { dates: 'dmy', eligibility, knows: (code: string) => code === '0231' } as const;
const good = ['Ana  María', 'Pérez', '03/04/1980', '0231', 'V-12.345.678', 'Cédula', 'ana@example.org', 'es', '', 'no'];
const ana: RollEntry = {
  name: 'Ana María Pérez',
  birthDate: '1980-04-03',
  territory: '0231',
  document: 'V-12.345.678',
  proof: 'identity_document',
  email: 'ana@example.org',
  language: 'es',
  toldApart: '',
};

describe('a line of a roll', () => {
  const changed = (column: number, cell: string): readonly string[] =>
    good.map((old, i) => (i === column ? cell : old));

  it('is read by its headings', () => {
    expect(readRollRow(good, heading, rules)).toEqual(ok(ana));
    const bare = changed(4, '').map((cell, i) => ([6, 7, 9].includes(i) ? '' : cell));
    expect(readRollRow(bare, heading, rules)).toEqual(ok({ ...ana, document: null, email: null, language: null }));
  });

  it('may have the name in one column, and needs neither document nor e-mail', () => {
    const short = readHeading(['name', 'birth_date', 'territory', 'proof'], rollColumns, neededRollColumns);
    invariant(short.ok && hasName(short.value), 'these are enough');
    expect(readRollRow(['Ana María Pérez', '3/4/1980', '0231', 'dos vecinos'], short.value, rules)).toEqual(
      ok({ ...ana, document: null, email: null, language: null, proof: 'two_neighbours' }),
    );
    const nameless = readHeading(['nombres', 'nacimiento', 'territorio', 'prueba'], rollColumns, neededRollColumns);
    expect(nameless.ok && hasName(nameless.value)).toBe(false);
  });

  it.each([
    ['too few cells', good.slice(1), [{ type: 'row_width', found: 9, expected: 10 }]],
    ['a name of signs alone', changed(0, '—').map((cell, i) => (i === 1 ? '.' : cell)), [{ type: 'no_name' }]],
    ['no birth date', changed(2, ''), [{ type: 'no_birth_date' }]],
    ['another order of dates', changed(2, '1980-04-03'), [{ type: 'bad_date' }]],
    ['a birth long ago', changed(2, '01/01/1870'), [{ type: 'date_too_early' }]],
    ['a birth to come', changed(2, '01/01/2027'), [{ type: 'born_later' }]],
    ['a minor', changed(2, '23/11/2011'), [{ type: 'too_young', age: 14, minimum: 15 }]],
    ['no territory', changed(3, ''), [{ type: 'no_territory' }]],
    ['a territory elsewhere', changed(3, '231'), [{ type: 'unknown_territory', code: '231' }]],
    ['a document of signs alone', changed(4, '---'), [{ type: 'empty_document' }]],
    ['no proof', changed(5, ''), [{ type: 'no_proof' }]],
    ['an unknown proof', changed(5, 'palabra'), [{ type: 'unknown_proof', found: 'palabra' }]],
    ['a proof that is not accepted', changed(5, 'recibo'), [{ type: 'proof_not_accepted', proof: 'utility_bill' }]],
    ['no address', changed(6, 'ana@example'), [{ type: 'bad_email' }]],
    ['two addresses', changed(6, 'ana@example.org, eva@example.org'), [{ type: 'bad_email' }]],
    ['a language by its name', changed(7, 'Español'), [{ type: 'bad_language' }]],
    ['somebody who died', changed(9, 'Sí'), [{ type: 'deceased' }]],
    ['a mark that says nothing', changed(9, 'quizás'), [{ type: 'bad_mark' }]],
    ['a name without end', changed(0, 'A'.repeat(201)), [{ type: 'too_long', column: 'given_name', most: 200 }]],
    [
      'a sign that turns text around',
      changed(1, 'Pé\u202erez'),
      [{ type: 'strange_sign', column: 'family_name', sign: 'U+202E' }],
    ],
    ['lost letters', changed(1, 'P\ufffdrez'), [{ type: 'lost_sign', column: 'family_name' }]],
    [
      'several faults',
      changed(2, '').map((cell, i) => (i === 3 ? '' : cell)),
      [{ type: 'no_birth_date' }, { type: 'no_territory' }],
    ],
  ])('with %s is refused', (_name, cells, problems) => {
    expect(readRollRow(cells, heading, rules)).toEqual(err(problems));
  });
});

describe('repetitions', () => {
  const at = (line: number, entry: Partial<RollEntry> = {}) => ({ ...ana, document: null, ...entry, line });

  it('are the same name, however written, with the same birth date', () => {
    expect(repeats([at(2), at(3, { name: ' ANA MARIA PEREZ' }), at(4, { name: 'Ana-María Pérez' })])).toEqual([
      { line: 3, problem: { type: 'repeated_person', first: 2 } },
      { line: 4, problem: { type: 'repeated_person', first: 2 } },
    ]);
    expect(repeats([at(2), at(3, { birthDate: '1980-04-04' }), at(4, { name: 'Ana Pérez' })])).toEqual([]);
  });

  it('are the same document, however written', () => {
    const [a, b] = [{ document: 'V-12.345.678' }, { document: 'v12345678', name: 'Eva' }];
    expect(repeats([at(2, a), at(3, b)])).toEqual([{ line: 3, problem: { type: 'repeated_document', first: 2 } }]);
    expect(normalDocument('Ｖ 12 345 678')).toBe('V12345678');
  });

  it('are none where the file tells two people apart, or where neither has a document', () => {
    expect(repeats([at(2), at(3, { toldApart: 'hija de Rosa' })])).toEqual([]);
    expect(repeats([at(2), at(3, { name: 'Eva' })])).toEqual([]);
    expect(repeats([at(2, { toldApart: '2' }), at(3, { toldApart: '2.' })])).toHaveLength(1);
  });
});

it('the difference of two versions is who came, who went, and whose entry changed in what', () => {
  const eva = { ...ana, name: 'Eva Gil', document: null };
  const luz = { ...ana, name: 'Luz Rojas', document: null };
  const moved = { ...ana, name: 'ANA MARÍA PÉREZ', territory: '0232', email: null };
  expect(rollDifference([ana, eva], [luz, moved])).toEqual({
    added: [luz],
    removed: [eva],
    changed: [{ before: ana, after: moved, parts: ['name', 'territory', 'email'] }],
    same: 0,
  });
  expect(rollDifference([ana, eva], [eva, ana])).toEqual({ added: [], removed: [], changed: [], same: 2 });
});
