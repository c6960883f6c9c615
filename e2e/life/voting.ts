import { invariant } from '@convite/kernel';
import type { ListedCode } from '@convite/registrar';
import type { Browser, Page } from 'playwright-core';
import { castIt, enter, mark, press, voter } from '../booth/voter.ts';
import { type BallotBox, type Boxes, castSealed, type Voter, wishes } from './ballot-boxes.ts';
import type { Letters } from './letters.ts';
import { type Consultation, slug } from './preparing.ts';
import { people } from './roll.ts';

/** An open vote, with the letters of everybody who comes to it. */
export interface OpenVote {
  readonly consultation: Consultation;
  readonly boxes: Boxes;
  readonly letters: Letters;
  /** What somebody got in place of a lost letter, by the lost code. */
  readonly replaced: Map<string, string>;
}

/** Who lost the letter; who votes at a browser, and lends it to whom. */
export const loser: Voter = { commune: 0, turn: 27 };
export const lender: Voter = { commune: 0, turn: 0 };
const borrower: Voter = { commune: 0, turn: 22 };

export function letterOf({ letters }: OpenVote, { commune, turn }: Voter): ListedCode {
  const letter = letters.of[commune]?.[turn];
  invariant(letter !== undefined, 'everybody who votes stands on the roll');
  return letter;
}

const codeOf = (vote: OpenVote, who: Voter): string => {
  const { code } = letterOf(vote, who);
  return vote.replaced.get(code) ?? code;
};

const onSite = ({ consultation }: OpenVote, path: string): string => new URL(path, consultation.site.origin).href;

/** Casts as a voter's device does, in the commune and in the city. */
export const cast = {
  commune: (vote: OpenVote, who: Voter, numbers = wishes.commune(who)) =>
    castSealed(vote.consultation, vote.boxes.communes[who.commune], codeOf(vote, who), numbers),
  city: (vote: OpenVote, who: Voter, numbers = wishes.city(who)) =>
    castSealed(vote.consultation, vote.boxes.city, codeOf(vote, who), numbers),
} as const;

/** Tries a letter that was replaced, reads why it is void, and votes with the new one. @returns what the page says */
export async function voteWithNewLetter(browser: Browser, vote: OpenVote, lost: string): Promise<string> {
  const { path } = vote.boxes.communes[loser.commune];
  let says = '';
  await voter(browser, async (page) => {
    await enter(page, onSite(vote, `${path}/vote`), lost);
    await mark(page, ...wishes.commune(loser));
    await press(page, 'Revisar');
    await press(page, 'Depositar mi voto');
    await page.locator('#way-back').waitFor();
    says = await page.locator('#sealing-says').innerText();
    await press(page, 'Escribir otro código');
    await page.locator('#code-field').fill(codeOf(vote, loser));
    await press(page, 'Seguir');
    await press(page, 'Depositar mi voto');
    await page.locator('#receipt').waitFor();
  });
  return says;
}

/** Somebody votes twice on a telephone, finds both ballots, and lends it to a neighbour in between. @returns the rows of the two */
export async function shareTelephone(
  browser: Browser,
  vote: OpenVote,
): Promise<{ readonly first: string; readonly second: string }> {
  const [box] = vote.boxes.communes;
  const rows = { first: '', second: '' };
  await voter(browser, async (page) => {
    const address = onSite(vote, `${box.path}/vote`);
    await enter(page, address, codeOf(vote, lender));
    await mark(page, 3);
    const first = await castIt(page);
    await press(page, 'Votar de nuevo');
    await mark(page, ...wishes.commune(lender));
    const second = await castIt(page);
    await press(page, 'Terminar y limpiar este teléfono');
    await enter(page, address, codeOf(vote, borrower));
    await mark(page, ...wishes.commune(borrower));
    await castIt(page);
    rows.first = await foundBallot(page, vote, box, first);
    rows.second = await foundBallot(page, vote, box, second);
    await enter(page, onSite(vote, `${vote.boxes.city.path}/vote`), codeOf(vote, lender));
    await mark(page, ...wishes.city(lender));
    await castIt(page);
  });
  return rows;
}

/** The row of a ballot, found by the code of its receipt. */
async function foundBallot(page: Page, vote: OpenVote, { path }: BallotBox, tracking: string): Promise<string> {
  await page.goto(onSite(vote, `/c/${slug}/find-my-vote`));
  await page.locator(`#boards a[href="${path}/board"]`).click();
  await page.locator(`a[href="${path}/board/codes"]`).first().click();
  return await page.locator('tr', { hasText: tracking.replaceAll(/\s+/gu, ' ') }).innerText();
}

/** What a browser without script is told where people vote. */
export async function readWithoutScript(browser: Browser, vote: OpenVote): Promise<string> {
  let says = '';
  const { path } = vote.boxes.city;
  const reads = async (page: Page): Promise<void> => {
    await page.goto(onSite(vote, `${path}/vote`));
    says = await page.locator('main').innerText();
  };
  await voter(browser, reads, { javaScriptEnabled: false });
  return says;
}

/** Everybody who has not voted at a browser casts on both papers, some of them twice. @returns every answer there was */
export async function everybodyElse(vote: OpenVote): Promise<ReadonlySet<string>> {
  const answers = new Set<string>();
  const is = (one: Voter, other: Voter): boolean => one.commune === other.commune && one.turn === other.turn;
  for (const commune of [0, 1] as const) {
    for (let turn = 0; turn < people.voters[commune]; turn++) {
      const who = { commune, turn };
      if (is(who, lender)) continue;
      if (turn % 7 === 3) answers.add(String(await cast.commune(vote, who, [2])));
      if (turn % 7 === 5) answers.add(String(await cast.city(vote, who, [2])));
      if (!is(who, borrower) && !is(who, loser)) answers.add(String(await cast.commune(vote, who)));
      if (!is(who, loser)) answers.add(String(await cast.city(vote, who)));
    }
  }
  return answers;
}
