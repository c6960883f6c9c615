import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { locales } from '../apps/web/src/i18n/locale.ts';
import { codeSentences, longSentences } from './page-sentences.ts';
import { drawState, sheetBytes } from './page-server.ts';
import { pageStates } from './states/page-states.tsx';

const names = pageStates.map(({ name }) => name);
const compressed = (content: string | Uint8Array): number => gzipSync(content, { level: 6 }).byteLength;
const sheet = compressed(sheetBytes());

describe('what a page weighs', () => {
  test('the first view of the home page, style sheet included, fits one round trip', () => {
    for (const locale of locales) expect(compressed(drawState('home', locale)) + sheet).toBeLessThanOrEqual(14_000);
  });

  test.each(names)('%s and its style sheet are at most 50 kB', (name) => {
    for (const locale of locales) expect(compressed(drawState(name, locale)) + sheet).toBeLessThanOrEqual(50_000);
  });

  test('the result of a commune is at most 20 kB', () => {
    expect(compressed(drawState('result', 'es')) + sheet).toBeLessThanOrEqual(20_000);
  });

  test('whoever asked to save data is sent no font', () => {
    const page = drawState('result', 'es', true);
    expect(page).not.toContain('woff2');
    expect(page).toContain('/assets/convite-plain-');
    expect(drawState('result', 'es')).toContain('woff2');
  });
});

describe.each(names)('the text of %s', (name) => {
  const pages = locales.map((locale) => ({ locale, html: drawState(name, locale) }));

  test('has no script, no style in the markup, and every id once', () => {
    for (const { html } of pages) {
      expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=/u);
      const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id);
      expect(ids).toEqual([...new Set(ids)]);
      for (const [, target = ''] of html.matchAll(/href="#([^"]+)"/gu)) expect(ids).toContain(target);
    }
  });

  test('shows no word of the code', () => {
    for (const { html } of pages) expect(codeSentences(html)).toEqual([]);
  });

  test('is said in sentences of at most twenty words', () => {
    // The names that people gave to their projects are theirs.
    if (name.includes('city') || name.includes('long-words')) return;
    for (const { html } of pages) expect(longSentences(html)).toEqual([]);
  });

  test('says beside a control and at the head of its form in whole sentences what is wrong', () => {
    for (const { html } of pages) {
      const beside = [...html.matchAll(/<p class="err"[^>]*>(.*?)<\/p>/gsu)].map(([, says]) => says);
      const heads = [...html.matchAll(/<div class="problem" role="alert" tabindex="-1">.*?<\/ul>/gsu)].join('');
      const listed = [...heads.matchAll(/<li><a[^>]*>(.*?)<\/a>/gsu)].map(([, says]) => says);
      expect([...beside, ...listed].filter((says) => !/[.?!]$/u.test(says ?? ''))).toEqual([]);
    }
  });

  test('is in another language when asked', () => {
    const [one, other] = pages;
    expect(one?.html).toContain(`<html lang="${one?.locale}"`);
    expect(one?.html).not.toBe(other?.html);
  });
});
