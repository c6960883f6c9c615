import { afterAll, beforeAll, expect, test } from 'vitest';
import { contestsOf } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { pageAtRest } from '../until.ts';
import { closeVote } from './opened-city.ts';
import { type VotedCity, voteInCity } from './voted-city.ts';

let site: TestSite;
let voted: VotedCity;
beforeAll(async () => {
  site = await openTestSite();
  voted = await voteInCity(site);
}, 120_000);
afterAll(() => site.close());

const room = '/org/c/obras';
const page = async (address: string): Promise<string> => {
  const answer = await voted.crew.observer.get(address);
  expect(answer.status).toBe(200);
  return await answer.text();
};

/** The number that a link shows, where it leads, and the words that tell it from the others. */
interface Figure {
  readonly href: string;
  readonly number: string;
  readonly says: string;
}

const figuresOf = (text: string): readonly Figure[] =>
  [...text.matchAll(/<a class="figure" href="([^"]+)">([^<]+)<span class="vh">([^<]+)<\/span>/gu)].map(
    ([, href = '', number = '', says = '']) => ({ href: href.replaceAll('&amp;', '&'), number, says }),
  );

/** Links of a page that one hears alone are told apart by their words. */
const areDistinct = (figures: readonly Figure[]): void => {
  const targets = new Map<string, string>();
  for (const { href, number, says } of figures) {
    const name = `${number}${says}`;
    expect([name, targets.get(name) ?? href]).toEqual([name, href]);
    targets.set(name, href);
  }
};

const ofContest = (figures: readonly Figure[], contest: string, part: string): Figure => {
  const found = figures.filter(({ href, says }) => href.includes(`/contests/${contest}`) && says.includes(part));
  expect(found).toHaveLength(1);
  return found[0] ?? { href: '', number: '', says: '' };
};

const listedBallots = async (href: string): Promise<number> => (await page(href)).split('<code dir="ltr">').length - 1;

test('numbers of the control room lead to their rows while people vote', async () => {
  const figures = figuresOf(await page(room));
  areDistinct(figures);
  for (const contest of [voted.totals, voted.whole, voted.few]) {
    const options = ofContest(figures, contest, 'Opciones');
    const listed = await page(options.href);
    expect(listed).toContain('id="options"');
    for (const title of ['Pozo y bomba', 'Techo', 'Luces']) expect(listed).toContain(title);
    expect(options.number).toBe('3 de 3');
    const turnout = ofContest(figures, contest, 'Han votado');
    expect(await listedBallots(turnout.href)).toBe(Number(turnout.number));
  }
  const open = figures.find(({ href }) => href === `${room}?s=open`);
  expect(await contestsOf(voted.crew.observer, 'obras', '?s=open')).toHaveLength(Number(open?.number));
});

test('and numbers of the result, and of what was closed, to theirs afterwards', async () => {
  await closeVote(voted);
  await pageAtRest(() => voted.crew.observer.get(`${room}/tally`));
  const figures = figuresOf(await page(room));
  areDistinct(figures);
  const counted = ofContest(figures, voted.totals, 'Votos que cuentan');
  expect(await listedBallots(counted.href)).toBe(Number(counted.number));

  const result = figuresOf(await page(`${room}/result`));
  areDistinct(result);
  for (const [says, contests] of [
    ['No se publican', [voted.few]],
    ['Papeletas', [voted.totals, voted.whole, voted.few]],
  ] as const) {
    const figure = result.find((one) => one.says.includes(says));
    expect(figure?.number).toBe(String(contests.length));
    const listed = await contestsOf(voted.crew.observer, 'obras', figure?.href.replace(room, ''));
    expect(listed.toSorted()).toEqual(contests.toSorted());
  }
});
