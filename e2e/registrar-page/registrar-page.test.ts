import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readReplacement } from '@convite/domain';
import { type Calendar, letterFacts, lettersPage, listedPages, readGiven } from '@convite/registrar';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleRegistrarPage } from '../../apps/web/scripts/bundle-registrar-page.mjs';
import { startBrowser } from '../browser.ts';
import { press, titled } from '../offline-desk.ts';
import { openOfflineSite, type OfflineSite, put, save } from '../offline-site.ts';
import { listIn, takenIn, textOf } from './made-files.ts';
import { beginReplacing, bringGiven, type Given, makeCodes } from './making.ts';
import { orderOf, people, rollCsv, salt, writtenOrder } from './neighbourhood.ts';

const calendar: Calendar = (locale, options) => new Intl.DateTimeFormat(locale, options);
let site: OfflineSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openOfflineSite('registrar', bundleRegistrarPage), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** The registrar at a machine of their own. */
interface Registrar {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly folder: string;
  readonly faults: readonly string[];
  /** Whatever the browser asked for. */
  readonly requests: readonly string[];
}

async function sitDown(name: string, address: string, locale = 'es-VE'): Promise<Registrar> {
  const folder = join(site.folder, name);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ locale, acceptDownloads: true });
  // The test's own limit alone ends what takes long.
  context.setDefaultTimeout(0);
  // Nobody is there to answer the window of the printer: whoever prints leaves a mark in what is printed.
  await context.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = 'yes';
    };
  });
  const page = await context.newPage();
  const faults: string[] = [];
  const requests: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { context, page, folder, faults, requests };
}

const file = (name: string, content: string): string => put(site.folder, name, content);
const order = (): string => file('order.json', writtenOrder());
const roll = (): string => file('frozen.csv', rollCsv());

const given = (own: Partial<Given> = {}): Given => ({ order: order(), roll: roll(), salt, ...own });
const bring = (page: Page, own: Partial<Given>): Promise<void> => bringGiven(page, given(own));

describe('the codes of a consultation, made from a disk without a network', () => {
  test('are taken by the site, are on letters in the language of each person, check, and are replaced', async () => {
    const registrar = await sitDown('whole', site.onDisk);
    const { page, context, folder, faults, requests } = registrar;
    await context.setOffline(true);
    const files = await makeCodes(registrar, given());
    const list = listIn(files['PRIVATE-codes.csv']);
    const contests = takenIn(files['upload.jsonl']);
    expect(contests.map(({ credentials }) => credentials.length)).toEqual([9, 6, 3]);
    expect(list.filter(({ kind }) => kind === 'voter').map(({ id }) => id)).toEqual(people.map(({ id }) => id));
    const sha256 = createHash('sha256').update(files['upload.jsonl'].bytes).digest('hex');
    expect(JSON.parse(textOf(files['PUBLISH-credentials.json']))).toMatchObject({ people: 5, spares: 4, sha256 });
    expect((await page.locator('.spoken').innerText()).replaceAll(/\s/gu, '')).toBe(sha256);
    for (const { code } of list) expect(textOf(files['upload.jsonl'])).not.toContain(code);

    // What is shown is what is printed, and what the command would write.
    await press(page, 'Ver e imprimir las cartas');
    await page.getByText('En este grupo: 4 personas y 2 de reserva. Papeletas: Obra 1, Obra 2.').waitFor();
    const frame = page.frameLocator('iframe');
    const pages = listedPages(orderOf(), list);
    for (const sheet of ['letters', 'slips'] as const) {
      await page.getByLabel('Qué imprime').selectOption(sheet);
      for (const [i, { people: own }] of pages.entries()) {
        await page.getByLabel('Ir al grupo').selectOption(String(i));
        const saved = await save(page, `Guardar PRIVATE-${sheet}-0000${i + 1}.html`, folder);
        expect(textOf(saved)).toBe(lettersPage(sheet, letterFacts(orderOf(), calendar), own));
        expect(await frame.locator('section').count()).toBe(own.length);
      }
      await page.getByLabel('Ir al grupo').selectOption('0');
      const arabic = frame.locator('section[lang=ar]');
      await arabic.waitFor();
      expect(await arabic.getAttribute('dir')).toBe('rtl');
      expect(await arabic.locator('svg').count()).toBe(1);
      const code = arabic.locator('.code bdi');
      expect([await code.innerText(), await code.getAttribute('dir')]).toEqual([list[1]?.code, 'ltr']);
      // Only with the style of the letters, which the policy allows by its hash.
      expect(await code.evaluate((element) => getComputedStyle(element).whiteSpace)).toBe('nowrap');
      await press(page, 'Imprimir este grupo');
      expect(await frame.locator('html').getAttribute('data-printed')).toBe('yes');
    }
    expect(await page.locator('html').getAttribute('data-printed')).toBe(null);

    await press(page, 'Volver a los archivos');
    await press(page, 'Volver al inicio');
    await press(page, 'Comprobar');
    await page.getByLabel('El pedido de códigos').setInputFiles(order());
    await page.getByLabel('La lista privada').setInputFiles(files['PRIVATE-codes.csv'].path);
    await page.getByLabel('El archivo para el sitio').setInputFiles(files['upload.jsonl'].path);
    await press(page, 'Comprobar');
    await titled(page, 'Coinciden');
    expect((await page.locator('.spoken').innerText()).replaceAll(/\s/gu, '')).toBe(sha256);

    await press(page, 'Volver al inicio');
    await press(page, 'Comprobar');
    const [first = ''] = contests[0]?.credentials ?? [];
    const exchanged = textOf(files['upload.jsonl']).replace(first, `${'01'.repeat(31)}00`);
    await page.getByLabel('El pedido de códigos').setInputFiles(order());
    await page.getByLabel('La lista privada').setInputFiles(files['PRIVATE-codes.csv'].path);
    await page.getByLabel('El archivo para el sitio').setInputFiles(file('exchanged.jsonl', exchanged));
    await press(page, 'Comprobar');
    await titled(page, 'No coinciden');
    await page.getByRole('alert').getByText('Obra 1: faltan 1, sobran 1').waitFor();

    await press(page, 'Volver al inicio');
    const kept = { order: order(), list: files['PRIVATE-codes.csv'].path, given: files['PRIVATE-given.csv'].path };
    await beginReplacing(page, kept, 'perez', 'Ana Pérez');
    expect(await page.locator('iframe').count()).toBe(0);
    const spares = await save(page, 'Guardar PRIVATE-given.csv', folder);
    const spare = list.find(({ kind, slice }) => kind === 'spare' && slice === 0);
    expect(readGiven(textOf(spares))).toEqual({
      ok: true,
      value: [{ slice: 0, spare: '1', to: 'p1', name: 'Ana Pérez' }],
    });
    await frame.getByText(spare?.code ?? '').waitFor();
    const form = readReplacement(textOf(await save(page, 'Guardar replacement.json', folder)));
    if (!form.ok) throw new Error('the site refuses the replacement');
    for (const [i, pair] of form.value.pairs.entries()) {
      expect(contests[i]?.spares).toContain(pair.spare);
      expect(contests[i]?.credentials).toContain('lost' in pair ? pair.lost : '');
    }
    await press(page, 'Imprimir la carta');
    expect(await frame.locator('html').getAttribute('data-printed')).toBe('yes');

    expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([site.onDisk]);
    expect(faults).toEqual([]);
    await context.close();
  });
});

describe('nothing is made', () => {
  const other = { ...orderOf(), consultation: 'otra-2026' };
  test.each([
    [
      'of another roll',
      () => ({ roll: file('r1.csv', rollCsv().replace('Tom', 'Tim')) }),
      'El padrón no es el del pedido',
    ],
    ['with another salt', () => ({ salt: '08'.repeat(32) }), 'o la sal es otra'],
    ['with half a salt', () => ({ salt: salt.slice(0, 30) }), 'Aquí hay 30 signos'],
    [
      'for the order of another consultation',
      () => ({ order: file('o1.json', writtenOrder(other)) }),
      'no es el del pedido',
    ],
    ['for an order that was edited', () => ({ order: file('o2.json', ` ${writtenOrder()}`) }), 'se cambió o se guardó'],
    ['for what is no order', () => ({ order: file('o3.json', rollCsv()) }), 'no es un pedido de códigos'],
    ['of a roll with a person less', () => ({ roll: file('r2.csv', rollCsv(people.slice(1))) }), '4 personas'],
    [
      'of lines with defects',
      () => ({ roll: file('r3.csv', rollCsv().replace('1980-04-03', 'ayer')) }),
      'líneas del padrón',
    ],
    [
      'of broken quotes',
      () => ({ roll: file('r4.csv', rollCsv().replace('Tom Reed"', 'Tom Reed')) }),
      'no está escrita como CSV',
    ],
    ['of another table', () => ({ roll: file('r5.csv', 'a,b\r\n1,2\r\n') }), 'no nombra las columnas'],
  ])('%s', async (name, wrong, told) => {
    const { page, context, faults } = await sitDown(name.replaceAll(' ', '-'), site.onDisk);
    const downloads: string[] = [];
    page.on('download', (one) => downloads.push(one.suggestedFilename()));
    await press(page, 'Hacer los códigos');
    await bring(page, wrong());
    await page.getByRole('alert').getByText(told).waitFor();
    await titled(page, 'Hacer los códigos');
    expect(await page.getByRole('button', { name: /Guardar/u }).count()).toBe(0);
    // What is right goes on from here; the salt that was typed still stands there.
    await bring(page, {});
    await page.getByText('El padrón es el que se congeló.').waitFor();
    expect([downloads, faults]).toEqual([[], []]);
    await context.close();
  });

  test('of more people than the page is meant for: it names the command', async () => {
    const { page, context } = await sitDown('many', site.onDisk);
    await press(page, 'Hacer los códigos');
    const many = { ...orderOf(), roll: { ...orderOf().roll, entries: 100_001 } };
    await bring(page, { order: file('many.json', writtenOrder(many)) });
    await page.getByRole('alert').getByText('convite registrar consultation').waitFor();
    // What was not wrong need not be chosen again.
    const chosen = (label: string): Promise<number | undefined> =>
      page.getByLabel(label).evaluate((input: HTMLInputElement) => input.files?.length);
    expect([await chosen('El pedido de códigos'), await chosen('El padrón congelado')]).toEqual([0, 1]);
    await context.close();
  });
});

describe('the page', () => {
  test('runs nothing but its one program, shows nothing but its own letters, reaches no address, and is light', async () => {
    const { page, context, folder } = await sitDown('served', site.served);
    const response = await fetch(site.served);
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    const html = await response.text();
    expect(html).toBe(site.html);
    const script = /<script>(?<text>[\s\S]+)<\/script>/u.exec(html)?.groups?.['text'] ?? '';
    const hash = createHash('sha256').update(script).digest('base64');
    expect(policy).toContain(`default-src 'none'; script-src 'sha256-${hash}' 'wasm-unsafe-eval'; worker-src blob:;`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/unsafe-inline|https?:|\*/u);
    expect(html).not.toMatch(/(?:src|href)="(?!#main|data:,")/u);
    expect(gzipSync(html).byteLength).toBeLessThan(90_000);
    const before = site.asked.length;
    expect(
      await page.evaluate(() =>
        fetch('/registrar').then(
          () => 'reached',
          () => 'refused',
        ),
      ),
    ).toBe('refused');
    expect(site.asked.length).toBe(before);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Guardar esta página en su equipo' }).click(),
    ]);
    await download.saveAs(join(folder, 'saved.html'));
    expect(readFileSync(join(folder, 'saved.html'), 'utf8')).toBe(site.html);
    await context.close();
  });

  test('keeps nobody from saving: whoever would lose the codes is told first', async () => {
    const { page, context } = await sitDown('hasty', site.served);
    await press(page, 'Hacer los códigos');
    await bring(page, {});
    await page.getByText('El padrón es el que se congeló.').waitFor();
    await press(page, 'Hacer los códigos');
    await titled(page, 'Hechos: guarde sus cuatro archivos');
    await press(page, 'Volver al inicio');
    await page.getByRole('alert').getByText('Todavía no guardó todos sus archivos.').waitFor();
    await context.close();
  });

  test('speaks English where the browser does', async () => {
    const { page, context } = await sitDown('english', site.served, 'en-GB');
    await titled(page, 'The codes to vote with');
    await press(page, 'Español');
    await titled(page, 'Los códigos para votar');
    await context.close();
  });
});
