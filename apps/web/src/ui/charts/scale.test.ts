import { expect, test } from 'vitest';
import { barStart, percentAt, roundSteps, shortened } from './scale.ts';

test('an axis is cut at round numbers, five to ten pieces for about six', () => {
  for (const total of [1, 7, 99, 120_000, 5_430_000, 1e12]) {
    const { step } = roundSteps(total, 6);
    expect(total / step).toBeGreaterThan(2.3);
    expect(total / step).toBeLessThanOrEqual(6.01);
    expect(['1', '2', '5']).toContain(
      String(step)
        .replace(/0+$|e.*$/u, '')
        .replace('0.', ''),
    );
  }
  expect(roundSteps(120_000, 6)).toEqual({ step: 20_000, parts: 4 });
});

test('a name that fits stays; a longer one is cut between words and says so', () => {
  expect(shortened('bus shelter', 11)).toBe('bus shelter');
  expect(shortened('renovate the central square', 13)).toBe('renovate the…');
  expect(shortened('bus shelters', 11)).toBe('bus shelte…');
  expect(shortened('transmisor', 7)).toBe('transm…');
  expect(shortened('rampa, baño', 6)).toBe('rampa…');
});

test('capitals take more room', () => {
  expect(shortened('PLAZA', 5)).toBe('PLA…');
  expect(shortened('plaza', 5)).toBe('plaza');
});

test('letters of several code points are not torn apart', () => {
  expect(shortened('👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 2)).toBe('👨‍👩‍👧…');
});

test('bars grow from the side where the line starts', () => {
  expect(percentAt(0.3333)).toBe('33.33%');
  expect(barStart('ltr', 0, 0.4)).toBe('0%');
  expect(barStart('rtl', 0, 0.4)).toBe('60%');
});
