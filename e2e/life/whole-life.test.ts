import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawLots, type OutcomeFile } from '@convite/archive';
import { invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { allRehearse, holdCeremony, KeyHolder } from '../../apps/web/test/trustees/key-holders.ts';
import { pageAtRest, until } from '../../apps/web/test/until.ts';
import { startBrowser } from '../browser.ts';
import { castIt, enter, mark, press, voter } from '../booth/voter.ts';
import { type BallotBox, boxesOf, castSealed, wishes } from './ballot-boxes.ts';
import { type Installation, openInstallation } from './installation.ts';
import { type Letters, makeLetters, replaceLetter } from './letters.ts';
import { drawLot, type KeyMachine, openKeyMachine, removeMachine, trusteeTurn, verified } from './opening-boxes.ts';
import { type Consultation, employCrew, freezeRoll, people, prepareContests, slug } from './preparing.ts';
import { firstAdministrators } from './staff-desk.ts';
import { openDownload } from './tampered-download.ts';

/** One consultation of a real installation, from its first start to a result that anybody checks: each part goes on. */

let site: Installation;
let browser: Browser;
let consultation: Consultation;
let letters: Letters;
let machines: readonly KeyMachine[] = [];
let boxes: { readonly one: BallotBox; readonly many: BallotBox };
let folder: string;
/** Codes of the fifty who vote, by their turn. */
let codes: readonly string[];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'convite-life-'));
  [site, browser] = await Promise.all([openInstallation('whole-life'), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
  letters.machine.remove();
  machines.forEach(removeMachine);
  rmSync(folder, { recursive: true, force: true });
});

const seed = 'Tres dados: 3 1 4';
const lost = 44;
const onSite = (path: string): string => new URL(path, site.origin).href;
const codeOf = (turn: number): string => codes[turn] ?? '';
const cast = (box: 'one' | 'many', turn: number, numbers = wishes[box](turn)) =>
  castSealed(consultation, boxes[box], codeOf(turn), numbers);
/** The row of a ballot, found by the code of its receipt. */
async function foundBallot(page: Page, { path }: BallotBox, tracking: string): Promise<string> {
  await page.goto(onSite(`/c/${slug}/find-my-vote`));
  await page.locator(`#boards a[href="${path}/board"]`).click();
  await page.locator(`a[href="${path}/board/codes"]`).first().click();
  return await page.locator('tr', { hasText: tracking.replaceAll(/\s+/gu, ' ') }).innerText();
}

test('a new installation is staffed, and a consultation prepared up to its rehearsed key and its letters', async () => {
  const administrators = await firstAdministrators(site, browser);
  const crew = await employCrew({ site, browser, administrators });
  consultation = await prepareContests(site, crew);
  const salt = await freezeRoll(consultation);
  const holders = crew.trustees.map(
    ({ name, account, staff }) => new KeyHolder(site, slug, name, { account, browser: staff }),
  );
  await holdCeremony(crew.organiser.staff, slug, holders, 2);
  letters = await makeLetters(consultation, salt);
  expect(letters.ofRoll).toHaveLength(people.roll);
  codes = letters.ofRoll.slice(0, people.voters).map(({ code }) => code);
  boxes = await boxesOf(consultation);

  const [guarantor] = crew.guarantors;
  const early = await guarantor.staff.post(`/org/c/${slug}/vote/open`, { reason: 'Ya.' });
  expect([early.status, (await early.text()).includes('/trustees#places')]).toEqual([422, true]);
  await allRehearse(holders);
  machines = holders.map(openKeyMachine);
});

test('two guarantors open the vote, and no ballot is taken before its hour', async () => {
  const [guarantor, second] = consultation.crew.guarantors;
  expect(await cast('one', 0)).toEqual([409, 'not_open']);
  await second.agree(await guarantor.proposes(`/org/c/${slug}/vote`));
  expect(await cast('one', 0)).toEqual([409, 'not_open']);
  site.moveTo(consultation.opensAt);
});

test('a lost letter is void, and the new one votes in its place', async () => {
  for (const registrar of consultation.crew.registrars) await registrar.signIn();
  const letter = letters.ofRoll[lost];
  invariant(letter !== undefined, 'somebody has lost a letter');
  const code = await replaceLetter(consultation, letters, letter);
  await voter(browser, async (page) => {
    await enter(page, onSite(`${boxes.one.path}/vote`), letter.code);
    await mark(page, 3);
    await press(page, 'Revisar');
    await press(page, 'Depositar mi voto');
    await page.locator('#way-back').waitFor();
    expect(await page.locator('#sealing-says').innerText()).toContain('Esa carta fue anulada y reemplazada por otra.');
    await press(page, 'Escribir otro código');
    await page.locator('#code-field').fill(code);
    await press(page, 'Seguir');
    await press(page, 'Depositar mi voto');
    await page.locator('#receipt').waitFor();
  });
  expect(await castSealed(consultation, boxes.many, letter.code, [1])).toEqual([403, 'void_credential']);
  codes = codes.with(lost, code);
  expect(await cast('many', lost)).toEqual([201]);
});

test('on one telephone a person votes twice and finds the ballot, then a neighbour votes; without script it says why not', async () => {
  await voter(browser, async (page) => {
    const address = onSite(`${boxes.one.path}/vote`);
    await enter(page, address, codeOf(0));
    await mark(page, 3);
    const first = await castIt(page);
    await press(page, 'Votar de nuevo');
    await mark(page, ...wishes.one(0));
    const second = await castIt(page);
    await press(page, 'Terminar y limpiar este teléfono');
    await enter(page, address, codeOf(22));
    await mark(page, ...wishes.one(22));
    await castIt(page);
    expect(await foundBallot(page, boxes.one, first)).toContain('Reemplazado');
    expect(await foundBallot(page, boxes.one, second)).not.toContain('Reemplazado');
    await enter(page, onSite(`${boxes.many.path}/vote`), codeOf(0));
    await mark(page, ...wishes.many(0));
    await castIt(page);
  });
  await voter(
    browser,
    async (page) => {
      await page.goto(onSite(`${boxes.one.path}/vote`));
      expect(await page.locator('main').innerText()).toContain(
        'Para votar aquí hace falta un navegador con JavaScript.',
      );
    },
    { javaScriptEnabled: false },
  );
});

test('everybody else casts a sealed ballot on both papers, some of them twice', async () => {
  const answers = new Set<string>();
  for (let turn = 1; turn < people.voters; turn++) {
    if (turn % 7 === 3) answers.add(String(await cast('one', turn, [3])));
    if (turn % 7 === 5) answers.add(String(await cast('many', turn, [2])));
    if (turn !== 22 && turn !== lost) answers.add(String(await cast('one', turn)));
    if (turn !== lost) answers.add(String(await cast('many', turn)));
  }
  expect([...answers]).toEqual(['201']);
});

test('two guarantors close it after its last hour, and two of three trustees open what was cast', async () => {
  const { crew, closesAt } = consultation;
  const [guarantor, second] = crew.guarantors;
  for (const person of [guarantor, second]) await person.signIn();
  const early = await guarantor.staff.post(`/org/c/${slug}/vote/close`, { reason: 'Ya.' });
  expect(early.status).toBe(422);
  site.moveTo(closesAt);
  expect(await cast('one', 1)).toEqual([409, 'closed']);
  for (const person of [guarantor, second, ...crew.trustees.slice(0, 2)]) await person.signIn();
  await second.agree(await guarantor.proposes(`/org/c/${slug}/vote`));
  const [one, other] = machines;
  invariant(one !== undefined && other !== undefined, 'there are three trustees');
  // Whole ballots are shuffled by both before either decrypts them.
  for (const [turn, machine] of [one, other, one, other].entries()) await trusteeTurn(consultation, machine, turn);
  const page = await pageAtRest(() => guarantor.staff.get(`/org/c/${slug}/result`));
  expect(page).toContain(`href="/org/c/${slug}/lots"`);
});

test('the tie that decides is drawn by lot, the result published by two, and everybody reads and checks it', async () => {
  const [guarantor, second] = consultation.crew.guarantors;
  const room = `/org/c/${slug}/result`;
  const unsettled = await guarantor.staff.post(`${room}/publish`, { reason: 'Ya.' });
  expect(unsettled.status).toBe(422);
  await drawLot(consultation, seed);
  // Between the count and the file of the consultation the page is at rest for a moment.
  await until(async () => {
    const text = await (await guarantor.staff.get(room)).text();
    return text.includes('id="propose"') ? true : undefined;
  });
  expect((await site.ask(`/c/${slug}/result`)).status).toBe(404);
  await second.agree(await guarantor.proposes(room));

  const download = join(folder, `${slug}.zip`);
  const winners = new Map<string, readonly string[]>();
  await voter(
    browser,
    async (page) => {
      await page.goto(onSite(`/c/${slug}/result`));
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.locator(`a[href="/c/${slug}/archive.zip"]`).first().click(),
      ]);
      await file.saveAs(download);
      for (const { path } of [boxes.one, boxes.many]) {
        await page.goto(onSite(`${path}/result`));
        winners.set(path, await page.locator('#decided tbody th').allInnerTexts());
      }
    },
    { acceptDownloads: true },
  );
  const { files } = await openDownload(readFileSync(download));
  const outcomeOf = ({ path }: BallotBox): OutcomeFile =>
    JSON.parse(files.get(`contests/${path.split('/').at(-1)}/outcome.json`)?.toString() ?? '');
  const [one, many] = [outcomeOf(boxes.one), outcomeOf(boxes.many)];
  const votesOf = ({ votes }: OutcomeFile) => votes.map(({ votes: given }) => given);
  expect([votesOf(one), votesOf(many)]).toEqual([
    [22, 22, 6],
    [40, 10, 50],
  ]);
  const [drawn] = drawLots({ seed, fingerprint: one.fingerprint, round: 1 }, [1, 2], nodeSha256.sha256);
  expect(one.winners).toEqual([drawn?.option]);
  expect(new Set(many.winners)).toEqual(new Set([1, 3]));
  const titles = ['Pozo y bomba', 'Techo del mercado'];
  expect(winners.get(boxes.one.path)).toEqual([expect.stringContaining(titles[(drawn?.option ?? 0) - 1] ?? '-')]);
  expect(winners.get(boxes.many.path)?.toSorted()).toEqual([
    expect.stringContaining('Bancos en la plaza'),
    expect.stringContaining('Farolas'),
  ]);
  expect(await verified(download)).toEqual({ accepted: true, failures: [] });
});
