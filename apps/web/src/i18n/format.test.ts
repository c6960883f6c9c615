import { rational } from '@convite/kernel';
import { expect, test } from 'vitest';
import { formatOf } from './format.ts';

const es = formatOf('es');
const en = formatOf('en');

test('thousands are always grouped, four digits included, in the style of the language', () => {
  expect(es.count(2300)).toBe('2.300');
  expect(en.count(2300)).toBe('2,300');
});

test('money keeps every digit beyond what a double holds, and does not break before its unit', () => {
  expect(es.money('9007199254740993.25', 2, 'u')).toBe('9.007.199.254.740.993,25\u00a0u');
  expect(en.money('117700', 2, 'PLN')).toBe('117,700\u00a0PLN');
});

test('a fraction is shown rounded', () => {
  expect(es.number('38000/183', 2)).toBe('207,65');
  expect(en.number('549/3', 1)).toBe('183');
});

test('a share is exact before it is rounded, and nothing of nothing is nothing', () => {
  expect(es.percentOf(216, 598, 1)).toBe('36,1\u00a0%');
  expect(en.percent(rational(1n, 3n), rational(2n, 3n), 0)).toBe('50%');
  expect(en.percentOf(0, 0, 0)).toBe('0%');
});

test('sizes, days and lists are written as the language does', () => {
  expect(es.bytes(21_340)).toBe('21\u00a0kB');
  expect(en.bytes(3_140_000)).toBe('3.1\u00a0MB');
  expect(es.bytes(20_000_000)).toBe('20\u00a0MB');
  expect(es.day('2026-06-15T10:00:00Z')).toBe('15 de junio de 2026');
  expect(es.list(['plaza', 'radio', 'rampa'])).toBe('plaza, radio y rampa');
  expect(es.listed(['plaza', 'radio', 'iglesia'])).toEqual([
    { text: 'plaza', place: 0 },
    { text: ', ', place: undefined },
    { text: 'radio', place: 1 },
    { text: ' e ', place: undefined },
    { text: 'iglesia', place: 2 },
  ]);
});

test('a language is named in the other', () => {
  expect([es.language('en'), en.language('es')]).toEqual(['inglés', 'Spanish']);
});

test('a moment is written by the clocks of its zone', () => {
  expect(es.moment('2026-06-07T22:00:00Z', 'America/Caracas')).toBe('domingo, 7 de junio, 18:00');
  expect(en.moment('2026-06-07T22:00:00Z', 'Asia/Kathmandu')).toBe('Monday, June 8 at 03:45');
});

test('a language makes its formats once', () => {
  expect(formatOf('es')).toBe(es);
});
