import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../browser.ts';
import { type BoothSite, openBoothSite } from './booth-site.ts';
import { trialContest } from './trial-contest.ts';
import { castIt, codeOf, enter, heading, mark, press, sentOn, voter } from './voter.ts';

const city = trialContest('one', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b213', { territory: 'Ciudad Ribera' });
const commune = trialContest('approval', '0b7a7f7e-6a34-4b42-9d1e-52c7f3a5b211', {
  companions: [{ contest: city.paper.contest, title: city.paper.territory }],
});

let site: BoothSite;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([openBoothSite([commune, city]), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

const last = () => site.taken.at(-1);
/** All that the browser keeps for this origin, in one text. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () =>
    JSON.stringify([
      Object.entries(localStorage),
      Object.entries(sessionStorage),
      history.state,
      location.href,
      document.cookie,
      typeof caches === 'undefined' ? [] : await caches.keys(),
      (await indexedDB.databases()).map(({ name }) => name),
      [...document.querySelectorAll('input')].map((field) => (field.type === 'text' ? field.value : field.checked)),
    ]),
  );

describe('a selection', () => {
  test('survives a reload in the middle; the code does not, and is asked for again before casting', async () => {
    await voter(browser, async (page) => {
      const code = codeOf(commune, 0);
      await enter(page, site.address(commune), code);
      await mark(page, 7, 12);
      expect(await keptBy(page)).not.toContain(code.slice(0, 7));
      await page.reload();
      expect(await heading(page)).toBe('Elija hasta 6 proyectos');
      expect(await page.locator('#choose-note').innerText()).toBe('Recuperamos lo que había marcado en este teléfono.');
      expect(await page.locator('#said').innerText()).toBe('Eligió 2. Puede elegir 4 más.');
      await mark(page, 12, 5);
      await press(page, 'Revisar');
      await page.reload();
      expect(await page.locator('#chosen .pno').allInnerTexts()).toEqual(['5', '7']);
      await press(page, 'Depositar mi voto');
      expect(await page.locator('#code-reason').innerText()).toContain('su selección sigue aquí');
      await page.locator('#code-field').fill(code);
      await press(page, 'Seguir');
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(commune.open(last()?.text ?? '')).toEqual([5, 7]);
    });
  });

  test('survives Back and Forward, and a change of language', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 0));
      await mark(page, 7, 12);
      await press(page, 'Revisar');
      await page.goBack();
      expect(await heading(page)).toBe('Elija hasta 6 proyectos');
      await mark(page, 12);
      await page.goForward();
      await page.locator('#review .go-back').click();
      expect(await heading(page)).toBe('Elija hasta 6 proyectos');
      await page.goForward();
      expect(await page.locator('#chosen').innerText()).toContain('Las Lomas');
      expect(await page.locator('#chosen .pno').allInnerTexts()).toEqual(['7']);
      await page.getByRole('link', { name: 'English' }).click();
      await press(page, 'Start voting');
      await page.locator('#code-field').fill(codeOf(commune, 0));
      await press(page, 'Continue');
      expect(await heading(page)).toBe('Check your vote, then cast it');
      expect(await page.locator('#chosen .pno').allInnerTexts()).toEqual(['7']);
    });
  });

  test('is changed from the review, at the option that is meant', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 0));
      await mark(page, 7, 12);
      await press(page, 'Revisar');
      await page.getByRole('button', { name: 'Cambiar Limpieza y sendero en la orilla' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('p12');
    });
  });

  test('over the limit is allowed, said at once, and kept from the review', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 0));
      await mark(page, 1, 2, 3, 4, 5, 6, 7);
      expect(await page.locator('#said').innerText()).toBe('Eligió 7. Quite 1 para continuar.');
      await press(page, 'Revisar');
      expect(await page.locator('#review').isVisible()).toBe(false);
      expect(await page.locator('#choose-problem').innerText()).toContain('Eligió 7. Quite 1 para continuar.');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('choose-problem');
      expect(await page.title()).toBe('Error: Elija hasta 6 proyectos. Convite');
      await mark(page, 4);
      expect(await page.locator('#said').innerText()).toBe('Eligió 6. Llegó al máximo.');
      expect(await page.locator('#choose-problem').isVisible()).toBe(false);
      expect(await page.title()).toBe('Elija hasta 6 proyectos. Convite');
      await press(page, 'Revisar');
      expect(await heading(page)).toBe('Revise su voto y deposítelo');
    });
  });

  test('is found by numbers and by words without accents', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 0));
      await page.locator('#nums').fill('7 y ١٢, 20, 99');
      await page.keyboard.press('Enter');
      expect(await page.locator('#nums-says').innerText()).toBe('Marcado: 7, 12. En esta boleta no está el 20, 99.');
      expect(await page.locator('#said').innerText()).toBe('Eligió 2. Puede elegir 4 más.');
      expect(await page.locator('.gone').innerText()).toBe('El número 20 fue retirado. Ya no se puede elegir.');
      await page.locator('#search').fill('tramites');
      expect(await page.locator('#matches').innerText()).toBe('Coinciden: 1');
      expect(await page.locator('.choose > li:visible').innerText()).toContain('Ayuda con idiomas y trámites');
      await mark(page, 21);
      await page.locator('#search').fill('');
      expect(await page.locator('#choose input:checked').count()).toBe(3);
    });
  });
});

describe('when the network is away', () => {
  test('before the cast, the ballot is sealed all the same, and goes out when it is back', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 8);
      await press(page, 'Revisar');
      const before = site.taken.length;
      await page.context().setOffline(true);
      await press(page, 'Depositar mi voto');
      await page.locator('#again').waitFor();
      expect(await page.locator('#sealing-says').innerText()).toContain('Enviarlo otra vez no cuenta dos veces.');
      expect(site.taken.length).toBe(before);
      await page.context().setOffline(false);
      await page.locator('#receipt').waitFor();
      expect(site.taken.length).toBe(before + 1);
      expect(commune.open(last()?.text ?? '')).toEqual([8]);
    });
  });

  test('after the cast, the same ballot is sent again, even after a reload, and stands once on the board', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 16);
      await press(page, 'Revisar');
      const before = site.taken.length;
      await page.route('**/ballots', async (route) => {
        await sentOn(route, site.origin);
        await route.abort();
      });
      await press(page, 'Depositar mi voto');
      await page.locator('#again').waitFor();
      expect(site.taken.length).toBe(before + 1);
      await page.unroute('**/ballots');
      await page.reload();
      await page.locator('#receipt').waitFor();
      expect(site.taken.length).toBe(before + 1);
      expect((await page.locator('.tracking').innerText()).replaceAll(/\s/gu, '')).toBe(last()?.tracker.slice(0, 12));
    });
  });

  test('whoever goes back meanwhile and changes the choice casts nothing until she says so', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 10);
      await press(page, 'Revisar');
      const before = site.taken.length;
      await page.context().setOffline(true);
      await press(page, 'Depositar mi voto');
      await page.locator('#again').waitFor();
      await page.goBack();
      await page.goBack();
      await mark(page, 10, 11);
      await page.context().setOffline(false);
      // Longer than the pause before it would try again by itself.
      await page.waitForTimeout(3500);
      expect(site.taken.length).toBe(before);
      expect(await heading(page)).toBe('Elija hasta 6 proyectos');
      await castIt(page);
      expect(site.taken.length).toBe(before + 1);
      expect(commune.open(last()?.text ?? '')).toEqual([11]);
    });
  });

  test('and when the server is too busy, it is told so and tried again by itself', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 17);
      await press(page, 'Revisar');
      let refused = 0;
      await page.route('**/ballots', async (route) => {
        refused += 1;
        if (refused > 1) await route.continue();
        else await route.fulfill({ status: 503, headers: { 'Retry-After': '2' }, body: '{}' });
      });
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(refused).toBe(2);
      expect(commune.open(last()?.text ?? '')).toEqual([17]);
    });
  });

  test('and when many come at once, its place in the line is told', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 18);
      await press(page, 'Revisar');
      let asked = 0;
      await page.route('**/ballots', async (route) => {
        asked += 1;
        if (asked > 1) await route.continue();
        else
          await route.fulfill({
            status: 202,
            headers: { 'Retry-After': '3' },
            json: { code: 'waiting', position: 41 },
          });
      });
      await press(page, 'Depositar mi voto');
      await page.locator('#again').waitFor();
      expect(await page.locator('#sealing-says').innerText()).toContain('su lugar es el 41');
      await page.locator('#receipt').waitFor();
      expect(commune.open(last()?.text ?? '')).toEqual([18]);
    });
  });

  test('an election of other bytes than the page names is never sealed for', async () => {
    await voter(browser, async (page) => {
      await page.route('**/election.json', (route) =>
        route.fulfill({ body: commune.election.replace('Consulta', 'consulta'), contentType: 'application/json' }),
      );
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 17);
      await press(page, 'Revisar');
      const before = site.bodies.length;
      await press(page, 'Depositar mi voto');
      await page.locator('#way-back').waitFor();
      expect(await page.locator('#sealing-says').innerText()).toContain('no son los que anuncia la página');
      expect(site.bodies.length).toBe(before);
    });
  });

  test('a board that answers with another code is not believed', async () => {
    await voter(browser, async (page) => {
      await page.route('**/ballots', (route) => route.fulfill({ json: { tracker: 'A'.repeat(43) }, status: 201 }));
      await enter(page, site.address(commune), codeOf(commune, 1));
      await mark(page, 17);
      await press(page, 'Revisar');
      await press(page, 'Depositar mi voto');
      await page.locator('#way-back').waitFor();
      expect(await page.locator('#sealing-says').innerText()).toContain('otro código que el de su sobre');
      expect(await page.locator('#receipt').isVisible()).toBe(false);
    });
  });
});

describe('after the cast', () => {
  test('Back leads to no paper, and a reload still shows the receipt', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 0));
      await mark(page, 7);
      const code = await castIt(page);
      await page.goBack();
      expect(await page.locator('#receipt').isVisible()).toBe(true);
      await page.reload();
      expect(await page.locator('.tracking').innerText()).toBe(code);
      expect(await page.locator('#choose input:checked').count()).toBe(0);
    });
  });

  test('the saved file holds the whole tracker and the proof, and nothing of the choice', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 0));
      await mark(page, 7);
      await castIt(page);
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
      expect(download.suggestedFilename()).toBe('comprobante-de-voto.txt');
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
      const text = Buffer.concat(chunks).toString();
      const { tracker = '' } = last() ?? {};
      expect(text).toContain(`Completo: ${tracker}`);
      expect(text).toContain(
        `${site.origin}/c/la-enramada-2026/contests/${commune.paper.contest}/board/codes#${tracker}`,
      );
      const proof: unknown = JSON.parse(text.slice(text.indexOf('{')));
      expect(proof).toMatchObject({ convite_receipt: 1, election: commune.paper.fingerprint, tracker });
      expect(text).not.toContain('Escalera');
    });
  });

  test('the phone is cleared: nothing is left in storage, cache, fields or the history of the tab', async () => {
    await voter(browser, async (page) => {
      const code = codeOf(commune, 0);
      await enter(page, site.address(commune), code);
      await mark(page, 7, 12);
      await castIt(page);
      const { tracker = '' } = last() ?? {};
      expect(await keptBy(page)).toContain(tracker);
      await press(page, 'Terminar y limpiar este teléfono');
      await page.waitForURL('**/finished');
      expect(await heading(page)).toBe('Este teléfono quedó limpio');
      for (const act of ['stay', 'goBack', 'goForward'] as const) {
        if (act !== 'stay') await page[act]();
        const kept = await keptBy(page);
        for (const secret of [tracker, code, code.replaceAll('-', '')]) expect(kept, act).not.toContain(secret);
        expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(0);
        expect(await page.locator('input:checked').count()).toBe(0);
        expect(await page.locator('#receipt:visible, #review:visible, #choose:visible').count(), act).toBe(0);
      }
    });
  });

  test('the program clears the phone by itself, and the last page asks the browser for its copies', async () => {
    await voter(browser, async (page) => {
      let asked: string | undefined;
      await page.route('**/finished', async (route) => {
        const response = await route.fetch();
        asked = response.headers()['clear-site-data'];
        await route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Fin</h1>' });
      });
      await enter(page, site.address(commune), codeOf(commune, 0));
      await mark(page, 7, 12);
      await castIt(page);
      expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBeGreaterThan(0);
      await press(page, 'Terminar y limpiar este teléfono');
      await page.waitForURL('**/finished');
      expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(0);
      expect(asked).toBe('"cache"');
    });
  });

  test('a second paper follows with the same code, in the same tab, with a receipt of its own', async () => {
    await voter(browser, async (page) => {
      await enter(page, site.address(commune), codeOf(commune, 2));
      await mark(page, 7);
      const first = await castIt(page);
      await page.getByRole('link', { name: 'Seguir con: Ciudad Ribera' }).click();
      await page.locator('#choose h1:has-text("una opción")').waitFor();
      expect(page.url()).toBe(site.address(city));
      await mark(page, 2);
      const second = await castIt(page);
      expect(second).not.toBe(first);
      const [one, two] = site.taken.slice(-2);
      expect([one?.contest, two?.contest]).toEqual([commune.paper.contest, city.paper.contest]);
      expect(one?.credential).not.toBe(two?.credential);
      expect(city.open(two?.text ?? '')).toEqual([2]);
      await press(page, 'Terminar y limpiar este teléfono');
      await page.waitForURL('**/finished');
      expect(await page.evaluate(() => Object.keys(sessionStorage).length)).toBe(0);
    });
  });
});

test('a phone whose browser is some years old votes all the same', async () => {
  // What Chrome 106, the last one for Android 6, does not have yet.
  const older = `for (const [of, names] of [[Array, ['toSorted', 'toReversed', 'toSpliced', 'with']], [String, ['isWellFormed']],
    [Uint8Array, ['toHex', 'toBase64']], [Object.getPrototypeOf(Uint8Array), ['toReversed', 'toSorted', 'with']]]) for (const name of names) delete of.prototype[name];
    delete Uint8Array.fromHex; delete Promise.withResolvers; delete Object.groupBy;`;
  await voter(browser, async (page) => {
    await page.addInitScript(older);
    await page.route('**/booth-worker-*.js', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${older}\n${await response.text()}` });
    });
    await enter(page, site.address(commune), codeOf(commune, 2));
    await mark(page, 9, 2);
    await castIt(page);
    expect(commune.open(last()?.text ?? '')).toEqual([2, 9]);
  });
});
