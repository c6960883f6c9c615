import type { Page } from 'playwright-core';
import { type Desk, press } from '../offline-desk.ts';
import { save, saveBy } from '../offline-site.ts';

/** Opens the page of trustees for a step: the one that the site links to, or one that was saved before. */
export type OpenKeys = () => Promise<Page>;

/** The page of trustees, as the link of the site opens it, beside the page of the site. */
export const linkedKeys =
  ({ page }: Desk): OpenKeys =>
  async () => {
    const href = await page
      .getByRole('link', { name: /^(?:Abra|Abrir) la página de custodios$/u })
      .getAttribute('href');
    const opened = await page.context().newPage();
    await opened.goto(new URL(href ?? '', page.url()).href);
    await opened.getByRole('heading', { level: 1 }).waitFor();
    return opened;
  };

/** Presses the link of the site that downloads a file. @returns where it is */
const download = async ({ page, folder }: Desk, link: RegExp): Promise<string> =>
  (await saveBy(page, page.getByRole('link', { name: link }).first(), folder)).path;

/** Brings a file, and waits for the page that follows. */
export async function bring({ page }: Desk, path: string): Promise<void> {
  await page.getByLabel('Archivo público').setInputFiles(path);
  await Promise.all([page.waitForURL(/#places$/u), press(page, 'Traer')]);
}

/** The first step, at a page that knows its numbers already or where they were filled in. @returns the secret, and what is for the site */
export async function makeCertificate(
  desk: Desk,
  open: OpenKeys,
): Promise<{ readonly secret: string; readonly certificate: string }> {
  await desk.page.getByText('Haga su certificado y tráigalo.').waitFor();
  const keys = await open();
  await press(keys, 'Hacer mi secreto');
  const secret = (await save(keys, /\.secret\.json/u, desk.folder)).path;
  const certificate = (await save(keys, /1-certificate/u, desk.folder)).path;
  await keys.close();
  return { secret, certificate };
}

/** The second step: a deal, brought to the site. */
export async function bringDeal(desk: Desk, open: OpenKeys, secret: string): Promise<void> {
  await desk.page.reload();
  await desk.page.getByText('haga su reparto y tráigalo').waitFor();
  const keys = await goOn(desk, open, secret);
  const { path } = await save(keys, /2-deal/u, desk.folder);
  await keys.close();
  await bring(desk, path);
}

/** The third step: the key, whose public part is brought to the site. @returns where the key is */
export async function bringKey(desk: Desk, open: OpenKeys, secret: string): Promise<string> {
  await desk.page.reload();
  await desk.page.getByText('haga su clave y traiga la parte pública').waitFor();
  const keys = await goOn(desk, open, secret);
  const key = (await save(keys, /\.key\.json/u, desk.folder)).path;
  const { path } = await save(keys, /3-key/u, desk.folder);
  await keys.close();
  await bring(desk, path);
  return key;
}

async function goOn(desk: Desk, open: OpenKeys, secret: string): Promise<Page> {
  const round = await download(desk, /Descargar lo que han traído todos/u);
  const keys = await open();
  await press(keys, 'Seguir la ceremonia');
  await keys.getByLabel('Su secreto y los archivos').setInputFiles([secret, round]);
  await press(keys, 'Revisar y dar el paso');
  return keys;
}

/** The test ballot of the day, decrypted with the key as it is stored. */
export async function bringRehearsal(desk: Desk, open: OpenKeys, key: string): Promise<void> {
  await desk.page.reload();
  const list = await download(desk, /Descargar la lista de custodios/u);
  const keys = await open();
  await press(keys, 'Ensayar con su clave');
  await keys.getByLabel('Su clave').setInputFiles(key);
  await keys.getByLabel('La lista de custodios').setInputFiles(list);
  await press(keys, 'Ensayar');
  const { path } = await save(keys, /rehearsal/u, desk.folder);
  await keys.close();
  await bring(desk, path);
}

/** After the close: a work file goes in, and comes out as an answer. @returns where that is */
export async function makeAnswer({ folder }: Desk, keys: Page, key: string, work: string): Promise<string> {
  await press(keys, 'Trabajar después del cierre');
  await keys.getByLabel('Su clave').setInputFiles(key);
  await keys.getByLabel('El archivo de trabajo').setInputFiles(work);
  await press(keys, 'Mirar qué hay que hacer');
  await press(keys, 'Empezar');
  return (await save(keys, 'Guardar answer.zip', folder)).path;
}
