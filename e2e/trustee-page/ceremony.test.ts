import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { measure, writeZip } from '@convite/archive';
import { assembleThreshold, bytesSource, type Codec, Misread, readText, trusteesWire } from '@convite/crypto';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import {
  certificateFile,
  certificatesStep,
  dealFile,
  dealsStep,
  readOwnKey,
  readTrusteeList,
  rehearsalFile,
  rehearsedFactor,
  shareKeyFile,
  shareKeysStep,
} from '@convite/trustee';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleTrusteePage } from '../../apps/web/scripts/bundle-trustee-page.mjs';
import { startBrowser } from '../browser.ts';
import { press, titled } from '../offline-desk.ts';
import { openOfflineSite, put, save, type SavedFile, type OfflineSite } from '../offline-site.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
let site: OfflineSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openOfflineSite('trustee', bundleTrusteePage), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

/** Somebody at a machine of their own. */
interface Trustee {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly folder: string;
  readonly faults: readonly string[];
}

async function sitDown(name: string, address: string, locale = 'es-VE'): Promise<Trustee> {
  const folder = join(site.folder, name);
  mkdirSync(folder, { recursive: true });
  const context = await browser.newContext({ locale, acceptDownloads: true });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await page.goto(address);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { context, page, folder, faults };
}

async function begin({ page, folder }: Trustee, member: number, name: string) {
  await press(page, 'Empezar la ceremonia');
  await page.getByLabel('Cuántas personas custodian la clave').fill('3');
  await page.getByLabel('Cuántas hacen falta para abrir').fill('2');
  await page.getByLabel('Qué número es usted').fill(String(member));
  await page.getByLabel('Su nombre').fill(name);
  await press(page, 'Hacer mi secreto');
  const secret = await save(page, /\.secret\.json/u, folder);
  return { secret, certificate: await save(page, /1-certificate/u, folder) };
}

async function goOn({ page }: Trustee, files: readonly SavedFile[]): Promise<void> {
  await press(page, 'Volver al inicio');
  await press(page, 'Seguir la ceremonia');
  await page.getByLabel('Su secreto y los archivos').setInputFiles(files.map(({ path }) => path));
  await press(page, 'Revisar y dar el paso');
}

/** What the site hands out of a round. */
async function roundFile(files: readonly SavedFile[]): Promise<SavedFile> {
  const contents = await Promise.all(
    files.map(async ({ name: path, bytes }) => {
      const source = bytesSource(bytes);
      return { path, size: source.size, source, crc32: (await measure(source, nodeSha256)).crc32 };
    }),
  );
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  const bytes = Buffer.concat(pieces);
  return { name: 'round-3.zip', path: put(site.folder, 'round-3.zip', bytes), bytes };
}

const formOf = <T>(form: Codec<T>, { bytes }: SavedFile): T => {
  const read = readText(form, bytes.toString());
  if (read instanceof Misread) throw new Error(read.message);
  return read;
};

describe('a ceremony on the page', () => {
  test('of three, one from the disk, gives keys and a list that the command takes, and they rehearse', async () => {
    const names = ['Ana', 'Beto', 'Carla'] as const;
    const people = await Promise.all(names.map((name, i) => sitDown(name, i === 1 ? site.onDisk : site.served)));
    const begun = [];
    for (const [i, person] of people.entries()) begun.push(await begin(person, i + 1, names[i] ?? ''));
    const certificates = begun.map(({ certificate }) => certificate);

    const deals: SavedFile[] = [];
    const hashes = new Set<string>();
    for (const [i, person] of people.entries()) {
      await goOn(
        person,
        [begun[i]?.secret, ...certificates].filter((file) => file !== undefined),
      );
      await titled(person.page, 'Su reparto está hecho');
      hashes.add(await person.page.locator('.spoken').innerText());
      deals.push(await save(person.page, /2-deal/u, person.folder));
    }
    expect(hashes.size).toBe(1);

    const shares: SavedFile[] = [];
    const keys: SavedFile[] = [];
    const everything = [...certificates, ...deals];
    for (const [i, person] of people.entries()) {
      // Carla takes what the site gives out, in one file and as it is.
      const given = i === 2 ? [await roundFile(everything)] : everything;
      await goOn(
        person,
        [begun[i]?.secret, ...given].filter((file) => file !== undefined),
      );
      await titled(person.page, 'Su clave está hecha');
      keys.push(await save(person.page, /\.key\.json/u, person.folder));
      shares.push(await save(person.page, /3-key/u, person.folder));
    }
    expect(keys.map(({ name }) => name)).toEqual(['ana.key.json', 'beto.key.json', 'carla.key.json']);

    // What the command reads, byte for byte by its own readers.
    const suite = await loadMachineSuite();
    const handedIn = <T>(form: Codec<T>, files: readonly SavedFile[]) =>
      files.map((file) => ({ path: file.name, file: formOf(form, file) }));
    const first = certificatesStep(suite, handedIn(certificateFile, certificates), undefined);
    if (!first.ok) throw new Error(JSON.stringify(first.error));
    const second = dealsStep(suite, first.value, handedIn(dealFile, deals));
    if (!second.ok) throw new Error(JSON.stringify(second.error));
    const third = shareKeysStep(second.value, handedIn(shareKeyFile, shares));
    if (!third.ok) throw new Error(JSON.stringify(third.error));
    const assembled = assembleThreshold(third.value.collected.checked, third.value.keys);
    if (!assembled.ok) throw new Error(JSON.stringify(assembled.error));
    const text = trusteesWire.write([['Pedersen', assembled.value]]);
    const list = readTrusteeList(suite, text);
    if (!list.ok) throw new Error('the list does not hold');
    for (const key of keys) expect(readOwnKey(suite, key.bytes.toString()).ok).toBe(true);

    const listPath = put(site.folder, 'trustees.json', text);
    for (const [i, { page, folder }] of people.entries()) {
      await press(page, 'Volver al inicio');
      await press(page, 'Ensayar con su clave');
      await page.getByLabel('Su clave').setInputFiles(keys[i]?.path ?? '');
      await page.getByLabel('La lista de custodios').setInputFiles(listPath);
      await press(page, 'Ensayar');
      await titled(page, 'Su clave abre');
      const rehearsal = formOf(rehearsalFile, await save(page, /rehearsal/u, folder));
      expect(rehearsal).toMatchObject({ owner: i + 1, name: names[i] });
      expect(rehearsedFactor(list.value, rehearsal)).toBeDefined();
    }

    // The words bring the same key back, a wrong copy is seen.
    const [ana] = people;
    const [key] = keys;
    if (ana === undefined || key === undefined) throw new Error('three people');
    await press(ana.page, 'Volver al inicio');
    await press(ana.page, 'Guardar copias de su clave');
    await ana.page.getByLabel('Su clave').setInputFiles(key.path);
    await press(ana.page, 'Preparar las copias');
    await titled(ana.page, 'Copia 1 de 2');
    expect((await save(ana.page, /\.key\.json/u, ana.folder)).bytes).toEqual(key.bytes);
    await ana.page.getByLabel('El archivo de la memoria').setInputFiles(key.path);
    await ana.page.getByText('La copia es buena.').waitFor();
    await press(ana.page, 'Seguir');
    await ana.page.getByLabel('El archivo de la memoria').setInputFiles(keys[1]?.path ?? '');
    await ana.page.getByText('Ese archivo no es igual a su clave.').waitFor();
    await press(ana.page, 'Seguir');
    expect(await ana.page.locator('.sheet').isVisible()).toBe(false);
    await press(ana.page, 'Mostrar las palabras');
    const words = await ana.page.locator('.words li').allInnerTexts();
    expect(words).toHaveLength(24);
    await press(ana.page, 'Terminar');
    await press(ana.page, 'Recuperar su clave');
    await ana.page.getByLabel('La lista de custodios').setInputFiles(listPath);
    await ana.page.getByLabel('Las palabras').fill(words.with(2, 'ábaco').join(' '));
    await press(ana.page, 'Recuperar');
    await ana.page.getByRole('alert').getByText('Es probable que la palabra 3').waitFor();
    await ana.page.getByLabel('La lista de custodios').setInputFiles(listPath);
    await ana.page.getByLabel('Las palabras').fill(words.join('\n').toUpperCase());
    await press(ana.page, 'Recuperar');
    expect((await save(ana.page, /\.key\.json/u, join(ana.folder))).bytes).toEqual(key.bytes);
    for (const { faults } of people) expect(faults).toEqual([]);
    await Promise.all(people.map(({ context }) => context.close()));
  });

  test('is given once more the same, tells who is missing, and never deals twice', async () => {
    const [ana, beto] = [await sitDown('ana-2', site.served), await sitDown('beto-2', site.served)];
    const first = await begin(ana, 1, 'Ana');
    const others = [await begin(beto, 2, 'Beto')];
    await press(beto.page, 'Volver al inicio');
    others.push(await begin(beto, 3, 'Carla'));
    const files = [first.secret, first.certificate, ...others.map(({ certificate }) => certificate)];
    await goOn(ana, files.slice(0, 3));
    await ana.page.getByRole('alert').getByText('Falta el certificado de la persona número 3.').waitFor();
    await goOn(ana, files.slice(1));
    await ana.page.getByRole('alert').getByText('Falta su archivo secreto').waitFor();
    await goOn(ana, files);
    const deal = await save(ana.page, /2-deal/u, ana.folder);
    await ana.page.reload();
    await ana.page.getByRole('heading', { level: 1 }).waitFor();
    await press(ana.page, 'Seguir la ceremonia');
    await ana.page.getByLabel('Su secreto y los archivos').setInputFiles(files.map(({ path }) => path));
    await press(ana.page, 'Revisar y dar el paso');
    await ana.page.getByText('Es el mismo reparto').waitFor();
    expect((await save(ana.page, /2-deal/u, ana.folder)).bytes).toEqual(deal.bytes);
    // Carla begins anew: with her other certificate Ana deals nothing.
    await press(beto.page, 'Volver al inicio');
    const again = await begin(beto, 3, 'Carla');
    await goOn(ana, [...files.slice(0, 3), again.certificate]);
    await ana.page.getByRole('alert').getByText('Usted ya repartió, con otros certificados').waitFor();
    await Promise.all([ana.context.close(), beto.context.close()]);
  });
});

describe('the page', () => {
  test('is asked of the server once, and can reach no address', async () => {
    const before = site.asked.length;
    const { page, context } = await sitDown('quiet', site.served);
    const reached = await page.evaluate(async () => {
      const outcomes: string[] = [];
      await fetch('/trustee').catch(() => outcomes.push('fetch'));
      try {
        await new Promise((resolve, reject) => {
          const image = new Image();
          image.addEventListener('load', resolve);
          image.addEventListener('error', reject);
          image.src = '/trustee?x';
        });
      } catch {
        outcomes.push('image');
      }
      return outcomes;
    });
    expect(reached).toEqual(['fetch', 'image']);
    expect(site.asked.slice(before)).toEqual(['/trustee']);
    await context.close();
  });

  test('runs nothing but its one program, by its hash', async () => {
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
  });

  test('is light, and the same wherever its sources lie', async () => {
    expect(gzipSync(site.html).byteLength).toBeLessThan(120_000);
    const elsewhere = join(site.folder, 'elsewhere');
    const styles = 'apps/web/src/ui/styles';
    for (const part of [
      'apps/web/scripts',
      'apps/web/src/offline-page',
      'apps/web/src/trustee-page',
      styles,
      'packages',
      'package.json',
      'tsconfig.base.json',
    ]) {
      mkdirSync(join(elsewhere, part, '..'), { recursive: true });
      cpSync(join(root, part), join(elsewhere, part), {
        recursive: true,
        filter: (path) => !path.includes('node_modules') && !path.includes('/curve/assembly'),
      });
    }
    symlinkSync(join(root, 'node_modules'), join(elsewhere, 'node_modules'));
    const bundler = await import(pathToFileURL(join(elsewhere, 'apps/web/scripts/bundle-trustee-page.mjs')).href);
    await bundler.bundleTrusteePage(join(elsewhere, 'trustee.html'));
    expect(readFileSync(join(elsewhere, 'trustee.html'), 'utf8')).toBe(site.html);
  });

  test('takes what the site knows from the address, and refuses numbers that cannot be', async () => {
    const address = `${site.served}#ceremony&trustees=2of3&member=4&name=Ana%20P%C3%A9rez`;
    const { page, context } = await sitDown('given', address);
    await titled(page, 'Empezar la ceremonia');
    expect(await page.getByLabel('Su nombre').inputValue()).toBe('Ana Pérez');
    await press(page, 'Hacer mi secreto');
    await page.getByRole('alert').getByText('Su número es 4, y son 3.').waitFor();
    expect(await page.getByLabel('Cuántas hacen falta para abrir').inputValue()).toBe('2');
    await context.close();
  });

  test('keeps nobody from saving: whoever would lose a secret is told first', async () => {
    const { page, context } = await sitDown('hasty', `${site.served}#ceremony&trustees=2of3&member=1&name=Ana`);
    await press(page, 'Hacer mi secreto');
    await press(page, 'Volver al inicio');
    await page.getByRole('alert').getByText('Todavía no guardó su archivo.').waitFor();
    await page.getByRole('button', { name: /\.secret\.json/u }).waitFor();
    await press(page, 'Volver al inicio');
    await titled(page, 'Su parte de la clave');
    await context.close();
  });

  test('is saved as it is served, and works from there', async () => {
    const { page, context, folder } = await sitDown('saving', site.served);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Guardar esta página en su equipo' }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    expect(readFileSync(path, 'utf8')).toBe(site.html);
    await context.close();
  });

  test('speaks English where the browser does, and changes language', async () => {
    const { page, context } = await sitDown('english', site.served, 'en-GB');
    await titled(page, 'Your part of the key');
    await press(page, 'Español');
    await titled(page, 'Su parte de la clave');
    expect(await page.locator('html').getAttribute('lang')).toBe('es');
    await context.close();
  });
});
