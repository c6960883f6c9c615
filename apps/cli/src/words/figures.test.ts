import { describe, expect, it } from 'vitest';
import { figuresOf } from './figures.ts';

const es = figuresOf('es');
const en = figuresOf('en');

describe('figures', () => {
  it('keep every digit of an exact amount, however large', () => {
    expect(en.decimal('90071992547409931234.05')).toBe('90,071,992,547,409,931,234.05');
    expect(es.decimal('1234.50')).toBe('1.234,50');
    expect(es.decimal('-1234')).toBe('−1.234');
  });

  it('cut a fraction off and never round it up to what it does not reach', () => {
    expect(en.fraction('101999/3', 2)).toBe('33,999.66');
    expect(en.fraction('33999999/1000', 2)).toBe('33,999.99');
    expect(es.fraction('7', 1)).toBe('7,0');
    expect(en.percent(999, 1000)).toBe('99.9%');
    expect(es.percent(2, 3)).toBe('66,6\u00a0%');
  });
});
