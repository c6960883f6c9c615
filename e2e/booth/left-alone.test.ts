import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type BoothSite, openBoothSite } from './booth-site.ts';
import { trialContest } from './trial-contest.ts';
import { castIt, codeOf, enter, heading, mark, press, voter } from './voter.ts';

/** A phone that somebody puts down in the middle of a vote, and somebody else takes up. */
const commune = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b214');

let site: BoothSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openBoothSite([commune]), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const minutes = (n: number): number => n * 60_000;
const kept = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify(Object.entries(sessionStorage)));
const asksForCode = async (page: Page): Promise<boolean> => await page.locator('#code').isVisible();

test('after half an hour without a touch it is back at the start, and says why; the code and the marks are gone', async () => {
  await voter(browser, async (page) => {
    await page.clock.install();
    await enter(page, site.address(commune), codeOf(commune, 0));
    await mark(page, 7, 12);
    await page.clock.fastForward(minutes(29));
    await mark(page, 5);
    await page.clock.fastForward(minutes(29));
    expect(await heading(page)).toBe('Elija hasta 6 proyectos');
    await page.clock.fastForward(minutes(2));
    await page.locator('#left-alone').waitFor();
    expect(await page.locator('#left-alone').innerText()).toContain('Nadie tocó esta página en media hora.');
    expect(await kept(page)).not.toContain('marked');
    await press(page, 'Empezar a votar');
    expect([await asksForCode(page), await page.locator('#left-alone').isVisible()]).toEqual([true, false]);
    await page.goBack();
    await page.goBack();
    await page.goForward();
    expect(await page.locator('input:checked').count()).toBe(0);
  });
});

test('a tab that comes back after half an hour has forgotten what was marked, and one that comes back sooner has not', async () => {
  await voter(browser, async (page) => {
    await page.clock.install();
    await enter(page, site.address(commune), codeOf(commune, 0));
    await mark(page, 7);
    await page.clock.fastForward(minutes(20));
    await page.reload();
    expect(await page.locator('#choose-note').innerText()).toContain('Recuperamos lo que había marcado');
    await mark(page, 12);
    await page.evaluate((past) => {
      sessionStorage.setItem(
        'convite-booth touched',
        String(Number(sessionStorage.getItem('convite-booth touched')) - past),
      );
    }, minutes(31));
    await page.reload();
    expect(await kept(page)).not.toContain('marked');
    expect(await page.locator('input:checked').count()).toBe(0);
  });
});

test('a receipt stays, and whoever votes again is asked for the code', async () => {
  await voter(browser, async (page) => {
    await page.clock.install();
    await enter(page, site.address(commune), codeOf(commune, 1));
    await mark(page, 7);
    const tracker = await castIt(page);
    await page.clock.fastForward(minutes(31));
    expect(await page.locator('#receipt').innerText()).toContain(tracker);
    await press(page, 'Votar de nuevo');
    expect(await asksForCode(page)).toBe(true);
  });
});

test('a sealed ballot on its way is not taken back', async () => {
  await voter(browser, async (page) => {
    await page.clock.install();
    await enter(page, site.address(commune), codeOf(commune, 2));
    await mark(page, 7);
    await press(page, 'Revisar');
    await page.context().setOffline(true);
    await press(page, 'Depositar mi voto');
    await page.locator('#again').waitFor();
    await page.clock.fastForward(minutes(31));
    expect(await heading(page)).toBe('Estamos depositando su voto');
    await page.context().setOffline(false);
    await page.locator('#receipt').waitFor();
  });
});

test('who only reads the first page is told nothing', async () => {
  await voter(browser, async (page) => {
    await page.clock.install();
    await page.goto(site.address(commune));
    await page.clock.fastForward(minutes(61));
    expect(await page.locator('#left-alone').isVisible()).toBe(false);
  });
});
