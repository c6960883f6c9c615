import { describe, expect, it } from 'vitest';
import { calendar, openedOrder } from '../two-streets.fixture.ts';
import { letterFacts } from './letter-facts.ts';
import { letterLanguage, letterWords } from './letter-languages.ts';
import { letterStyle } from './letter-style.ts';
import { lettersPage } from './letters.ts';
import { momentIn, wallTime } from './moment.ts';

const facts = letterFacts(openedOrder().order, calendar);
const letterIn = (language: string | null, name = 'Ana'): string =>
  lettersPage('letters', facts, [
    { kind: 'voter', id: 'p1', name, territory: 'PS-1', language, code: 'Dov7Q-6gHq5j-fJn4t-dZSXWJ', contests: [0, 1] },
  ]);

describe('a letter', () => {
  it.each([
    ['es', 'ltr', 'Su código para votar:', 'Obras'],
    ['en', 'ltr', 'Your code to vote:', 'Obras'],
    ['pt-BR', 'ltr', 'O seu código para votar:', 'Obras'],
    ['ca', 'ltr', 'El vostre codi per votar:', 'Obres'],
    ['uk', 'ltr', 'Ваш код для голосування:', 'Obras'],
    ['ar', 'rtl', 'رمزك للتصويت:', 'Obras'],
  ])(
    'is in %s, which runs %s, with the title in that language or the first of the consultation',
    (tag, dir, code, title) => {
      const letter = letterIn(tag);
      const [language = ''] = tag.split('-');
      expect(letter).toContain(`<section lang="${language}" dir="${dir}">\n<h2><bdi>${title}</bdi></h2>`);
      expect(letter).toContain(`<p>${code}</p>`);
      expect(letter).toContain('<bdi dir="ltr">Dov7Q-6gHq5j-fJn4t-dZSXWJ</bdi>');
    },
  );

  it('is in the first language of the consultation for whoever asked for another, or for none', () => {
    expect(['qu', null, 'zh-Hans'].map((asked) => letterLanguage(asked, ['en', 'es']))).toEqual(['en', 'en', 'en']);
    expect(letterLanguage(null, ['qu'])).toBe('es');
  });

  it('takes no harm from names', () => {
    const letter = letterIn('es', '<script>alert(1)</script> & "x"');
    expect(letter).toContain('<bdi>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;</bdi>');
    expect(letter).not.toMatch(/<script|src=|url\(|href=/u);
  });

  it.each(['letters', 'slips'] as const)('has no word under 11 pt: %s', (sheet) => {
    const sizes = [...letterStyle(sheet).matchAll(/([\d.]+)pt/gu)].map(([, size]) => Number(size));
    expect(sizes.length).toBeGreaterThan(3);
    expect(Math.min(...sizes)).toBe(11);
  });

  it('has all its words in every language', () => {
    for (const [tag, { months, advice, pageTitle, warning }] of Object.entries(letterWords)) {
      expect([tag, months.length, advice.length]).toEqual([tag, 12, 4]);
      expect(new Set([...months, ...advice, pageTitle, warning]).size).toBe(18);
    }
  });
});

describe('an instant', () => {
  it('is told in the hours of its zone and the words of each language, from midnight on', () => {
    const told = (['es', 'en', 'pt', 'ca', 'uk', 'ar'] as const).map((language) =>
      momentIn(letterWords[language], wallTime(calendar, 'America/Caracas', 1_795_233_600 + 14_400)),
    );
    expect(told).toEqual([
      '21 de noviembre de 2026, 04:00',
      '21 November 2026, 04:00',
      '21 de novembro de 2026, 04:00',
      '21 de novembre de 2026, 04:00',
      '21 листопада 2026 року, 04:00',
      '21 تشرين الثاني/نوفمبر 2026 الساعة 04:00',
    ]);
    expect(momentIn(letterWords.ca, wallTime(calendar, 'Europe/Madrid', 1_775_080_800))).toBe(
      '2 d’abril de 2026, 00:00',
    );
  });
});
