import { bytesSource, type Codec, Misread, readArchive, readText } from '@convite/crypto';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { certificateFile, type HandedIn, honestMember } from '@convite/trustee';
import type { PageWords } from '../../apps/web/src/trustee-page/words/es.ts';
import { type At, begin, type Desk, holdWorkers, press, refused, submit, titled, told } from '../offline-desk.ts';
import { put, save, type SavedFile } from '../offline-site.ts';
import { waitingContest, workFile } from './work-file.ts';

/** Every screen of the page of trustees. */
export const trusteeScreens = [
  ...['start', 'begin', 'begin-refused', 'begun', 'begun-leaving', 'go-on', 'go-on-refused', 'dealt', 'shared'],
  ...['backup', 'backup-refused', 'copy', 'copy-right', 'copy-wrong', 'paper', 'paper-shown'],
  ...['rehearse', 'rehearse-refused', 'rehearsed', 'restore', 'restore-refused', 'restored'],
  ...['pass', 'pass-refused', 'pass-seen', 'pass-working', 'pass-ended', 'pass-ended-in-part', 'fault'],
] as const;

/** Walks through the page as the first of two trustees, and stops at every screen. */
export async function walkTrustee(desk: Desk, words: PageWords, at: At): Promise<void> {
  await at('start');
  await holdCeremony(desk, words, at);
  const { page, folder } = desk;
  const bakery = await waitingContest('a', 'panadería', 'totals', 12);
  const key = put(folder, 'ana.key.json', bakery.keys[0] ?? '');
  const list = put(folder, 'trustees.json', await trusteesOf(bakery.bytes));

  await begin(page, words.tasks.backup.title);
  await at('backup');
  await refused(page, 'backup-refused', at);
  await page.locator('#key').setInputFiles(key);
  await submit(page);
  await titled(page, words.copyTitle(1));
  await at('copy');
  await page.locator('#copy').setInputFiles(key);
  await page.getByText(words.checkRight).waitFor();
  await at('copy-right');
  await press(page, words.next);
  await titled(page, words.copyTitle(2));
  await page.locator('#copy').setInputFiles(list);
  await page.getByText(words.checkWrong).waitFor();
  await at('copy-wrong');
  await press(page, words.next);
  await at('paper');
  await press(page, words.paperShow);
  await at('paper-shown');
  const ownWords = await page.locator('.words li').allInnerTexts();
  await press(page, words.backupDone);

  await begin(page, words.tasks.rehearse.title);
  await at('rehearse');
  await refused(page, 'rehearse-refused', at);
  await page.locator('#key').setInputFiles(key);
  await page.locator('#list').setInputFiles(list);
  await submit(page);
  await titled(page, words.rehearsedTitle);
  await at('rehearsed');
  await press(page, words.home);

  await begin(page, words.tasks.restore.title);
  await at('restore');
  await page.locator('#list').setInputFiles(list);
  await page.locator('#words').fill(ownWords.slice(1).join(' '));
  await refused(page, 'restore-refused', at);
  await page.locator('#list').setInputFiles(list);
  await page.locator('#words').fill(ownWords.join(' '));
  await submit(page);
  await titled(page, words.restoredTitle);
  await at('restored');
  await save(page, /\.key\.json/u, folder);
  await press(page, words.home);

  await pass(desk, words, at, { key, bakery });
}

/** The steps of a ceremony, the other of whose two members has done theirs. */
async function holdCeremony({ page, folder }: Desk, words: PageWords, at: At): Promise<void> {
  const suite = await loadMachineSuite();
  const part = { group: 'Ed25519', size: 2, threshold: 2, member: 2, name: 'María de los Ángeles Echeverría' } as const;
  const other = honestMember(suite, part, (length) => crypto.getRandomValues(new Uint8Array(length)));

  await begin(page, words.tasks.begin.title);
  await at('begin');
  await refused(page, 'begin-refused', at);
  for (const [id, text] of Object.entries({ size: '2', threshold: '2', member: '1', name: 'علي حسن' })) {
    await page.locator(`#${id}`).fill(text);
  }
  await submit(page);
  await titled(page, words.begunTitle);
  await at('begun');
  await press(page, words.home);
  await told(page);
  await at('begun-leaving');
  const secret = await save(page, /\.secret\.json/u, folder);
  const certificate = await save(page, /1-certificate/u, folder);
  await press(page, words.home);

  await begin(page, words.tasks.go.title);
  await at('go-on');
  await refused(page, 'go-on-refused', at);
  const certificates = [handedIn(certificateFile, certificate), handedInText(certificateFile, other.certificate)];
  const given = [secret.path, certificate.path, put(folder, 'certificate-2.json', other.certificate)];
  await page.locator('#files').setInputFiles(given);
  await submit(page);
  await titled(page, words.dealtTitle);
  await at('dealt');
  const deal = await save(page, /2-deal/u, folder);
  await press(page, words.home);
  await begin(page, words.tasks.go.title);
  const otherDeal = put(folder, 'deal-2.json', other.deal(certificates));
  await page.locator('#files').setInputFiles([...given, deal.path, otherDeal]);
  await submit(page);
  await titled(page, words.sharedTitle);
  await at('shared');
  await save(page, /\.key\.json/u, folder);
  await press(page, words.home);
}

/** The work after closing; of the second file one contest was changed on the way. */
async function pass(
  { page, folder }: Desk,
  words: PageWords,
  at: At,
  { key, bakery }: { readonly key: string; readonly bakery: Awaited<ReturnType<typeof waitingContest>> },
): Promise<void> {
  const changed = Buffer.from(bakery.bytes);
  const digit = changed.indexOf('"response":"') + 12;
  changed[digit] = changed[digit] === 0x31 ? 0x32 : 0x31;
  const other = await waitingContest('b', 'puente', 'totals', 12);
  const [whole, half] = [
    put(folder, 'work.zip', await workFile([bakery, other])),
    put(folder, 'work-2.zip', await workFile([{ ...bakery, archive: bytesSource(changed) }, other])),
  ];
  const bring = async (work: string): Promise<void> => {
    await page.locator('#key').setInputFiles(key);
    await page.locator('#work').setInputFiles(work);
    await submit(page);
    await page.getByRole('button', { name: words.passBegin, exact: true }).waitFor();
  };
  await begin(page, words.tasks.pass.title);
  await at('pass');
  await refused(page, 'pass-refused', at);
  await bring(whole);
  await at('pass-seen');
  const letGo = await holdWorkers(page);
  await press(page, words.passBegin);
  await titled(page, words.working);
  await at('pass-working');
  await letGo();
  await titled(page, words.endedTitle);
  await at('pass-ended');
  await save(page, words.save('answer.zip'), folder);
  await press(page, words.home);
  await begin(page, words.tasks.pass.title);
  await bring(half);
  await press(page, words.passBegin);
  await titled(page, words.endedTitle);
  await at('pass-ended-in-part');
  await save(page, words.save('answer.zip'), folder);
  await press(page, words.home);

  // A browser that runs no worker.
  await begin(page, words.tasks.pass.title);
  await page.evaluate(() => {
    Worker.prototype.postMessage = () => {
      throw new Error('no worker');
    };
  });
  await page.locator('#key').setInputFiles(key);
  await page.locator('#work').setInputFiles(whole);
  await submit(page);
  await told(page);
  await at('fault');
}

/** The list of trustees that stands in an archive. */
export async function trusteesOf(archive: Uint8Array): Promise<Uint8Array> {
  const { index } = await readArchive(bytesSource(archive), { sha256: nodeSha256 });
  const setup = index.event(0);
  if (setup.type !== 'Setup') throw new Error('an archive begins with its setup');
  const { offset, length } = setup.trustees;
  return archive.subarray(offset, offset + length);
}

function handedInText<T>(form: Codec<T>, text: string): HandedIn<T> {
  const file = readText(form, text);
  if (file instanceof Misread) throw new Error(file.message);
  return { path: 'a file', file };
}

const handedIn = <T>(form: Codec<T>, { bytes }: SavedFile): HandedIn<T> => handedInText(form, bytes.toString());
