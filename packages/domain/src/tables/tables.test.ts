import { err, ok } from '@convite/kernel';
import { describe, expect, it } from 'vitest';
import { readCell } from './cell.ts';
import { encodingByStart, separatorOf } from './encoding.ts';
import { readHeading } from './headings.ts';
import { plainWords } from './plain-words.ts';

describe('plain words', () => {
  it.each([
    [' NÚÑEZ–Pérez,  D’Ángelo ', 'nunez perez dangelo'],
    ['Straße', 'STRASSE'],
    ['ΣΊΣΥΦΟΣ', 'σίσυφος'],
    ['ﬁlomena', 'Filomena'],
    ['Ｍａｒｉａ', 'maria'],
    ['José', 'Jose\u0301'],
    ['مُحَمَّد', 'محمد'],
    ["O'Brien", 'O’BRIEN'],
    ['José M. Gil', 'jose m gil'],
  ])('%s and %s are the same', (a, b) => {
    expect(plainWords(a)).toBe(plainWords(b));
  });

  it.each([
    ['Ana Gil', 'Ana Gill'],
    ['कि', 'की'],
    ['Ana María', 'María Ana'],
  ])('%s and %s are not', (a, b) => {
    expect(plainWords(a)).not.toBe(plainWords(b));
  });
});

describe('a cell', () => {
  it('is trimmed, composed, and freed of what an export put before a formula', () => {
    expect(readCell('  Jose\u0301\u00a0', 'name', 20)).toEqual(ok('José'));
    expect(readCell("'=1+1", 'name', 20)).toEqual(ok('=1+1'));
    expect(readCell("'t Hooft", 'name', 20)).toEqual(ok("'t Hooft"));
    expect(readCell('\u200fعلي\u200f', 'name', 20)).toEqual(ok('علي'));
    expect(readCell('می\u200cخواهم', 'name', 20)).toEqual(ok('می\u200cخواهم'));
  });

  it('holds no sign that nobody sees, and none that another encoding lost', () => {
    expect(readCell('a\u202eb', 'name', 20)).toEqual(err({ type: 'strange_sign', column: 'name', sign: 'U+202E' }));
    expect(readCell('a\u0000b', 'name', 20)).toEqual(err({ type: 'strange_sign', column: 'name', sign: 'U+0000' }));
    for (const [unseen, sign] of [
      ['a\u2067b', 'U+2067'],
      ['a\u200bb', 'U+200B'],
      ['a\u00adb', 'U+00AD'],
      ['a\u2060b', 'U+2060'],
      ['a\u3164b', 'U+3164'],
      ['a\u2800b', 'U+2800'],
      ['a\u{e0041}b', 'U+E0041'],
    ] as const) {
      expect(readCell(unseen, 'name', 20)).toEqual(err({ type: 'strange_sign', column: 'name', sign }));
    }
    expect(readCell('\u061cعين\u200f', 'name', 20)).toEqual(ok('عين'));
    for (const kept of ['می\u200cخواهم', 'क्\u200dष', '❤\ufe0f', '葛\u{e0100}', '\u0601٢']) {
      expect(readCell(kept, 'name', 20)).toEqual(ok(kept));
    }
    expect(readCell('a\nb', 'name', 20)).toEqual(err({ type: 'strange_sign', column: 'name', sign: 'U+000A' }));
    expect(readCell('Mu\ufffdoz', 'name', 20)).toEqual(err({ type: 'lost_sign', column: 'name' }));
    expect(readCell('\ud800', 'name', 20)).toEqual(err({ type: 'lost_sign', column: 'name' }));
  });

  it('has an end', () => {
    expect(readCell('x'.repeat(21), 'name', 20)).toEqual(err({ type: 'too_long', column: 'name', most: 20 }));
    expect(readCell('ñ'.repeat(21), 'name', 20)).toEqual(err({ type: 'too_long', column: 'name', most: 20 }));
    expect(readCell('ñ'.repeat(20), 'name', 20)).toEqual(ok('ñ'.repeat(20)));
  });
});

describe('the encoding of a table', () => {
  const utf16 = (text: string, big: boolean): Uint8Array =>
    Uint8Array.from(
      Array.from({ length: text.length }, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
        big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
      ),
    );

  it('is told by its mark', () => {
    expect(encodingByStart(Uint8Array.of(0xef, 0xbb, 0xbf, 65))).toEqual({ encoding: 'utf-8', markBytes: 3 });
    expect(encodingByStart(Uint8Array.of(0xff, 0xfe, 65, 0))).toEqual({ encoding: 'utf-16le', markBytes: 2 });
    expect(encodingByStart(Uint8Array.of(0xfe, 0xff, 0, 65))).toEqual({ encoding: 'utf-16be', markBytes: 2 });
  });

  it('is told by zeros where there is no mark', () => {
    expect(encodingByStart(utf16('código;nombre\n', false))).toEqual({ encoding: 'utf-16le', markBytes: 0 });
    expect(encodingByStart(utf16('código;nombre\n', true))).toEqual({ encoding: 'utf-16be', markBytes: 0 });
    expect(encodingByStart(utf16('الاسم;1990-01-01;12345678\n', false))).toEqual({ encoding: 'utf-16le', markBytes: 0 });
  });

  it('stays open where letters alone decide', () => {
    expect(encodingByStart(Uint8Array.of(65, 241, 66))).toBeUndefined();
    expect(encodingByStart(new Uint8Array(0))).toBeUndefined();
    expect(encodingByStart(new Uint8Array(300))).toBeUndefined();
  });
});

it.each([
  ['a,b,c', ','],
  ['a;b,c;d', ';'],
  ['a\tb\tc,d', '\t'],
  ['a|b|c', '|'],
  ['"a,b,c,d";e', ';'],
  ['alone', ','],
] as const)('the separator of %j is %j', (heading, separator) => {
  expect(separatorOf(heading)).toBe(separator);
});

describe('a line of headings', () => {
  const columns = { code: { also: ['codigo'] }, birth_date: { also: ['fecha de nacimiento'] } };

  it('is read in any order and case, with accents and without, and says what it leaves out', () => {
    expect(readHeading(['Notas', ' CÓDIGO ', 'Fecha_de_Nacimiento', ''], columns, ['code'])).toEqual(
      ok({ places: { code: 1, birth_date: 2 }, ignored: ['Notas'], width: 4 }),
    );
    expect(readHeading(['birth date', 'code'], columns, ['code'])).toMatchObject({ ok: true });
  });

  it('must have each needed column, and none twice', () => {
    expect(readHeading(['codigo', 'Code'], columns, ['code', 'birth_date'])).toEqual(
      err([
        { type: 'repeated_column', column: 'code' },
        { type: 'missing_column', column: 'birth_date', found: ['codigo', 'Code'] },
      ]),
    );
  });
});
