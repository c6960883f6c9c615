import { expect, test } from 'vitest';
import { acceptedLocale, parseLocale } from './locale.ts';

test('a regional tag finds its language', () => {
  expect(parseLocale('en-GB')).toBe('en');
  expect(parseLocale(' ES ')).toBe('es');
  expect(parseLocale('eo')).toBeUndefined();
  expect(parseLocale(undefined)).toBeUndefined();
});

test('the accepted language is the one asked for most, the first among equals', () => {
  expect(acceptedLocale('en;q=0.4, es;q=0.8')).toBe('es');
  expect(acceptedLocale('fr, en-US;q=0.7, es;q=0.1')).toBe('en');
  expect(acceptedLocale('en, es')).toBe('en');
});

test('a header that asks for nothing of ours gives the source language', () => {
  expect(acceptedLocale(undefined)).toBe('es');
  expect(acceptedLocale('de')).toBe('es');
  expect(acceptedLocale('en;q=0')).toBe('es');
  expect(acceptedLocale(';;,q=,en;q=9')).toBe('es');
});
