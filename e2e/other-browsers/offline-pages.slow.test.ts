import { createHash } from 'node:crypto';
import { type Codec, Misread, readText } from '@convite/crypto';
import { loadMachineSuite } from '@convite/machine';
import { letterFacts, lettersPage, listedPages } from '@convite/registrar';
import {
  ceremonySecretFile,
  certificateFile,
  dealFile,
  honestMember,
  readOwnKey,
  rehearsalFile,
  shareKeyFile,
} from '@convite/trustee';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleRegistrarPage } from '../../apps/web/scripts/bundle-registrar-page.mjs';
import { bundleTrusteePage } from '../../apps/web/scripts/bundle-trustee-page.mjs';
import { openOfflineSite, type OfflineSite, put, type SavedFile } from '../offline-site.ts';
import { listIn, takenIn, textOf as textIn } from '../registrar-page/made-files.ts';
import { orderOf, people, rollCsv, salt, writtenOrder } from '../registrar-page/neighbourhood.ts';
import { trusteesOf } from '../trustee-page/screens.ts';
import { answersIn, type WaitingContest, waitingContest, workFile } from '../trustee-page/work-file.ts';
import { startFirefox } from './firefox.ts';
import { press, save, seen, textOf, tooWide, type } from './hands.ts';
import type { InstalledBrowser } from './other-browser.ts';
import { startWebKit } from './webkit.ts';

/** Files as somebody has them on their machine. */
type Given = Readonly<Record<'ana' | 'list' | 'work' | 'otherWork' | 'order' | 'roll', string>>;

let trustee: OfflineSite;
let registrar: OfflineSite;
let bakery: WaitingContest;
let square: WaitingContest;
let given: Given;
beforeAll(async () => {
  [trustee, registrar, bakery, square] = await Promise.all([
    openOfflineSite('trustee', bundleTrusteePage),
    openOfflineSite('registrar', bundleRegistrarPage),
    waitingContest('a', 'panadería', 'totals', 12),
    waitingContest('c', 'plaza', 'mixed', 20),
  ]);
  const { folder } = trustee;
  given = {
    ana: put(folder, 'ana.key.json', bakery.keys[0] ?? ''),
    list: put(folder, 'trustees.json', await trusteesOf(bakery.bytes)),
    work: put(folder, 'work.zip', await workFile([bakery, square])),
    otherWork: put(folder, 'work-2.zip', await workFile([await waitingContest('a', 'panadería', 'totals', 11)])),
    order: put(folder, 'order.json', writtenOrder()),
    roll: put(folder, 'frozen.csv', rollCsv()),
  };
});
afterAll(() => Promise.all([trustee.close(), registrar.close()]));

const formOf = <T>(form: Codec<T>, { bytes }: Pick<SavedFile, 'bytes'>): T => {
  const read = readText(form, bytes.toString());
  if (read instanceof Misread) throw new Error(read.message);
  return read;
};

describe.each([
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
])('%s', (_, start) => {
  let browser: InstalledBrowser;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(() => browser.close());

  /** Waits for a screen, which is no wider than the phone. */
  async function titled(title: string): Promise<void> {
    await browser.comes((wanted) => document.querySelector('h1')?.innerText === wanted, title);
    expect([title, await tooWide(browser)]).toEqual([title, 'false']);
  }

  async function open(address: string, title: string): Promise<void> {
    // An address that differs behind the # alone would open nothing anew.
    await browser.open('about:blank');
    await browser.open(address);
    await titled(title);
    // What is pressed like a link looks like one, and not by its colour alone.
    expect(
      await browser.run(() => {
        const link = document.querySelector('.link');
        return link === null ? 'no link' : getComputedStyle(link).textDecorationLine;
      }),
    ).toBe('underline');
  }

  const choose = (control: string, ...paths: readonly string[]): Promise<void> => browser.choose(`#${control}`, paths);

  describe.each(['served', 'onDisk'] as const)('%s', (place) => {
    /** From the first screen of the trustees' page to what is to be done. */
    async function bringWork(work: string): Promise<void> {
      await open(trustee[place], 'Su parte de la clave');
      await press(browser, 'Trabajar después del cierre');
      await titled('Trabajar después del cierre');
      await choose('key', given.ana);
      await choose('work', work);
      await press(browser, 'Mirar qué hay que hacer');
      await titled('Obras de la comuna');
    }

    test('a trustee does what waits after closing, and the browser remembers it', async () => {
      await bringWork(given.work);
      const main = await textOf(browser, 'main');
      expect(main).toContain('2 votaciones, 0,1 MB. Usted es la persona número 1.');
      expect(main).toContain('Este navegador recuerda qué abrió su clave');
      await press(browser, 'Empezar');
      await titled('Terminó: guarde su respuesta');
      const answer = await save(browser, 'Guardar answer.zip');
      expect(answer.name).toBe('answer.zip');
      const first = await answersIn(answer.bytes);
      expect(first).toMatchObject([
        { kind: 'decryption', file: { owner: 1, uuid: bakery.uuid } },
        { kind: 'shuffle', file: { owner: 1, uuid: square.uuid } },
      ]);
      // Opened again, it gives what it gave.
      await bringWork(given.work);
      await press(browser, 'Empezar');
      await titled('Terminó: guarde su respuesta');
      expect(await textOf(browser, 'main')).toContain('De 2 votaciones es lo mismo que hizo antes.');
      expect(await answersIn((await save(browser, 'Guardar answer.zip')).bytes)).toEqual(first);
      // The same election with other ballots is not decrypted as well.
      await bringWork(given.otherWork);
      await press(browser, 'Empezar');
      await titled('No quedaba nada por hacer');
      expect(await textOf(browser, '.problem')).toContain('su clave ya descifró otra cosa de esta votación');
      expect(browser.complaints).toEqual([]);
    });

    test('a trustee begins a ceremony, deals once, and has a key', async () => {
      const suite = await loadMachineSuite();
      const part = { group: 'Ed25519', size: 2, threshold: 2, member: 2, name: 'Beto' } as const;
      const other = honestMember(suite, part, (length) => crypto.getRandomValues(new Uint8Array(length)));
      const certificateOfBeto = put(trustee.folder, 'certificate-2.json', other.certificate);
      await open(`${trustee[place]}#ceremony&trustees=2of2&member=1&name=Ana`, 'Empezar la ceremonia');
      await press(browser, 'Hacer mi secreto');
      await titled('Guarde sus dos archivos');
      const secret = await save(browser, 'Guardar ana.secret.json');
      const certificate = await save(browser, 'Guardar 1-certificate-1-ana.json');
      expect(formOf(ceremonySecretFile, secret)).toMatchObject({ member: 1, name: 'Ana' });
      const certificates = [certificate, { bytes: Buffer.from(other.certificate) }].map((file) => ({
        path: 'a file',
        file: formOf(certificateFile, file),
      }));

      const goOn = async (...more: readonly string[]): Promise<void> => {
        await open(trustee[place], 'Su parte de la clave');
        await press(browser, 'Seguir la ceremonia');
        await seen(browser, '#files');
        await choose('files', secret.path, certificate.path, certificateOfBeto, ...more);
        await press(browser, 'Revisar y dar el paso');
      };
      await goOn();
      await titled('Su reparto está hecho');
      const deal = await save(browser, 'Guardar 2-deal-1-ana.json');
      expect(formOf(dealFile, deal)).toMatchObject({ member: 1 });
      await goOn();
      await titled('Su reparto está hecho');
      expect(await textOf(browser, 'main')).toContain('Es el mismo reparto que hizo antes en este navegador.');
      expect((await save(browser, 'Guardar 2-deal-1-ana.json')).bytes).toEqual(deal.bytes);
      await goOn(deal.path, put(trustee.folder, 'deal-2.json', other.deal(certificates)));
      await titled('Su clave está hecha');
      const key = await save(browser, 'Guardar ana.key.json');
      expect(readOwnKey(suite, key.bytes.toString()).ok).toBe(true);
      formOf(shareKeyFile, await save(browser, 'Guardar 3-key-1-ana.json'));
      expect(browser.complaints).toEqual([]);
    });

    test('a trustee keeps copies of a key and its words, rehearses, and gets it back from the words', async () => {
      await open(trustee[place], 'Su parte de la clave');
      await press(browser, 'Guardar copias de su clave');
      await seen(browser, '#key');
      await choose('key', given.ana);
      await press(browser, 'Preparar las copias');
      for (const number of [1, 2]) {
        await titled(`Copia ${number} de 2`);
        const copy = await save(browser, `Guardar ${await textOf(browser, '.save bdi')}`);
        expect(copy.bytes.toString()).toBe(bakery.keys[0]);
        await choose('copy', copy.path);
        await browser.comes(() =>
          [...document.querySelectorAll('.st.ok')].some((told) => told.textContent === 'La copia es buena.'),
        );
        await press(browser, 'Seguir');
      }
      await titled('Las palabras, en papel');
      await press(browser, 'Mostrar las palabras');
      await titled('Las palabras, en papel');
      const words = (await textOf(browser, '.words li')).split('|');
      expect(words).toHaveLength(24);
      await press(browser, 'Terminar');

      await press(browser, 'Ensayar con su clave');
      await seen(browser, '#list');
      await choose('key', given.ana);
      await choose('list', given.list);
      await press(browser, 'Ensayar');
      await titled('Su clave abre');
      const rehearsal = await save(browser, `Guardar ${await textOf(browser, '.save bdi')}`);
      expect(formOf(rehearsalFile, rehearsal)).toMatchObject({ owner: 1 });
      await press(browser, 'Volver al inicio');

      await press(browser, 'Recuperar su clave');
      await seen(browser, '#words');
      await type(browser, '#words', words.join(' '));
      await choose('list', given.list);
      await press(browser, 'Recuperar');
      await titled('Aquí está su clave');
      const again = await save(browser, `Guardar ${await textOf(browser, '.save bdi')}`);
      // The list of a simulated election calls its trustees by their numbers.
      expect(again.bytes.toString()).toBe(bakery.keys[0]?.replace('"name":"Ana"', '"name":"1"'));
      expect(browser.complaints).toEqual([]);
    });

    test('a registrar makes codes, prints letters, and compares', async () => {
      await open(registrar[place], 'Los códigos para votar');
      await press(browser, 'Hacer los códigos');
      await titled('Hacer los códigos');
      await choose('order', given.order);
      await choose('roll', given.roll);
      await type(browser, '#salt', salt);
      await press(browser, 'Revisar');
      await titled('Obras 2026');
      expect(await textOf(browser, '.lead')).toContain('El padrón es el que se congeló.');
      await press(browser, 'Hacer los códigos');
      await titled('Hechos: guarde sus cuatro archivos');
      const names = ['PRIVATE-codes.csv', 'PRIVATE-given.csv', 'upload.jsonl', 'PUBLISH-credentials.json'] as const;
      const files: SavedFile[] = [];
      for (const name of names) files.push(await save(browser, `Guardar ${name}`));
      expect(files.map(({ name }) => name)).toEqual(names);
      const [codes, , upload, summary] = files;
      if (codes === undefined || upload === undefined || summary === undefined) throw new Error('four files');
      const list = listIn(codes);
      expect(list.filter(({ kind }) => kind === 'voter').map(({ id }) => id)).toEqual(people.map(({ id }) => id));
      expect(takenIn(upload).map(({ credentials }) => credentials.length)).toEqual([9, 6, 3]);
      const sha256 = createHash('sha256').update(upload.bytes).digest('hex');
      expect(JSON.parse(textIn(summary))).toMatchObject({ people: 5, spares: 4, sha256 });

      await press(browser, 'Ver e imprimir las cartas');
      await seen(browser, 'iframe');
      await titled('Cartas: Obras 2026');
      const name = 'Guardar PRIVATE-letters-00001.html';
      const calendar = (locale: string, options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(locale, options);
      const [group] = listedPages(orderOf(), list);
      expect(textIn(await save(browser, name))).toBe(
        lettersPage('letters', letterFacts(orderOf(), calendar), group?.people ?? []),
      );
      // With the style of the letters, which the policy allows by its hash; whoever prints leaves a mark.
      await browser.comes(
        () => document.querySelector('iframe')?.contentDocument?.querySelector('section[lang=ar] .code bdi') !== null,
      );
      const shown = await browser.run(() => {
        const frame = document.querySelector('iframe')?.contentWindow;
        const code = frame?.document.querySelector('section[lang=ar] .code bdi');
        if (frame === null || frame === undefined || code === null || code === undefined) return 'no letter';
        frame.print = () => {
          document.documentElement.dataset['printed'] = 'yes';
        };
        return `${code.textContent} ${frame.getComputedStyle(code).whiteSpace}`;
      });
      expect(shown).toBe(`${list[1]?.code} nowrap`);
      await press(browser, 'Imprimir este grupo');
      expect(await browser.run(() => document.documentElement.dataset['printed'])).toBe('yes');

      await press(browser, 'Volver a los archivos');
      await press(browser, 'Volver al inicio');
      await press(browser, 'Comprobar');
      await seen(browser, '#upload');
      await choose('list', codes.path);
      await choose('upload', upload.path);
      await press(browser, 'Comprobar');
      await titled('Coinciden');
      expect((await textOf(browser, '.spoken')).replaceAll(/\s/gu, '')).toBe(sha256);
      expect(browser.complaints).toEqual([]);
    });
  });
});
