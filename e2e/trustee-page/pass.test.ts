import { bytesSource } from '@convite/crypto';
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleTrusteePage } from '../../apps/web/scripts/bundle-trustee-page.mjs';
import { startBrowser } from '../browser.ts';
import { press, titled } from '../offline-desk.ts';
import { openOfflineSite, put, save, type OfflineSite } from '../offline-site.ts';
import { answersIn, type WaitingContest, waitingContest, workFile } from './work-file.ts';

let site: OfflineSite;
let browser: Browser;
let bakery: WaitingContest;
let square: WaitingContest;
beforeAll(async () => {
  [site, browser, bakery, square] = await Promise.all([
    openOfflineSite('trustee', bundleTrusteePage),
    startBrowser(),
    waitingContest('a', 'panadería', 'totals', 12),
    waitingContest('c', 'plaza', 'mixed', 50),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

async function sitDown(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(address);
  await titled(page, 'Su parte de la clave');
  return page;
}

/** Chooses key and work, and looks at what is to be done. */
async function bring(page: Page, work: Buffer, key = bakery.keys[0] ?? ''): Promise<void> {
  await press(page, 'Trabajar después del cierre');
  await page.getByLabel('Su clave').setInputFiles(put(site.folder, 'ana.key.json', key));
  await page.getByLabel('El archivo de trabajo').setInputFiles(put(site.folder, 'work.zip', work));
  await press(page, 'Mirar qué hay que hacer');
}

describe.each(['served', 'onDisk'] as const)('a pass on the page (%s)', (place) => {
  test('says how much it is, works, and gives an answer that the site takes; again the same', async () => {
    const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
    const page = await sitDown(context, site[place]);
    const work = await workFile([bakery, square]);
    await bring(page, work);
    await titled(page, 'Obras de la comuna');
    await page.getByText('2 votaciones, 0,2 MB. Usted es la persona número 1.').waitFor();
    await page.getByText('Este navegador recuerda qué abrió su clave').waitFor();
    await press(page, 'Empezar');
    await titled(page, 'Terminó: guarde su respuesta');
    await page.getByText('Mezcló los votos de una votación. Descifró su parte de una votación.').waitFor();
    const first = await answersIn((await save(page, 'Guardar answer.zip', site.folder)).bytes);
    expect(first).toMatchObject([
      { kind: 'decryption', file: { owner: 1, uuid: bakery.uuid } },
      { kind: 'shuffle', file: { owner: 1, uuid: square.uuid } },
    ]);
    // Closed and opened again, it gives what it gave.
    await page.close();
    const later = await sitDown(context, site[place]);
    await bring(later, work);
    await press(later, 'Empezar');
    await later.getByText('De 2 votaciones es lo mismo que hizo antes.').waitFor();
    expect(await answersIn((await save(later, 'Guardar answer.zip', site.folder)).bytes)).toEqual(first);
    // The same election with other ballots is not decrypted as well.
    await press(later, 'Volver al inicio');
    await bring(later, await workFile([await waitingContest('a', 'panadería', 'totals', 11)]));
    await press(later, 'Empezar');
    await later.getByText('Circuito a: su clave ya descifró otra cosa de esta votación.').waitFor();
    expect(await later.getByRole('button', { name: /Guardar/u }).count()).toBe(0);
    await context.close();
  });
});

describe('before the key is used', () => {
  test('a changed archive is named with its check, and the others are done', async () => {
    const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
    const page = await sitDown(context, site.served);
    const bytes = Buffer.from(bakery.bytes);
    const at = bytes.indexOf('"response":"') + 12;
    bytes[at] = bytes[at] === 0x31 ? 0x32 : 0x31;
    await bring(page, await workFile([{ ...bakery, archive: bytesSource(bytes) }, square]));
    await press(page, 'Empezar');
    await page.getByText('Circuito a: no pasa las comprobaciones (3).').waitFor();
    await page.getByRole('heading', { name: 'No se hizo nada con una votación' }).waitFor();
    expect(await answersIn((await save(page, 'Guardar answer.zip', site.folder)).bytes)).toMatchObject([
      { kind: 'shuffle' },
    ]);
    await context.close();
  });

  test('a work file that can no longer be read is told, and nobody waits for it', async () => {
    const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
    const page = await sitDown(context, site.served);
    await bring(page, await workFile([bakery]));
    await titled(page, 'Obras de la comuna');
    await page.getByText('En este archivo: una votación, 0,1 MB. Usted es la persona número 1.').waitFor();
    // As if the stick had been pulled out.
    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    });
    await press(page, 'Empezar');
    await titled(page, 'Algo falló en esta página');
    await page.getByText('Sus archivos están como estaban. Vuelva al inicio y repita el paso.').waitFor();
    await context.close();
  });

  test('a stranger’s key, a damaged one and a work file that was packed again are refused in plain words', async () => {
    const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
    const page = await sitDown(context, site.served);
    const work = await workFile([bakery]);
    const own = bakery.keys[0] ?? '';
    await bring(page, Buffer.concat([work, Buffer.from('x')]));
    await page.getByRole('alert').getByText('El archivo de trabajo no sirve').waitFor();
    await press(page, 'Volver al inicio');
    await bring(
      page,
      work,
      own.replace(/"secret":"(\d)/u, (_, digit) => `"secret":"${digit === '1' ? 2 : 1}`),
    );
    await page.getByRole('alert').getByText('Ese archivo de clave está dañado').waitFor();
    await press(page, 'Volver al inicio');
    const stranger = join(site.folder, 'stranger');
    mkdirSync(stranger);
    const root = fileURLToPath(new URL('../../', import.meta.url));
    await promisify(execFile)(
      process.execPath,
      [
        join(root, 'apps/cli/bin/convite.mjs'),
        'trustee',
        'key',
        '--group',
        'Ed25519',
        '--name',
        'Otro',
        '--out',
        stranger,
      ],
      { cwd: root },
    );
    // A key of the command is one of the page.
    await bring(page, work, readFileSync(join(stranger, 'otro.key.json'), 'utf8'));
    await page.getByRole('alert').getByText('Esa clave no es de ninguna persona').waitFor();
    await context.close();
  });
});
