import { describe, expect, it } from 'vitest';
import { foldedText, isFound } from './folded-text.ts';

describe('searching a paper', () => {
  it('knows neither accents nor capitals nor signs', () => {
    expect(foldedText('  Árboles «en la» AVENIDA, nº 3 ')).toBe('arboles en la avenida no 3');
    expect(isFound('tramites', '21 Ayuda con idiomas y trámites')).toBe(true);
    expect(isFound('TRÁM', '21 Ayuda con idiomas y trámites')).toBe(true);
    expect(isFound('нова', 'Будова нової школи')).toBe(false);
    expect(isFound('нової', 'Будова нової школи')).toBe(true);
    expect(isFound('مدرسه', 'بناء مدرسه')).toBe(true);
  });

  it('finds every word by its beginning, in any order, and all when nothing is asked', () => {
    const title = 'Luces y gradas, cancha de El Molino';
    expect(isFound('molino luc', title)).toBe(true);
    expect(isFound('molino techo', title)).toBe(false);
    expect(isFound('uces', title)).toBe(false);
    expect(isFound('  ', title)).toBe(true);
  });
});
