import { newPrivateCredential, seededRandomness } from '@convite/crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type BoothSite, openBoothSite } from './booth-site.ts';
import { suite, trialContest } from './trial-contest.ts';
import { castIt, codeOf, enter, heading, mark, press, voter } from './voter.ts';

const approval = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b201');
const shares = trialContest('shares', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b202');
const one = trialContest('one', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b203');
/** Written in English first, and read in Spanish. */
const foreign = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b204', {
  options: approval.paper.options.map((option) => ({ ...option, lang: 'en', told: `Obra ${option.number}` })),
});

let site: BoothSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openBoothSite([approval, shares, one, foreign]), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const last = () => site.taken.at(-1);

describe('a voter', () => {
  test.each([
    ['approvals that are added up', approval],
    ['whole ballots that are mixed', shares],
  ] as const)('votes from the letter to the receipt: %s', async (_, contest) => {
    await voter(browser, async (page) => {
      await enter(page, site.address(contest), codeOf(contest, 0));
      expect(await heading(page)).toBe('Elija hasta 6 proyectos');
      await mark(page, 7, 24, 1);
      expect(await page.locator('#said').innerText()).toBe('Eligió 3. Puede elegir 3 más.');
      await press(page, 'Revisar');
      expect(await heading(page)).toBe('Revise su voto y deposítelo');
      expect(await page.locator('#review .st').innerText()).toBe('Su voto todavía no está en la urna.');
      expect(await page.locator('#review-count').innerText()).toBe('Eligió 3 de 6 proyectos');
      expect(await page.locator('#chosen .pno').allInnerTexts()).toEqual(['1', '7', '24']);
      const before = site.taken.length;
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(await heading(page)).toBe('Su voto está en la urna');
      expect(site.taken.length).toBe(before + 1);
      const ballot = last();
      expect(contest.open(ballot?.text ?? '')).toEqual([1, 7, 24]);
      expect((await page.locator('.tracking').innerText()).replaceAll(/\s/gu, '')).toBe(ballot?.tracker.slice(0, 12));
      expect(await page.locator('#receipt').innerText()).not.toMatch(/Renovar|Escalera|Piso/u);
    });
  });

  test('chooses one of a short list', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(one), codeOf(one, 1));
      expect(await heading(page)).toBe('Elija una opción');
      expect(await page.locator('#search').count()).toBe(0);
      await mark(page, 1, 3);
      await castIt(page);
      expect(one.open(last()?.text ?? '')).toEqual([3]);
    });
  });

  test('reviews what stood on the paper, each title in its language, and seals the first', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(foreign), codeOf(foreign, 0));
      await mark(page, 7);
      await press(page, 'Revisar');
      const chosen = page.locator('#chosen li');
      expect(await chosen.locator('.name [lang=en]').allInnerTexts()).toEqual(['Escalera con pasamanos']);
      expect(await chosen.locator('.name .told').allInnerTexts()).toEqual(['Obra 7']);
      expect(await chosen.locator('button [lang=en]').textContent()).toBe('Escalera con pasamanos');
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(foreign.open(last()?.text ?? '')).toEqual([7]);
    });
  });

  test('leaves the paper blank, on the review and nowhere else', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(shares), codeOf(shares, 2));
      await mark(page, 7);
      await press(page, 'Revisar');
      await page.getByText('Prefiero dejar la boleta en blanco').click();
      await press(page, 'Dejo esta boleta en blanco');
      expect(await page.locator('#review-count').innerText()).toBe('Deja esta boleta en blanco');
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(shares.open(last()?.text ?? '')).toBe('blank');
    });
  });

  test('who marks nothing is asked to mark or to leave it blank', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(approval), codeOf(approval, 0));
      await press(page, 'Revisar');
      expect(await page.locator('#review').innerText()).toContain('Marque lo que quiere o deje la boleta en blanco.');
      expect(await page.locator('#cast').isVisible()).toBe(false);
    });
  });

  test('votes again: two ballots of one credential, another code', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(approval), codeOf(approval, 1));
      await mark(page, 3);
      const first = await castIt(page);
      await press(page, 'Votar de nuevo');
      expect(await page.locator('#choose input:checked').count()).toBe(0);
      await mark(page, 4);
      const second = await castIt(page);
      expect(second).not.toBe(first);
      const mine = site.taken.slice(-2);
      expect(mine.map(({ text }) => approval.open(text))).toEqual([[3], [4]]);
      expect(new Set(mine.map(({ credential }) => credential)).size).toBe(1);
    });
  });

  test('nothing but sealed ballots reaches the server', () => {
    expect(site.bodies.length).toBeGreaterThan(0);
    for (const { path, body } of site.bodies) {
      expect(path).toMatch(/\/ballots$/u);
      for (const code of [...approval.codes, ...shares.codes, ...one.codes]) {
        expect(body).not.toContain(code);
        expect(body).not.toContain(code.replaceAll('-', ''));
      }
      expect(Object.keys(JSON.parse(body))).toEqual([
        'election_uuid',
        'election_hash',
        'credential',
        'answers',
        'signature',
      ]);
    }
  });
});

describe('the code of a letter', () => {
  test.each([
    ['', 'Escriba el código de su carta.'],
    ['abc-de0-fgh-jkm-npq', 'Ningún código lleva “0”, porque se confunde con otra letra. Revise el segundo grupo.'],
    ['abc-def-g?h-jkm-npq', 'Hay un signo que ningún código lleva. Revise el tercer grupo.'],
    ['abc-def-ghj-kmnn-pqr', 'A un grupo le faltan o le sobran letras. Revise el cuarto grupo.'],
    ['abcdef', 'El código tiene 15 o 22 letras y números, según la carta. Usted escribió 6.'],
  ])('%j is refused and the place is named', async (typed, says) => {
    await voter(browser, async (page) => {
      await page.goto(site.address(approval));
      await press(page, 'Empezar a votar');
      await page.locator('#code-field').fill(typed);
      await press(page, 'Seguir');
      expect(await page.locator('#code-problem').innerText()).toBe(says);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('code-field');
      expect(await page.locator('#code-field').inputValue()).toBe(typed);
    });
  });

  test('with one wrong letter is found out by its check letter', async () => {
    await voter(browser, async (page) => {
      const code = codeOf(approval, 0);
      await page.goto(site.address(approval));
      await press(page, 'Empezar a votar');
      await page.locator('#code-field').fill(`${code.startsWith('a') ? 'b' : 'a'}${code.slice(1)}`);
      await press(page, 'Seguir');
      expect(await page.locator('#code-problem').innerText()).toContain('Alguna letra no coincide');
    });
  });

  test.each([
    ['spaces', (code: string) => code.replaceAll('-', ' ')],
    ['long dashes', (code: string) => code.replaceAll('-', '—')],
    ['nothing', (code: string) => `  ${code.replaceAll('-', '')} `],
  ])('may be typed with %s between its groups', async (_, typed) => {
    await voter(browser, async (page) => {
      await enter(page, site.address(approval), typed(codeOf(approval, 0)));
      expect(await heading(page)).toBe('Elija hasta 6 proyectos');
    });
  });

  test('of another community is refused at the box, which keeps the choice', async () => {
    await voter(browser, async (page) => {
      const stranger = newPrivateCredential('checked', seededRandomness('a stranger', suite.sha256));
      await enter(page, site.address(approval), stranger.text);
      await mark(page, 7);
      await press(page, 'Revisar');
      await press(page, 'Depositar mi voto');
      await page.locator('#way-back').waitFor();
      expect(await heading(page)).toBe('Su voto no está en la urna');
      expect(await page.locator('#sealing-says').innerText()).toContain('Ese código no vale para esta boleta.');
      // What helps is the code of the right letter: the other way stands behind it.
      expect(await page.locator('#way-back .btn:not(.two)').allInnerTexts()).toEqual(['Escribir otro código']);
      await press(page, 'Escribir otro código');
      await page.locator('#code-field').fill(codeOf(approval, 0));
      await press(page, 'Seguir');
      expect(await page.locator('#chosen .pno').allInnerTexts()).toEqual(['7']);
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(approval.open(last()?.text ?? '')).toEqual([7]);
    });
  });

  test('that comes in the address leaves it at once', async () => {
    await voter(browser, async (page) => {
      await page.goto(`${site.address(approval)}#${codeOf(approval, 2)}`);
      expect(page.url()).toBe(site.address(approval));
      await press(page, 'Empezar a votar');
      await page.locator('#choose').waitFor();
      await mark(page, 9);
      await castIt(page);
      expect(approval.open(last()?.text ?? '')).toEqual([9]);
    });
  });
});

describe('the camera', () => {
  /** A browser that reads codes, as phones have it: this machine's has neither camera nor reader. */
  const withReader = (text: string, allowed: boolean) =>
    [
      `globalThis.BarcodeDetector = class { async detect() { return [{ rawValue: ${JSON.stringify(text)} }]; } };`,
      `navigator.mediaDevices.getUserMedia = () => ${
        allowed ? `Promise.resolve(document.createElement('canvas').captureStream(5))` : 'Promise.reject(new Error())'
      };`,
    ].join('\n');

  test('reads the letter where the phone can, and is let go at once', async () => {
    await voter(browser, async (page) => {
      await page.addInitScript(withReader(`${site.address(approval)}#${codeOf(approval, 1)}`, true));
      await page.goto(site.address(approval));
      await press(page, 'Empezar a votar');
      await press(page, 'Leer la carta con la cámara');
      await page.locator('#choose').waitFor();
      expect(await page.evaluate(() => document.querySelector('video')?.srcObject)).toBeNull();
      await mark(page, 11);
      await castIt(page);
      expect(approval.open(last()?.text ?? '')).toEqual([11]);
    });
  });

  test('that is refused, or sees something else, leaves the field to be typed in', async () => {
    for (const [text, isAllowed, says] of [
      ['', false, 'La cámara no está disponible. Escriba el código.'],
      ['https://elsewhere.example/', true, 'Hay un signo que ningún código lleva.'],
    ] as const) {
      await voter(browser, async (page) => {
        await page.addInitScript(withReader(text, isAllowed));
        await page.goto(site.address(approval));
        await press(page, 'Empezar a votar');
        await press(page, 'Leer la carta con la cámara');
        await page.locator('#code .err:visible').waitFor();
        expect(await page.locator('#code .err:visible').innerText()).toContain(says);
        expect(await page.locator('#code').isVisible()).toBe(true);
      });
    }
  });

  test('is not offered where the browser reads no codes', async () => {
    await voter(browser, async (page) => {
      await page.goto(site.address(approval));
      await press(page, 'Empezar a votar');
      expect(await page.locator('#scan').isVisible()).toBe(false);
    });
  });
});
