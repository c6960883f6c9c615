import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCity, makeCrew, prepareConsultation } from '../../apps/web/test/consultations/prepared.ts';
import { openTestSite, type TestSite } from '../../apps/web/test/open-test-site.ts';
import { makeStaff, type StaffBrowser } from '../../apps/web/test/staff.ts';
import { startBrowser } from '../browser.ts';
import { save } from '../offline-site.ts';

let site: TestSite;
let browser: Browser;
let folder: string;
let organiser: StaffBrowser;
let territory: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([openTestSite(), startBrowser()]);
  folder = mkdtempSync(join(tmpdir(), 'convite-on-site-'));
  const city = await makeCity(site);
  const crew = await makeCrew(site, city.city);
  ({ organiser } = crew);
  territory = city.city;
  await prepareConsultation(site, city, crew, 'barrio');
});
afterAll(async () => {
  await browser.close();
  await site.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A browser in which somebody of the staff has signed in. */
async function sitDown(staff: StaffBrowser): Promise<{ readonly context: BrowserContext; readonly page: Page }> {
  const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
  const [name = '', value = ''] = staff.cookie.split('=', 2);
  await context.addCookies([{ name, value, url: site.origin }]);
  const page = await context.newPage();
  await page.goto(`${site.origin}/org/c/barrio/trustees`);
  return { context, page };
}

/** A trustee at a machine, with the page of the site in front. */
interface Trustee {
  readonly name: string;
  readonly page: Page;
  readonly context: BrowserContext;
  readonly folder: string;
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();

/** Presses the link of the site that downloads a file. */
async function download({ page, folder: own }: Trustee, link: RegExp): Promise<string> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link }).first().click(),
  ]);
  const path = join(own, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Brings a file, and waits for the page that follows. */
async function bring({ page }: Trustee, path: string): Promise<void> {
  await page.getByLabel('Archivo público').setInputFiles(path);
  await Promise.all([page.waitForURL(/#places$/u), press(page, 'Traer')]);
}

/** The page of trustees, as the link of the site opens it, beside the page of the site. */
async function keyPage({ page, context }: Trustee): Promise<Page> {
  const href = await page.getByRole('link', { name: 'Abra la página de custodios' }).getAttribute('href');
  const opened = await context.newPage();
  await opened.goto(new URL(href ?? '', site.origin).href);
  await opened.getByRole('heading', { level: 1 }).waitFor();
  return opened;
}

test('three trustees make a key and rehearse, each by what the page says next, with nothing to type but what it knows', async () => {
  const people = new Map<string, Awaited<ReturnType<typeof makeStaff>>>();
  for (const name of ['Ana Pérez', 'Beto Gil', 'Núñez, Zoe']) {
    people.set(name, await makeStaff(site, name, [{ role: 'trustee', territory }]));
  }
  const begun = await sitDown(organiser);
  for (const name of people.keys()) await begun.page.getByLabel(name).check();
  await begun.page.getByLabel('Cuántas hacen falta para abrir').fill('2');
  await press(begun.page, 'Empezar la ceremonia');
  await begun.page.getByText('Ceremonia en marcha: 3 personas hacen una clave, y hacen falta 2 para abrir.').waitFor();

  const trustees: Trustee[] = [];
  for (const [i, [name, { browser: staff }]] of [...people].entries()) {
    const own = join(folder, String(i));
    mkdirSync(own);
    trustees.push({ name, folder: own, ...(await sitDown(staff)) });
  }
  const secrets = new Map<Trustee, string>();
  const ownKeys = new Map<Trustee, string>();
  for (const trustee of trustees) {
    await trustee.page.getByText('Haga su certificado y tráigalo.').waitFor();
    const keys = await keyPage(trustee);
    await press(keys, 'Hacer mi secreto');
    secrets.set(trustee, (await save(keys, /\.secret\.json/u, trustee.folder)).path);
    const { path } = await save(keys, /1-certificate/u, trustee.folder);
    await keys.close();
    // The wrong file of the two is refused, and the page says why.
    await trustee.page.getByLabel('Archivo público').setInputFiles(secrets.get(trustee) ?? '');
    await press(trustee.page, 'Traer');
    await trustee.page.getByRole('alert').getByText('Ese archivo es su secreto').waitFor();
    await bring(trustee, path);
  }
  for (const [says, wanted] of [
    ['haga su reparto y tráigalo', /2-deal/u],
    ['haga su clave y traiga la parte pública', /3-key/u],
  ] as const) {
    for (const trustee of trustees) {
      await trustee.page.reload();
      await trustee.page.getByText(says).waitFor();
      const round = await download(trustee, /Descargar lo que han traído todos/u);
      const keys = await keyPage(trustee);
      await press(keys, 'Seguir la ceremonia');
      await keys.getByLabel('Su secreto y los archivos').setInputFiles([secrets.get(trustee) ?? '', round]);
      await press(keys, 'Revisar y dar el paso');
      if (says.includes('clave')) ownKeys.set(trustee, (await save(keys, /\.key\.json/u, trustee.folder)).path);
      const { path } = await save(keys, wanted, trustee.folder);
      await keys.close();
      await bring(trustee, path);
    }
  }
  for (const trustee of trustees) {
    await trustee.page.reload();
    const list = await download(trustee, /Descargar la lista de custodios/u);
    const keys = await keyPage(trustee);
    await press(keys, 'Ensayar con su clave');
    await keys.getByLabel('Su clave').setInputFiles(ownKeys.get(trustee) ?? '');
    await keys.getByLabel('La lista de custodios').setInputFiles(list);
    await press(keys, 'Ensayar');
    const { path } = await save(keys, /rehearsal/u, trustee.folder);
    await keys.close();
    await bring(trustee, path);
  }
  await begun.page.goto(`${site.origin}/org/c/barrio`);
  await begun.page.getByRole('link', { name: 'Custodios listos: 3 de 3' }).click();
  await begun.page.getByText('se abrió de verdad la boleta de prueba').waitFor();
  expect(await begun.page.getByRole('row').count()).toBe(4);
  for (const { context } of [begun, ...trustees]) await context.close();
});
