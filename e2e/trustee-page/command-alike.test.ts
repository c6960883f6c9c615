import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleTrusteePage } from '../../apps/web/scripts/bundle-trustee-page.mjs';
import { startBrowser } from '../browser.ts';
import { press, titled } from '../offline-desk.ts';
import { openOfflineSite, put, save, type OfflineSite } from '../offline-site.ts';
import { waitingContest, workFile } from './work-file.ts';

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

/** A program that makes its process draw the same bytes each time it is started, on the same day. */
const seeded = (seed: number): string => `{
  let state = ${seed};
  const next = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) >>> 24;
  Object.defineProperty(globalThis.crypto, 'getRandomValues', { value: (bytes) => bytes.map(next) });
  const day = Date.UTC(2026, 10, 21);
  globalThis.Date = class extends Date {
    constructor(...given) { super(...(given.length === 0 ? [day] : given)); }
  };
}`;

/** A trustee who works twice: with the command in one folder, and on the page. */
interface Twin {
  readonly page: Page;
  readonly folder: string;
  /** Runs the command in the folder. */
  readonly does: (...args: readonly string[]) => Promise<unknown>;
  /** What the command wrote. */
  readonly wrote: (name: string) => Buffer;
}

async function twin(seed: number, folder = mkdtempSync(join(site.folder, 'twin-'))): Promise<Twin> {
  const program = seeded(seed);
  const context = await browser.newContext({ locale: 'es-VE', acceptDownloads: true });
  await context.addInitScript(program);
  // A worker of the page is made of a text, and begins with nothing of what was put into the page.
  await context.addInitScript(`globalThis.Blob = class extends Blob {
    constructor(parts, options) {
      super(options?.type === 'text/javascript' ? [${JSON.stringify(program)}, ...parts] : parts, options);
    }
  }`);
  const preload = `data:text/javascript,${encodeURIComponent(program)}`;
  const command = join(root, 'apps/cli/bin/convite.mjs');
  return {
    page: await context.newPage(),
    folder,
    does: (...args) =>
      promisify(execFile)(
        process.execPath,
        ['--no-memory-protection-keys', '--import', preload, command, 'trustee', ...args],
        { cwd: folder },
      ),
    wrote: (name) => readFileSync(join(folder, name)),
  };
}

/** Opens the page anew, as each command is a process of its own, at one of its tasks. */
async function open({ page }: Twin, task: string): Promise<void> {
  await page.goto(site.served);
  await press(page, task);
}

/** What the page saves, by name. */
async function saved({ page }: Twin, ...names: readonly RegExp[]): Promise<ReadonlyMap<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const each of names) {
    const { name, bytes } = await save(page, each, site.folder);
    files.set(name, bytes);
  }
  return files;
}

function expectAlike({ wrote }: Twin, files: ReadonlyMap<string, Buffer>, folders: readonly string[]): void {
  for (const [i, [name, bytes]] of [...files].entries()) {
    const own = wrote(join(folders[i] ?? '', name));
    expect({ name, text: own.toString('latin1') }).toEqual({ name, text: bytes.toString('latin1') });
  }
}

describe('with the same chance, command and page hand in the same bytes', () => {
  test('in every step of a ceremony, and of a rehearsal with its key', async () => {
    // As a keyboard may give it: with its accents apart, and a space behind.
    const names = [`Jose\u0301 Na\u0303n\u0303ez `, 'Beto'];
    const shared = mkdtempSync(join(site.folder, 'twins-'));
    const people = await Promise.all(names.map((_, i) => twin(i + 1, shared)));
    const inFolder = ['--folder', 'shared'] as const;
    const secretOf = (i: number): readonly string[] => [
      '--key',
      ['jose-nanez.secret.json', 'beto.secret.json'][i] ?? '',
    ];
    const secretPath = (i: number): string => join(shared, secretOf(i)[1] ?? '');
    mkdirSync(join(shared, 'shared'));
    for (const [i, person] of people.entries()) {
      const { page, does } = person;
      const [member, name] = [String(i + 1), names[i] ?? ''];
      await does(
        ...['ceremony', 'certificate', '--group', 'Ed25519', '--trustees', '2of2', ...inFolder],
        ...['--member', member, '--name', name],
      );
      await open(person, 'Empezar la ceremonia');
      await page.getByLabel('Cuántas personas custodian la clave').fill('2');
      await page.getByLabel('Cuántas hacen falta para abrir').fill('2');
      await page.getByLabel('Qué número es usted').fill(member);
      await page.getByLabel('Su nombre').fill(name);
      await press(page, 'Hacer mi secreto');
      expectAlike(person, await saved(person, /\.secret\.json/u, /1-certificate/u), ['', 'shared']);
    }
    const inShared = (...files: readonly string[]): readonly string[] =>
      files.map((file) => join(shared, 'shared', file));
    const certificates = inShared('1-certificate-1-jose-nanez.json', '1-certificate-2-beto.json');
    const goOn = async (person: Twin, files: readonly string[]): Promise<void> => {
      await open(person, 'Seguir la ceremonia');
      await person.page.getByLabel('Su secreto y los archivos').setInputFiles(files);
      await press(person.page, 'Revisar y dar el paso');
    };
    for (const [i, person] of people.entries()) {
      await person.does('ceremony', 'deal', ...secretOf(i), ...inFolder);
      await goOn(person, [secretPath(i), ...certificates]);
      expectAlike(person, await saved(person, /2-deal/u), ['shared']);
    }
    const deals = inShared('2-deal-1-jose-nanez.json', '2-deal-2-beto.json');
    for (const [i, person] of people.entries()) {
      await person.does('ceremony', 'share', ...secretOf(i), ...inFolder);
      await goOn(person, [secretPath(i), ...certificates, ...deals]);
      expectAlike(person, await saved(person, /\.key\.json/u, /3-key/u), ['', 'shared']);
    }
    const [jose] = people;
    if (jose === undefined) throw new Error('two people');
    await jose.does('assemble', ...inFolder, '--out', 'trustees.json');
    await jose.does('rehearse', '--trustees', 'trustees.json', '--key', 'jose-nanez.key.json');
    await open(jose, 'Ensayar con su clave');
    await jose.page.getByLabel('Su clave').setInputFiles(join(shared, 'jose-nanez.key.json'));
    await jose.page.getByLabel('La lista de custodios').setInputFiles(join(shared, 'trustees.json'));
    await press(jose.page, 'Ensayar');
    expectAlike(jose, await saved(jose, /rehearsal/u), ['']);
    await Promise.all(people.map(({ page }) => page.context().close()));
  });

  test('after closing, of votes that are decrypted and of others that are shuffled', async () => {
    const contests = await Promise.all([
      waitingContest('a', 'panadería', 'totals', 12),
      waitingContest('c', 'plaza', 'mixed', 50),
    ]);
    const ana = await twin(3);
    const key = put(ana.folder, 'ana.key.json', contests[0].keys[0] ?? '');
    const work = put(ana.folder, 'work.zip', await workFile(contests));
    await ana.does('pass', work, '--key', key, '--out', 'answer.zip');
    await open(ana, 'Trabajar después del cierre');
    await ana.page.getByLabel('Su clave').setInputFiles(key);
    await ana.page.getByLabel('El archivo de trabajo').setInputFiles(work);
    await press(ana.page, 'Mirar qué hay que hacer');
    await press(ana.page, 'Empezar');
    await titled(ana.page, 'Terminó: guarde su respuesta');
    expectAlike(ana, await saved(ana, /answer\.zip/u), ['']);
    await ana.page.context().close();
  });
});
