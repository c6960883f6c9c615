import { checkReceipt } from '@convite/crypto';
import { createHash } from 'node:crypto';
import { invariant } from '@convite/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openVote, type OpenVote } from '../../apps/web/test/ballots/open-vote.ts';
import { moveContest } from '../../apps/web/test/ballots/voting-contest.ts';
import { openTestSite, type TestSite } from '../../apps/web/test/open-test-site.ts';
import { startBrowser } from '../browser.ts';
import { castIt, enter, heading, mark, press, voter } from './voter.ts';

let site: TestSite;
let vote: OpenVote;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), startBrowser()]);
  vote = await openVote(site, 5);
  const titles = ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'];
  await site.database.pool.query(
    `insert into options (contest_id, number, title, summary, cost, place, theme, withdrawn_at)
     select $1, number, title, '', 150000, 'El Molino', '', case when title = 'Calle' then now() end
     from unnest($2::text[]) with ordinality as row (title, number)`,
    [vote.contest, titles],
  );
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const address = (): string => `${site.origin}${vote.path}/vote`;
const letter = (i: number): string => {
  const code = vote.election.letters[i]?.credential;
  invariant(code !== undefined, 'there are so many letters');
  return code;
};

/** The receipt in the file that the voter saves. */
async function savedReceipt(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString();
  return text.slice(text.indexOf('{')).trim();
}

test('a voter casts on the real board, her receipt holds offline, and the code of her receipt leads to her row', async () => {
  await voter(browser, async (page) => {
    await enter(page, address(), letter(0));
    expect(await heading(page)).toBe('Elija un proyecto');
    expect(await page.locator('#choose .meta b').first().innerText()).toBe('1.500\u00a0VES');
    expect(await page.locator('.gone').innerText()).toContain('El número 5 fue retirado.');
    await mark(page, 4);
    const code = await castIt(page);
    const receipt = await savedReceipt(page);
    const key = (await (await site.ask(`${vote.path}/board/key`)).text()).trim();
    const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();
    const checked = checkReceipt(receipt, key, sha256);
    expect(checked).toMatchObject({ ok: true, value: { contest: vote.contest, height: 1 } });
    const tracker = checked.ok ? checked.value.tracker : '';
    await page.goto(`${site.origin}${vote.path}/board/codes#${tracker}`);
    expect(await page.locator('tr:target').innerText()).toContain(code.replaceAll(/\s+/gu, ' '));
  });
});

test('the same sitting may vote again: the board holds both, and the first one as replaced', async () => {
  await voter(browser, async (page) => {
    await enter(page, address(), letter(1));
    await mark(page, 1);
    const first = await castIt(page);
    await press(page, 'Votar de nuevo');
    await mark(page, 2);
    await castIt(page);
    await page.goto(`${site.origin}${vote.path}/board/codes`);
    const row = page.locator('tr', { hasText: first.replaceAll(/\s+/gu, ' ') });
    expect(await row.innerText()).toContain('Reemplazado');
  });
});

test('after the close nothing is taken: neither from a booth that stood open, nor from a new one', async () => {
  await voter(browser, async (page) => {
    await enter(page, address(), letter(2));
    await mark(page, 1);
    await press(page, 'Revisar');
    await moveContest(site.database.pool, vote, 'closed');
    await press(page, 'Depositar mi voto');
    await page.locator('#way-back').waitFor();
    expect(await page.locator('#sealing-says').innerText()).toBe('Esta votación ya cerró. Su voto no entró.');
    await page.goto(address());
    expect(await heading(page)).toBe('La votación ya cerró');
  });
});
