import { drawLots } from '@convite/archive';
import { nodeSha256 } from '@convite/machine';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translationOf } from '../../apps/web/src/i18n/translation.ts';
import { startBrowser } from '../browser.ts';
import { boxesOf, expected } from './ballot-boxes.ts';
import { type Installation, openInstallation } from './installation.ts';
import { allRehearse, type Holder, holdCeremony } from './key-ceremony.ts';
import { makeLetters, replaceLetter } from './letters.ts';
import { openOffice } from './office.ts';
import { drawLot, publish, trusteeTurn, verified } from './opening-boxes.ts';
import { type Consultation, employCrew, prepareContests, slug, title } from './preparing.ts';
import { readResult } from './published.ts';
import { freezeRoll, people } from './roll.ts';
import {
  cast,
  everybodyElse,
  lender,
  letterOf,
  loser,
  type OpenVote,
  readWithoutScript,
  shareTelephone,
  voteWithNewLetter,
} from './voting.ts';

/**
 * One consultation of a real installation, from its first start to a result that anybody checks: each part goes on. Staff work
 * on the pages alone, and come to each by the links of the one before.
 */

const t = translationOf('es');
const words = t.controlRoom;
let site: Installation;
let browser: Browser;
let consultation: Consultation;
let holders: readonly Holder[] = [];
let vote: OpenVote;
beforeAll(async () => {
  [site, browser] = await Promise.all([openInstallation('whole-life'), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

test('a new installation is staffed, and one template gives papers to two communes, another to the city; all is frozen by two', async () => {
  const office = await openOffice(site, browser);
  consultation = await prepareContests(office, await employCrew(office));
});

test('the roll is frozen, three make a key, the codes are made without a network, and the vote waits for the rehearsal', async () => {
  const salt = await freezeRoll(consultation);
  holders = await holdCeremony(consultation);
  const letters = await makeLetters(consultation, salt);
  expect(letters.of.map(({ length }) => length)).toEqual(people.roll);
  vote = { consultation, letters, boxes: await boxesOf(consultation), replaced: new Map() };

  const [guarantor] = consultation.crew.guarantors;
  await guarantor.arrivesAt(title, words.step.vote);
  expect(await guarantor.offers(words.notRehearsed(3))).toBe(true);
  expect(await guarantor.offers(words.propose)).toBe(false);
  await allRehearse(holders);
});

test('two guarantors open the vote, and no ballot is taken before its hour', async () => {
  const [guarantor, second] = consultation.crew.guarantors;
  expect(await cast.commune(vote, lender)).toEqual([409, 'not_open']);
  await guarantor.arrivesAt(t.accounts.taskSays.open());
  await guarantor.sends(words.propose, { [words.reason]: 'Todo está listo.' });
  await second.agreesTo(t.consultations.acts.openTitle(title));
  expect(await cast.commune(vote, lender)).toEqual([409, 'not_open']);
  site.moveTo(consultation.opensAt);
});

test('a lost letter is void, and the new one votes in its place', async () => {
  const letter = letterOf(vote, loser);
  vote.replaced.set(letter.code, await replaceLetter(consultation, vote.letters, letter));
  const says = await voteWithNewLetter(browser, vote, letter.code);
  expect(says).toContain('Esa carta fue anulada y reemplazada por otra.');
  const withLost = { ...vote, replaced: new Map() };
  expect(await cast.city(withLost, loser)).toEqual([403, 'void_credential']);
  expect(await cast.city(vote, loser)).toEqual([201]);
});

test('on one telephone a person votes twice and finds the ballot, then a neighbour votes; without script it says why not', async () => {
  const { first, second } = await shareTelephone(browser, vote);
  expect(first).toContain('Reemplazado');
  expect(second).not.toContain('Reemplazado');
  const says = await readWithoutScript(browser, vote);
  expect(says).toContain('Para votar aquí hace falta un navegador con JavaScript.');
});

test('everybody else casts a sealed ballot on both papers, some of them twice', async () => {
  expect([...(await everybodyElse(vote))]).toEqual(['201']);
});

test('two guarantors close it after its last hour, and two of three trustees open what was cast', async () => {
  const [guarantor, second] = consultation.crew.guarantors;
  await guarantor.arrivesAt(title, words.step.vote);
  expect(await guarantor.offers(words.propose)).toBe(false);
  site.moveTo(consultation.closesAt);
  expect(await cast.commune(vote, lender)).toEqual([409, 'closed']);
  await guarantor.arrivesAt(title, words.step.vote);
  await guarantor.sends(words.propose, { [words.reason]: 'Terminó la hora.' });
  await second.agreesTo(t.consultations.acts.closeTitle(title));
  // Whole ballots are shuffled by both before either decrypts them.
  for (const papers of [3, 1]) {
    for (const holder of holders.slice(0, 2)) await trusteeTurn(holder, papers);
  }
});

test('the tie that decides is drawn by lot, the result published by two, and everybody reads and checks it', async () => {
  const seed = 'Tres dados: 3 1 4';
  const [guarantor] = consultation.crew.guarantors;
  await guarantor.isAwaited(t.accounts.taskSays.lots(1));
  await guarantor.arrivesAt(title, t.results.orgTitle);
  expect(await guarantor.offers(t.results.publish.provisional)).toBe(false);
  await drawLot(consultation, seed);
  expect((await site.ask(`/c/${slug}/result`)).status).toBe(404);
  await publish(consultation);

  const { communes, city } = vote.boxes;
  const { download, outcomes, winners } = await readResult(browser, consultation, [...communes, city]);
  expect(outcomes.map(({ votes }) => votes.map((each) => each.votes))).toEqual([...expected.communes, expected.city]);
  const [tied, , several] = outcomes;
  const fingerprint = tied?.fingerprint ?? '';
  const [drawn] = drawLots({ seed, fingerprint, round: 1 }, [1, 2], nodeSha256.sha256);
  expect(tied?.winners).toEqual([drawn?.option]);
  expect(new Set(several?.winners)).toEqual(new Set([1, 3]));
  const named = ['Pozo y bomba', 'Techo del mercado'][(drawn?.option ?? 0) - 1];
  expect(winners.map((all) => all.toSorted())).toEqual([
    [expect.stringContaining(named ?? '-')],
    [expect.stringContaining('Puente peatonal')],
    [expect.stringContaining('Bancos en la plaza'), expect.stringContaining('Farolas')],
  ]);
  expect(await verified(download)).toEqual({ accepted: true, failures: [] });
});
