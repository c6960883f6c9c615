import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BoothSite, openBoothSite } from '../booth/booth-site.ts';
import { trialContest } from '../booth/trial-contest.ts';
import { codeOf } from '../booth/voter.ts';
import { startFirefox } from './firefox.ts';
import { mark, press, seen, textOf, tooWide } from './hands.ts';
import type { OtherBrowser } from './other-browser.ts';
import { startWebKit } from './webkit.ts';

const approval = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b221');
const shares = trialContest('shares', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b222');

let site: BoothSite;
beforeAll(async () => {
  site = await openBoothSite([approval, shares]);
});
afterAll(() => site.close());

describe.each([
  ['Firefox', startFirefox],
  ['WebKit', startWebKit],
])('%s', (_, start) => {
  let browser: OtherBrowser;
  beforeAll(async () => {
    browser = await start();
  });
  afterAll(() => browser.close());

  test.each([
    ['approvals that are added up', approval],
    ['whole ballots that are mixed', shares],
  ] as const)('a voter goes from the letter to the cleared phone: %s', async (__, contest) => {
    await browser.open(`${site.address(contest)}?lang=es`);
    await browser.open(`${site.address(contest)}#${codeOf(contest, 0)}`);
    expect(await browser.run(() => location.href)).toBe(site.address(contest));
    await press(browser, 'Empezar a votar');
    await seen(browser, '#choose');
    expect(await textOf(browser, 'h1')).toBe('Elija hasta 6 proyectos');
    await mark(browser, 7, 24, 1);
    expect(await textOf(browser, '#said')).toBe('Eligió 3. Puede elegir 3 más.');
    // What is pressed like a link looks like one, and not by its colour alone.
    expect(
      await browser.run(() => {
        const summary = document.querySelector('.choose summary');
        return summary === null ? 'no summary' : getComputedStyle(summary).textDecorationLine;
      }),
    ).toBe('underline');
    expect(await tooWide(browser)).toBe('false');
    await press(browser, 'Revisar');
    expect(await textOf(browser, '#chosen .pno')).toBe('1|7|24');
    const before = site.taken.length;
    await press(browser, 'Depositar mi voto');
    await seen(browser, '#receipt');
    const first = site.taken.at(-1);
    expect([site.taken.length, contest.open(first?.text ?? '')]).toEqual([before + 1, [1, 7, 24]]);
    expect((await textOf(browser, '.tracking')).replaceAll(/\s/gu, '')).toBe(first?.tracker.slice(0, 12));
    expect(await tooWide(browser)).toBe('false');
    await press(browser, 'Votar de nuevo');
    await seen(browser, '#choose');
    await mark(browser, 3);
    await press(browser, 'Revisar');
    await press(browser, 'Depositar mi voto');
    await seen(browser, '#receipt');
    const second = site.taken.at(-1);
    expect(contest.open(second?.text ?? '')).toEqual([3]);
    expect(second?.credential).toBe(first?.credential);
    await press(browser, 'Terminar y limpiar este teléfono');
    await browser.comes(() => !location.pathname.endsWith('/vote'));
    expect(await browser.run(() => localStorage.length + sessionStorage.length)).toBe('0');
    expect(browser.complaints).toEqual([]);
  });

  test('a selection survives a reload, and the code does not', async () => {
    await browser.open(`${site.address(approval)}#${codeOf(approval, 1)}`);
    await press(browser, 'Empezar a votar');
    await seen(browser, '#choose');
    await mark(browser, 7, 12);
    await browser.reload();
    await seen(browser, '#choose');
    expect(await textOf(browser, '#said')).toBe('Eligió 2. Puede elegir 4 más.');
    await press(browser, 'Revisar');
    await press(browser, 'Depositar mi voto');
    await seen(browser, '#code-reason');
    expect(await textOf(browser, '#code-reason')).toContain('su selección sigue aquí');
    expect(browser.complaints).toEqual([]);
  });
});
