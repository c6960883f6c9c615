import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type BoothSite, openBoothSite } from './booth-site.ts';
import { trialContest } from './trial-contest.ts';
import { heading, voter } from './voter.ts';

const approval = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b221');
const [first] = approval.paper.options;
const long = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b222', {
  options: Array.from({ length: 60 }, (_, i) => ({
    number: i + 1,
    title: `Obra ${i + 1}`,
    summary: '',
    cost: '10',
    place: '',
    theme: '',
    isWithdrawn: false,
    answer: i,
    text: `Obra ${i + 1}`,
    ...(i === 0 && first !== undefined && { title: first.title }),
  })),
});
const one = trialContest('one', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b223');

let site: BoothSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openBoothSite([approval, long, one]), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const plain = (does: (page: Page) => Promise<void>): Promise<void> =>
  voter(browser, does, { javaScriptEnabled: false, viewport: { width: 320, height: 640 } });

describe('without script', () => {
  test('the first page says why nobody can vote here, and where instead; it has no field for the code', async () => {
    await plain(async (page) => {
      await page.goto(site.address(approval));
      const text = await page.locator('main').innerText();
      expect(text).toContain('Para votar aquí hace falta un navegador con JavaScript.');
      expect(text).toContain('Mesa 2, casa comunal. De 8:00 a 18:00.');
      expect(text).toContain('Lo que no podemos prometer');
      expect(await page.locator('#begin').isVisible()).toBe(false);
      expect(await page.locator('input:visible').count()).toBe(0);
    });
  });

  test('a list is prepared by numbers and by ticks, over the limit too, and told to be no vote', async () => {
    await plain(async (page) => {
      await page.goto(site.address(approval));
      await page.getByRole('link', { name: 'Preparar mi lista sin votar todavía' }).click();
      expect(await page.locator('main').innerText()).toContain('lo que marca llega al servidor');
      await page.locator('#nums').fill('7, 12, 99');
      await page.getByRole('button', { name: 'Marcar' }).click();
      expect(await page.locator('.quick').innerText()).toContain('En esta boleta no está el 99.');
      expect(await page.locator('.choose input:checked').count()).toBe(2);
      await page.locator('#nums').fill('');
      for (const number of [1, 2, 3, 4, 5]) await page.locator(`label[for=p${number}]`).click();
      await page.getByRole('button', { name: 'Revisar' }).click();
      expect(await page.title()).toContain('Error: Eligió 7. Quite 1 para continuar.');
      await page.locator('label[for=p1]').click();
      await page.getByRole('button', { name: 'Revisar' }).click();
      expect(await heading(page)).toBe('Su lista está lista');
      expect(await page.locator('main').innerText()).toContain('2, 3, 4, 5, 7, 12');
      expect(await page.locator('main').innerText()).toContain('Esto no es un voto.');
    });
  });

  test('marks of one page are still there after another, and after a search', async () => {
    await plain(async (page) => {
      await page.goto(`${site.address(long)}/list`);
      await page.locator('label[for=p3]').click();
      await page.getByRole('button', { name: 'Guardar y ver los siguientes' }).click();
      expect(await page.locator('.ruled').innerText()).toContain('Página 2 de 3');
      await page.locator('label[for=p30]').click();
      await page.locator('#search').fill('éscalera');
      await page.getByRole('button', { name: 'Buscar' }).click();
      await page.locator('label[for=p1]').click();
      await page.getByRole('button', { name: 'Ver toda la lista' }).click();
      expect(await page.locator('.choose input:checked').count()).toBe(2);
      await page.locator('label[for=p3]').click();
      await page.getByRole('button', { name: 'Revisar' }).click();
      expect(await page.locator('.chosen .pno').allInnerTexts()).toEqual(['1', '30']);
      await page.getByRole('button', { name: 'Cambiar mi selección' }).click();
      expect(await page.locator('.choose input:checked').count()).toBe(1);
    });
  });

  test('one of a short list replaces another', async () => {
    await plain(async (page) => {
      await page.goto(`${site.address(one)}/list`);
      await page.locator('label[for=p1]').click();
      await page.locator('#nums').fill('3');
      await page.getByRole('button', { name: 'Marcar' }).click();
      await page.getByRole('button', { name: 'Revisar' }).click();
      expect(await page.locator('.chosen .pno').allInnerTexts()).toEqual(['3']);
    });
  });

  test('marks that nobody here signed are not taken over', async () => {
    const { paper } = approval;
    const send = (kept: string) =>
      fetch(`${site.address(approval)}/list`, {
        method: 'POST',
        headers: { Origin: site.origin },
        body: new URLSearchParams({ kept, do: 'review' }),
      }).then((response) => response.text());
    expect(await send(`7.12~${'A'.repeat(43)}`)).toContain('No pudimos leer las marcas');
    expect(await send('7.12')).toContain('No pudimos leer las marcas');
    const page = await fetch(`${site.address(one)}/list`, {
      method: 'POST',
      headers: { Origin: site.origin },
      body: new URLSearchParams({ nums: '2', do: 'nums' }),
    }).then((response) => response.text());
    const ofOther = /name="kept" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    expect(ofOther).toMatch(/^2~/u);
    expect(await send(ofOther)).toContain('No pudimos leer las marcas');
    expect(paper.options.length).toBe(24);
  });
});

test('where the program does not arrive, the page says after a moment what one without script says', async () => {
  const page = await browser.newPage();
  await page.route('**/assets/booth-*.js', (route) => route.abort());
  await page.goto(site.address(approval));
  expect(await page.locator('#begin').isVisible()).toBe(false);
  await page.locator('.no-script').waitFor({ state: 'visible', timeout: 100_000 });
  expect(await page.locator('.no-script').innerText()).toContain('Mesa 2, casa comunal.');
  // Before everything else that there is to read.
  expect(await page.evaluate(() => document.querySelector('#start .lead + *')?.className)).toContain('no-script');
  await page.close();
});

test('what is no form, or a damaged one, is answered with an empty list', async () => {
  const form = 'application/x-www-form-urlencoded';
  for (const [type, body] of [
    ['application/json', '{"p":7}'],
    ['multipart/form-data; boundary=x', 'no part'],
    [form, '%ff=%&&&=&p'],
    [form, `p=${'7'.repeat(60_000)}`],
    [form, 'do=review&page=-1&p=1e9&p=NaN&nums=%00'],
    [form, ''],
  ] as const) {
    const response = await fetch(`${site.address(approval)}/list`, {
      method: 'POST',
      headers: { Origin: site.origin, 'Content-Type': type },
      body,
    });
    expect([response.status, response.headers.get('Cache-Control')], body.slice(0, 40)).toEqual([200, 'no-store']);
    expect(await response.text()).not.toContain('checked');
  }
  const foreign = await fetch(`${site.address(approval)}/list`, { method: 'POST', headers: { 'Content-Type': form } });
  expect(foreign.status).toBe(403);
  const large = new URLSearchParams({ nums: '7 '.repeat(50_000) });
  const refused = await fetch(`${site.address(approval)}/list`, {
    method: 'POST',
    headers: { Origin: site.origin },
    body: large,
  });
  expect(refused.status).toBe(413);
});

describe('without a secure connection', () => {
  test('nobody can vote: the page says why, and where instead', async () => {
    const page = await browser.newPage();
    // A name that is not this machine's own makes the same bytes an insecure page.
    await page.route('http://booth.test/**', async (route) => {
      const { pathname, search } = new URL(route.request().url());
      await route.fulfill({ response: await route.fetch({ url: site.origin + pathname + search }) });
    });
    await page.goto(site.address(approval).replace(site.origin, 'http://booth.test'));
    await page.locator('.insecure-only').waitFor();
    const text = await page.locator('main').innerText();
    expect(text).toContain('Esta conexión no es segura');
    expect(text).toContain('Mesa 2, casa comunal.');
    expect(await page.locator('#begin').isVisible()).toBe(false);
    expect(await page.locator('input:visible').count()).toBe(0);
    await page.close();
  });
});
