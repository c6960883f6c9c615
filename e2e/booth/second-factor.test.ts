import { invariant } from '@convite/kernel';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { codeIn, type MailServer, openMailServer } from '../../apps/web/test/ballots/mail-server.ts';
import { openVote, type OpenVote } from '../../apps/web/test/ballots/open-vote.ts';
import { askForCodes } from '../../apps/web/test/ballots/roll-of-mail.ts';
import { openTestSite, type TestSite } from '../../apps/web/test/open-test-site.ts';
import { makeStaff } from '../../apps/web/test/staff.ts';
import { until } from '../../apps/web/test/until.ts';
import { startBrowser } from '../browser.ts';
import { castIt, heading, mark, press, sentOn, voter } from './voter.ts';

const people = ['ana', 'luz', 'eva', 'sol', 'mar', 'rio', 'paz', 'flor', 'gil', 'iris'];
const mailOf = (name: string): string => `${name}@enramada.example`;

let site: TestSite;
let mail: MailServer;
let vote: OpenVote;
let browser: Browser;
beforeAll(async () => {
  mail = await openMailServer();
  [site, browser] = await Promise.all([
    openTestSite({ settings: { smtpUrl: mail.url, mailFrom: 'votos@enramada.example' } }),
    startBrowser(),
  ]);
  vote = await openVote(site, 12);
  const titles = ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'];
  await site.database.pool.query(
    `insert into options (contest_id, number, title, summary, cost, place, theme)
     select $1, number, title, '', 150000, 'El Molino', ''
     from unnest($2::text[]) with ordinality as row (title, number)`,
    [vote.contest, titles],
  );
  const rolled = people.map((name) => ({ name, email: mailOf(name) }));
  await askForCodes(site.database.pool, vote, [...rolled, { name: 'Rosa Sin Correo', email: null }], 'es');
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await mail.close();
});

const address = (): string => `${site.origin}${vote.path}/vote`;
const letter = (i: number): string => {
  const code = vote.election.letters[i]?.credential;
  invariant(code !== undefined, 'there are so many letters');
  return code;
};
const ballots = async (): Promise<number> => {
  const { rows } = await site.database.pool.query('select ballots from elections where contest_id = $1', [
    vote.contest,
  ]);
  return rows[0].ballots;
};
const sentTo = (name: string) => mail.letters.filter(({ to }) => to === mailOf(name));
/** The newest code of so many that were sent to somebody. */
const codeOf = (name: string, nth = 1): Promise<string> => until(() => codeIn(sentTo(name)[nth - 1]?.text));
const other = (code: string): string => String((Number(code.replace(' ', '')) + 1) % 100_000_000).padStart(8, '0');

/** From the first page to where the address is asked for. */
async function begin(page: Page, nth: number): Promise<void> {
  await page.goto(address());
  await press(page, 'Empezar a votar');
  await page.locator('#code-field').fill(letter(nth));
  await press(page, 'Seguir');
  await page.locator('#address').waitFor();
}

/** Asks for a code and waits until the page says so. */
async function ask(page: Page, name: string): Promise<void> {
  await page.locator('#address-field').fill(mailOf(name));
  await press(page, 'Enviarme el código');
  await page.locator('#mailed').waitFor();
}

async function type(page: Page, code: string): Promise<void> {
  await page.locator('#mailed-field').fill(code);
  await press(page, 'Seguir');
}

const askOf = (path: string, to: string): Promise<Response> =>
  site.ask(`${path}/codes`, {
    method: 'POST',
    body: JSON.stringify({ address: to, question: 'q'.repeat(24) }),
    headers: { 'Content-Type': 'application/json', Origin: site.origin },
  });

/** Takes the mailer away, or brings it back, and waits until the site has seen it. */
async function setAway(isAway: boolean): Promise<void> {
  mail.setAway(isAway);
  await until(async () =>
    ((await askOf(vote.path, 'nadie@elsewhere.example')).status === 503) === isAway ? true : undefined,
  );
}

const problem = async (page: Page, view: 'address' | 'mailed'): Promise<string> => {
  const says = page.locator(`#${view}-problem:not([hidden])`);
  await says.waitFor();
  return await says.innerText();
};

describe('a code by e-mail beside the letter', () => {
  test('comes by mail, opens the paper, and whoever votes again needs no other', async () => {
    await voter(browser, async (page) => {
      await page.goto(address());
      expect(await page.locator('#start').innerText()).toContain('acceso a su correo');
      await begin(page, 0);
      expect(await heading(page)).toBe('Reciba un código por correo');
      // A code that was asked for elsewhere is good there alone.
      expect(await page.locator('#address-have').isVisible()).toBe(false);
      await page.locator('#address-field').fill('ana arroba enramada');
      await page.keyboard.press('Enter');
      expect(await problem(page, 'address')).toBe('Escriba una dirección completa, como nombre@correo.org.');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('address-field');
      expect(await page.title()).toBe('Error: Reciba un código por correo. Convite');
      await page.locator('#address-field').fill(mailOf('ana'));
      await page.keyboard.press('Enter');
      await page.locator('#mailed').waitFor();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('mailed-title');
      const says = await page.locator('#mailed-says').innerText();
      expect(says).toContain('a•••@enramada.example');
      expect(says).not.toContain('ana@');
      const code = await codeOf('ana');
      await type(page, 'abc');
      expect(await problem(page, 'mailed')).toBe('Escriba los 8 números del código.');
      await type(page, other(code));
      expect(await problem(page, 'mailed')).toContain('Ese no es el último código');
      await page.locator('#mailed-field').fill(code);
      await page.keyboard.press('Enter');
      await page.locator('#choose').waitFor();
      expect(await heading(page)).toBe('Elija un proyecto');
      await mark(page, 2);
      const first = await castIt(page);
      await press(page, 'Votar de nuevo');
      await mark(page, 3);
      await castIt(page);
      await page.goto(`${site.origin}${vote.path}/board/codes`);
      const row = page.locator('tr', { hasText: first.replaceAll(/\s+/gu, ' ') });
      expect(await row.innerText()).toContain('Reemplazado');
    });
  });

  test('is not lost with a reload: neither what was marked nor the pass, and no address is kept', async () => {
    await voter(browser, async (page) => {
      await begin(page, 1);
      await ask(page, 'luz');
      const code = await codeOf('luz');
      await page.reload();
      expect(await heading(page)).toBe('Escriba su código para votar');
      await page.locator('#code-field').fill(letter(1));
      await press(page, 'Seguir');
      expect(await page.locator('#address-field').inputValue()).toBe('');
      await page.locator('#address-field').fill(mailOf('luz'));
      await press(page, 'Ya tengo un código');
      expect(await page.locator('#mailed-says').innerText()).toBe(
        'Use el último código que pidió aquí para l•••@enramada.example.',
      );
      await type(page, code);
      await page.locator('#choose').waitFor();
      await mark(page, 4);
      const kept = await page.evaluate(() =>
        JSON.stringify([Object.entries(sessionStorage), Object.entries(localStorage), history.state, location.href]),
      );
      for (const secret of ['luz@', 'enramada.example', code, code.replace(' ', ''), letter(1).slice(0, 7)]) {
        expect(kept).not.toContain(secret);
      }
      await page.reload();
      await press(page, 'Revisar');
      await press(page, 'Depositar mi voto');
      // The letter is asked for again, the mail is not.
      await page.locator('#code-field').fill(letter(1));
      await press(page, 'Seguir');
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      const [download] = await Promise.all([page.waitForEvent('download'), page.locator('#save').click()]);
      const chunks: Buffer[] = [];
      for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
      const [pass = ''] = /http\S+\/vote#[\w-]{24}\.[\w-]{43}/u.exec(Buffer.concat(chunks).toString()) ?? [];
      await press(page, 'Terminar y limpiar este teléfono');
      await page.locator('h1', { hasText: 'Este teléfono quedó limpio' }).waitFor();
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      // On another phone, with the address out of the saved file.
      await voter(browser, async (elsewhere) => {
        await elsewhere.goto(pass);
        expect(elsewhere.url()).toBe(address());
        await press(elsewhere, 'Empezar a votar');
        await elsewhere.locator('#code-field').fill(letter(1));
        await press(elsewhere, 'Seguir');
        await elsewhere.locator('#choose').waitFor();
        await mark(elsewhere, 5);
        await castIt(elsewhere);
      });
    });
  });

  test('is refused after three wrong ones, and another can be asked for after a minute', async () => {
    await voter(browser, async (page) => {
      await page.clock.install();
      await begin(page, 2);
      await ask(page, 'eva');
      const code = await codeOf('eva');
      await type(page, other(code));
      expect(await problem(page, 'mailed')).toContain('Ese no es el último código');
      for (const says of ['Ese no es el último código', 'tres veces']) {
        await type(page, other(code));
        await page.locator('#mailed-problem', { hasText: says }).waitFor();
      }
      await type(page, code);
      await page.locator('#mailed-problem', { hasText: 'tres veces' }).waitFor();
      expect(await page.locator('#mailed-again').isVisible()).toBe(false);
      expect(await page.locator('#mailed-wait').innerText()).toMatch(/dentro de \d+ segundos/u);
      await page.clock.fastForward(61_000);
      await press(page, 'Pedir otro código');
      const second = await codeOf('eva', 2);
      await type(page, second);
      await page.locator('#choose').waitFor();
    });
  });

  test('is too old after a quarter of an hour, and the page says so', async () => {
    await voter(browser, async (page) => {
      await begin(page, 3);
      await ask(page, 'sol');
      const code = await codeOf('sol');
      const { now } = site.clock;
      site.clock.now = new Date(now.getTime() + 16 * 60_000);
      await type(page, code);
      expect(await problem(page, 'mailed')).toBe('Ese código ya pasó sus 15 minutos. Pida otro.');
      site.clock.now = now;
    });
  });

  test('with a dead mailer is not promised: the page says that nothing was sent and nothing is cast', async () => {
    await voter(browser, async (page) => {
      const before = await ballots();
      await begin(page, 4);
      await setAway(true);
      await page.locator('#address-field').fill(mailOf('mar'));
      await press(page, 'Enviarme el código');
      expect(await problem(page, 'address')).toContain('No se envió ningún código y usted todavía no ha votado');
      expect(await page.locator('#receipt').isVisible()).toBe(false);
      expect(await ballots()).toBe(before);
      await setAway(false);
      await ask(page, 'mar');
      await type(page, await codeOf('mar'));
      await page.locator('#choose').waitFor();
      await mark(page, 1);
      await castIt(page);
      expect(await ballots()).toBe(before + 1);
    });
  });

  test('whose answer is lost on the way is exchanged once: pressing again brings the same pass', async () => {
    await voter(browser, async (page) => {
      await begin(page, 5);
      await page.route('**/codes', (route) => route.abort());
      await page.locator('#address-field').fill(mailOf('rio'));
      await press(page, 'Enviarme el código');
      expect(await problem(page, 'address')).toContain('Todavía no ha votado');
      await page.unroute('**/codes');
      await ask(page, 'rio');
      const code = await codeOf('rio');
      const given: string[] = [];
      await page.route('**/admissions', async (route) => {
        given.push(await (await sentOn(route, new URL(page.url()).origin)).text());
        await route.abort();
      });
      await type(page, code);
      expect(await problem(page, 'mailed')).toContain('pruebe otra vez con lo mismo');
      // Even after a reload: the number of the pass was kept before it was asked for.
      await page.reload();
      await page.locator('#code-field').fill(letter(5));
      await press(page, 'Seguir');
      await page.locator('#address-field').fill(mailOf('rio'));
      await press(page, 'Ya tengo un código');
      await page.unroute('**/admissions');
      const [answer] = await Promise.all([page.waitForResponse('**/admissions'), type(page, code)]);
      expect([await answer.text()]).toEqual(given);
      await page.locator('#choose').waitFor();
      await mark(page, 6);
      await castIt(page);
    });
  });

  test('is one pass for one letter: another letter with it is refused, and nothing is cast', async () => {
    await voter(browser, async (page) => {
      await begin(page, 6);
      await ask(page, 'paz');
      await type(page, await codeOf('paz'));
      await page.locator('#choose').waitFor();
      await mark(page, 1);
      await castIt(page);
      const before = await ballots();
      await press(page, 'Votar de nuevo');
      await page.reload();
      await mark(page, 2);
      await press(page, 'Revisar');
      await press(page, 'Depositar mi voto');
      await page.locator('#code-field').fill(letter(7));
      await press(page, 'Seguir');
      await press(page, 'Depositar mi voto');
      await page.locator('#way-back').waitFor();
      expect(await heading(page)).toBe('Su voto no está en la urna');
      expect(await page.locator('#sealing-says').innerText()).toContain('El pase de este teléfono es de otra carta.');
      expect(await ballots()).toBe(before);
      await page.locator('#pass-after').click();
      await ask(page, 'flor');
      await type(page, await codeOf('flor'));
      await press(page, 'Depositar mi voto');
      await page.locator('#receipt').waitFor();
      expect(await ballots()).toBe(before + 1);
    });
  });

  test('for whoever cannot read mail is a pass from a table, given once by a guarantor', async () => {
    const { browser: guarantor } = await makeStaff(site, 'Gloria', [{ role: 'guarantor', territory: null }]);
    const { browser: registrar } = await makeStaff(site, 'Rita', [{ role: 'registrar', territory: null }]);
    const path = `/org/c/${vote.slug}/passes`;
    expect((await registrar.get(path)).status).toBe(403);
    const form = await (await guarantor.get(path)).text();
    const number = /name="number" value="([\w-]{24})"/u.exec(form)?.[1] ?? '';
    const typed = { name: 'rosa sin CORREO', birth_date: '1980-01-01', document: '', told_apart: '', number };
    const wrong = await guarantor.post(path, { ...typed, birth_date: '1980-01-02' });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('no está esa persona')]);
    const given = await guarantor.post(path, typed);
    expect([given.status, given.headers.get('Cache-Control')]).toEqual([200, 'no-store']);
    const passOf = (text: string): string => /http\S+\/vote#[\w-]{24}\.[\w-]{43}/u.exec(text)?.[0] ?? '';
    const pass = passOf(await given.text());
    expect(passOf(await (await guarantor.post(path, typed)).text())).toBe(pass);
    const again = await guarantor.post(path, { ...typed, number: 'x'.repeat(24) });
    expect(await again.text()).toContain('Esa persona ya recibió su pase.');
    const { rows } = await site.database.pool.query(
      `select count(*)::int as count, bool_or(details is not null or is_public) as tells from audit_trail
       where event = 'admission.give' and subject = $1`,
      [vote.contest],
    );
    expect(rows).toEqual([{ count: 1, tells: false }]);
    await voter(browser, async (page) => {
      await begin(page, 8);
      await page.locator('#address summary').click();
      expect(await page.locator('#address details').innerText()).toContain('le dan un pase');
      await page.goto('about:blank');
      await page.goto(pass);
      await press(page, 'Empezar a votar');
      await page.locator('#code-field').fill(letter(8));
      await press(page, 'Seguir');
      await page.locator('#choose').waitFor();
      await mark(page, 7);
      await castIt(page);
    });
  });

  test('asked of the server by an address that is not on the roll is answered the same, and reaches nobody', async () => {
    await voter(browser, async (page) => {
      await begin(page, 9);
      const before = mail.letters.length;
      await page.locator('#address-field').fill('nadie@elsewhere.example');
      await press(page, 'Enviarme el código');
      await page.locator('#mailed').waitFor();
      expect(await page.locator('#mailed-says').innerText()).toContain('Si esa dirección está en el padrón');
      await type(page, '1234 5678');
      expect(await problem(page, 'mailed')).toContain('Ese no es el último código');
      expect(mail.letters.slice(before).filter(({ to }) => to.includes('nadie'))).toEqual([]);
    });
  });

  test('speaks English', async () => {
    await voter(browser, async (page) => {
      await page.goto(`${address()}?lang=en`);
      await press(page, 'Start voting');
      await page.locator('#code-field').fill(letter(10));
      await press(page, 'Continue');
      expect(await heading(page)).toBe('Get a code by e-mail');
      await page.locator('#address-field').fill(mailOf('gil'));
      await press(page, 'Send me the code');
      await page.locator('#mailed').waitFor();
      expect(await heading(page)).toBe('Type the code that came');
      await page.locator('#mailed-field').fill(await codeOf('gil'));
      await press(page, 'Continue');
      await page.locator('#choose').waitFor();
    });
  });

  test('is not there where the consultation asks for the letter alone', async () => {
    const plain = await openVote(site, 1);
    const answer = await askOf(plain.path, mailOf('ana'));
    expect([answer.status, (await answer.json()).code]).toEqual([404, 'not_found']);
    expect(await (await site.ask(`${plain.path}/vote`)).text()).not.toContain('id="address"');
  });
});
