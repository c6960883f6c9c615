import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consultationChecks } from '@convite/archive';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeServerProcess, type ServerProcess } from '../../apps/web/test/ballots/server-process.ts';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { startBrowser } from '../browser.ts';
import { castIt, mark, press, voter } from '../booth/voter.ts';
import { makeAnswer } from '../trustee-page/steps-on-site.ts';
import { openDownload, tamperings } from './tampered-download.ts';

/** What a newcomer does with the demo, on a telephone, from the first press to the checked result. */

const command = fileURLToPath(new URL('../../apps/cli/bin/convite.mjs', import.meta.url));
const t = translationOf('es');
const slug = 'obras-pequenas';
let server: ServerProcess;
let browser: Browser;
let address: string;
let folder: string;
/** Where the file of the whole consultation was saved. */
let download = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'convite-newcomer-'));
  [server, browser] = await Promise.all([makeServerProcess('demo-walk', {}), startBrowser()]);
  address = await server.start();
}, 400_000);
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

interface Verdict {
  readonly accepted: boolean;
  /** The numbers of the checks that fail. */
  readonly failed: readonly number[];
}

/** What the command says of a file that anybody may download. */
async function verdictOn(file: string): Promise<Verdict> {
  // Who refuses ends with another code than 0, and says why all the same.
  const said = await new Promise<string>((resolve) => {
    execFile(process.execPath, [command, 'verify', file, '--json'], (_, stdout) => resolve(stdout));
  });
  const answer: { readonly accepted: boolean; readonly failures: readonly { readonly check: number }[] } =
    JSON.parse(said);
  return { accepted: answer.accepted, failed: answer.failures.map(({ check }) => check) };
}

const home = async (page: Page): Promise<void> => void (await page.goto(address));

/** Opens the paper of one of the codes that are offered. @returns the path of its contest */
async function openPaper(page: Page, code: number): Promise<string> {
  await page
    .getByRole('link', { name: /^Vote como/u })
    .nth(code)
    .click();
  await press(page, 'Empezar a votar');
  await page.locator('#choose').waitFor();
  return new URL(page.url()).pathname.replace(/\/vote$/u, '');
}

/** Waits on the first page, which renews itself while something is under way, for what comes however late. */
async function comes(page: Page, part: Locator): Promise<void> {
  await home(page);
  await part.waitFor({ timeout: 0 });
}

/** Presses a button of the first page by which somebody's part is taken. */
async function takePart(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  await comes(page, button);
  await button.click();
}

/** Two guarantors do something: one proposes at the page that the guide leads to, the other agrees. */
async function together(page: Page, proposal: string): Promise<void> {
  await takePart(page, t.demo.propose('Garante 1'));
  await page.locator('#reason').fill('Lo vimos entre todas.');
  await press(page, proposal);
  await takePart(page, t.demo.agree('Garante 2'));
  await page.getByLabel(t.accounts.agree).check();
  await press(page, t.accounts.confirm);
}

async function saved(page: Page, press: () => Promise<void>, name: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

/** Reloads a page until it is no longer about something under way, and has what is waited for. */
async function settled(page: Page, path: string, part: Locator = page.locator('main')): Promise<void> {
  for (;;) {
    await page.goto(new URL(path, address).href);
    const isBusy = (await page.locator('main[aria-busy]').count()) > 0;
    if (!isBusy && (await part.count()) > 0) return;
    await page.waitForTimeout(200);
  }
}

test('votes twice, lends the telephone, closes, opens with two keys, publishes, and finds the result', async () => {
  await voter(
    browser,
    async (page) => {
      await comes(page, page.locator('#try .demo-codes').first());
      const contest = await openPaper(page, 0);
      await mark(page, 2, 3);
      await castIt(page);
      // A change of mind: the last ballot counts.
      await press(page, 'Votar de nuevo');
      await mark(page, 2);
      const tracking = (await castIt(page)).replaceAll(/\s+/gu, ' ');
      await press(page, 'Terminar y limpiar este teléfono');

      // The telephone goes to a neighbour.
      await home(page);
      await openPaper(page, 1);
      await mark(page, 2, 5);
      await castIt(page);

      await home(page);
      await page.getByRole('link', { name: t.demo.findGo }).click();
      await page.goto(new URL(`${contest}/board/codes`, address).href);
      expect(await page.locator('tr', { hasText: tracking }).count()).toBe(1);
      // Every page of a demo leads back to the guide, which says where the vote stands.
      await page.getByRole('link', { name: t.frame.demoGuide }).click();
      expect(await page.locator('#try li[aria-current] h3').innerText()).not.toContain(t.demo.close);

      // The invented people vote beside the visitors; whom the close finds at it would be missing.
      await comes(page, page.getByText(t.demo.visitors(2)));
      await together(page, t.controlRoom.propose);
      for (const number of [1, 2]) {
        await takePart(page, t.demo.openAs(`Custodio ${number}`));
        await settled(page, `/org/c/${slug}/tally`, page.locator('form[action$="/tally/work"]'));
        const work = await saved(page, () => press(page, t.tally.downloadButton), 'work.zip');
        await home(page);
        const key = await saved(
          page,
          () => page.getByRole('link', { name: t.demo.key(`Custodio ${number}`) }).click(),
          'key.json',
        );
        await page.goto(new URL('/trustee', address).href);
        const answer = await makeAnswer({ page, folder }, page, key, work);
        await page.goto(new URL(`/org/c/${slug}/tally`, address).href);
        await page.locator('#file').setInputFiles(answer);
        await press(page, t.tally.bringButton);
        await settled(page, new URL(page.url()).pathname);
      }
      await takePart(page, 'Garante 1');
      await settled(page, `/org/c/${slug}/result`, page.locator('#propose'));
      await together(page, t.results.publish.provisional);
      await home(page);
      await page.locator('#try').getByRole('link', { name: t.demo.checkGo }).click();
      // 36 people of La Enramada and 48 of the whole city voted before; two more on one of their two papers.
      expect(await page.locator('main').innerText()).toContain('86');
      download = await saved(
        page,
        () => page.locator(`a[href="/c/${slug}/archive.zip"]`).first().click(),
        `${slug}.zip`,
      );
      expect(await verdictOn(download)).toEqual({ accepted: true, failed: [] });

      // Whoever comes next finds a vote that is open, and the result of this one.
      await settled(page, '/', page.locator(`#try a[href^="/c/${slug}-2/contests/"]`));
      expect(await page.locator(`#try a[href="/c/${slug}/result"]`).count()).toBe(1);
      await openPaper(page, 0);
      expect(new URL(page.url()).pathname).toContain(`/c/${slug}-2/`);
      await mark(page, 1);
      await castIt(page);
    },
    { acceptDownloads: true },
  );
}, 1_500_000);

test.each(tamperings)('the same file is refused, with the reason, when $what', async ({ check, make }) => {
  const whole = readFileSync(download);
  const path = join(folder, 'tampered.zip');
  writeFileSync(path, await make(await openDownload(whole), whole));
  const { accepted, failed } = await verdictOn(path);
  expect([accepted, failed]).toEqual([false, expect.arrayContaining([consultationChecks[check]])]);
});
