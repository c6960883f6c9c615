import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeCity, makeCrew, prepareConsultation } from '../../apps/web/test/consultations/prepared.ts';
import { openTestSite, type TestSite } from '../../apps/web/test/open-test-site.ts';
import { makeStaff, type StaffBrowser } from '../../apps/web/test/staff.ts';
import { startBrowser } from '../browser.ts';
import { type Desk, press } from '../offline-desk.ts';
import { bring, bringDeal, bringKey, bringRehearsal, linkedKeys, makeCertificate } from './steps-on-site.ts';

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
interface Trustee extends Desk {
  readonly context: BrowserContext;
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
  for (const [i, { browser: staff }] of [...people.values()].entries()) {
    const own = join(folder, String(i));
    mkdirSync(own);
    trustees.push({ folder: own, ...(await sitDown(staff)) });
  }
  const secrets = new Map<Trustee, string>();
  const ownKeys = new Map<Trustee, string>();
  for (const trustee of trustees) {
    const { secret, certificate } = await makeCertificate(trustee, linkedKeys(trustee));
    secrets.set(trustee, secret);
    // The wrong file of the two is refused, and the page says why.
    await trustee.page.getByLabel('Archivo público').setInputFiles(secret);
    await press(trustee.page, 'Traer');
    await trustee.page.getByRole('alert').getByText('Ese archivo es su secreto').waitFor();
    await bring(trustee, certificate);
  }
  for (const trustee of trustees) await bringDeal(trustee, linkedKeys(trustee), secrets.get(trustee) ?? '');
  for (const trustee of trustees) {
    ownKeys.set(trustee, await bringKey(trustee, linkedKeys(trustee), secrets.get(trustee) ?? ''));
  }
  for (const trustee of trustees) await bringRehearsal(trustee, linkedKeys(trustee), ownKeys.get(trustee) ?? '');
  await begun.page.goto(`${site.origin}/org/c/barrio`);
  await begun.page.getByRole('link', { name: 'Custodios listos: 3 de 3' }).click();
  await begun.page.getByText('se abrió de verdad la boleta de prueba').waitFor();
  expect(await begun.page.getByRole('row').count()).toBe(4);
  for (const { context } of [begun, ...trustees]) await context.close();
});
