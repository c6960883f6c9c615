import type { PageWords } from '../../apps/web/src/registrar-page/words/es.ts';
import { type At, begin, type Desk, holdWorkers, press, refused, submit, titled, told } from '../offline-desk.ts';
import { put, save } from '../offline-site.ts';
import { orderOf, people, rollCsv, salt, writtenOrder } from './neighbourhood.ts';

/** Every screen of the page of registrars; the letters are those that a browser prints. */
export const registrarScreens = [
  ...['start', 'make', 'make-refused', 'review', 'making', 'made', 'made-leaving', 'sheets', 'letters', 'slips'],
  ...['letters-form', 'letters-refused', 'check', 'check-refused', 'checking', 'agrees', 'differs'],
  ...['replace', 'replace-refused', 'who', 'who-none', 'who-found', 'spare', 'spare-letter', 'added', 'added-refused'],
  'fault',
] as const;

/** Walks through the page, and stops at every screen. */
export async function walkRegistrar(desk: Desk, words: PageWords, at: At): Promise<void> {
  await at('start');
  const { page, folder } = desk;
  // Written once: a file that changes after it was chosen cannot be read.
  const order = put(folder, 'order.json', writtenOrder());
  const roll = put(folder, 'frozen.csv', rollCsv());
  const fillMake = async (): Promise<void> => {
    await page.locator('#order').setInputFiles(order);
    await page.locator('#roll').setInputFiles(roll);
    await page.locator('#salt').fill(salt);
    await submit(page);
    await titled(page, orderOf().title[words.language] ?? '');
  };
  const { list, given, upload } = await makeCodes(desk, words, at, fillMake);
  const bring = async (files: Readonly<Record<string, string>>): Promise<void> => {
    for (const [id, path] of Object.entries(files)) await page.locator(`#${id}`).setInputFiles(path);
  };

  await begin(page, words.tasks.letters.title);
  await at('letters-form');
  await refused(page, 'letters-refused', at);
  await press(page, words.home);

  await begin(page, words.tasks.check.title);
  await at('check');
  await refused(page, 'check-refused', at);
  await bring({ order, list: list.path, upload: upload.path });
  const letGo = await holdWorkers(page);
  await submit(page);
  await titled(page, words.checking);
  await at('checking');
  await letGo();
  await titled(page, words.agreesTitle);
  await at('agrees');
  await press(page, words.home);
  await begin(page, words.tasks.check.title);
  const exchanged = upload.bytes.toString('utf8').replace(/[0-9a-f]{64}/u, `${'01'.repeat(31)}00`);
  await bring({ order, list: list.path, upload: put(folder, 'exchanged.jsonl', exchanged) });
  await submit(page);
  await titled(page, words.differsTitle);
  await at('differs');
  await press(page, words.home);

  await begin(page, words.tasks.replace.title);
  await at('replace');
  await refused(page, 'replace-refused', at);
  await bring({ order, list: list.path, given: given.path });
  await submit(page);
  await titled(page, words.whoTitle);
  await at('who');
  await page.locator('#who').fill('Nobody');
  await submit(page);
  await told(page);
  await at('who-none');
  await press(page, words.addedLink);
  await titled(page, words.addedTitle);
  await at('added');
  await refused(page, 'added-refused', at);
  await press(page, words.whoTitle);
  await page.locator('#who').fill('a');
  await submit(page);
  await page.getByText(words.whoFound).waitFor();
  await at('who-found');
  await page.getByRole('button', { name: new RegExp(people[0]?.name ?? '', 'u') }).click();
  await titled(page, words.confirmTitle(people[0]?.name ?? ''));
  await at('spare');
  await save(page, words.save('PRIVATE-given.csv'), folder);
  await page.locator('iframe').waitFor();
  await at('spare-letter');
  await press(page, words.home);

  // A machine that can give no randomness: nothing is made.
  await begin(page, words.tasks.make.title);
  await fillMake();
  await page.evaluate(() => {
    Crypto.prototype.getRandomValues = () => {
      throw new Error('no randomness');
    };
  });
  await press(page, words.makeBegin);
  await told(page);
  await at('fault');
}

async function makeCodes({ page, folder }: Desk, words: PageWords, at: At, fillMake: () => Promise<void>) {
  await begin(page, words.tasks.make.title);
  await at('make');
  await refused(page, 'make-refused', at);
  await fillMake();
  await at('review');
  const letGo = await holdWorkers(page);
  await press(page, words.makeBegin);
  await titled(page, words.making);
  await at('making');
  await letGo();
  await titled(page, words.madeTitle);
  await at('made');
  await press(page, words.home);
  await told(page);
  await at('made-leaving');
  const [list, given, upload] = [
    await save(page, words.save('PRIVATE-codes.csv'), folder),
    await save(page, words.save('PRIVATE-given.csv'), folder),
    await save(page, words.save('upload.jsonl'), folder),
  ];
  await save(page, words.save('PUBLISH-credentials.json'), folder);
  await press(page, words.toLetters);
  await page.locator('iframe').waitFor();
  await at('sheets');
  for (const sheet of ['letters', 'slips'] as const) {
    await page.locator('#kind').selectOption(sheet);
    await page.getByRole('button', { name: words.save(`PRIVATE-${sheet}-00001.html`) }).waitFor();
    await at(sheet);
  }
  await press(page, words.toFiles);
  await press(page, words.home);
  return { list, given, upload };
}
