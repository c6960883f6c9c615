import { type Codec, Misread, readText } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { keyFile, readsTestBallot, readTrusteeList, rehearsalFile } from '@convite/trustee';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { trusteeNumber, trusteesReady } from '../../src/features/trustees/index.ts';
import { suite } from '../ballots/sealed-election.ts';
import { bring, type Crew, makeCity, makeCrew, prepareConsultation } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { done, holdCeremony, type KeyHolder, makeKeyHolders } from './key-holders.ts';

let site: TestSite;
let crew: Crew;
let city: string;
let consultation: string;
let holders: readonly KeyHolder[];
let today: string;

beforeAll(async () => {
  site = await openTestSite();
  const made = await makeCity(site);
  ({ city } = made);
  crew = await makeCrew(site, city);
  await prepareConsultation(site, made, crew, 'ensayo');
  holders = await makeKeyHolders(site, 'ensayo', city, ['Ana', 'Beto', 'Carla', 'Dora', 'Elio']);
  await holdCeremony(crew.organiser, 'ensayo', holders, 3);
  consultation = String((await rows(`select id from consultations where slug = 'ensayo'`))[0]?.['id']);
  today = site.clock.now.toISOString().slice(0, 10);
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;
const at = (place: number): KeyHolder => {
  const holder = holders[place - 1];
  invariant(holder !== undefined, 'there are five');
  return holder;
};
const ready = (): Promise<unknown> => trusteesReady(site.site.accounts.database, consultation);
const told = async (answer: Promise<Response>): Promise<readonly [number, string]> => {
  const response = await answer;
  const text = await response.text();
  return [response.status, /<div class="problem"[^]*?<li><a[^>]*>([^<]*)/u.exec(text)?.[1] ?? ''];
};
const read = <T>(form: Codec<T>, text: string): T => {
  const file = readText(form, text);
  invariant(!(file instanceof Misread), 'the file has its form');
  return file;
};
const dayFrom = (days: number): string =>
  new Date(site.clock.now.getTime() + days * 24 * 60 * 60_000).toISOString().slice(0, 10);

describe('a rehearsal', () => {
  it('is refused unless it is of this list, of today, with the key of that place', async () => {
    expect(await at(1).page()).toContain('guarde su clave en tres copias');
    const own = await at(1).rehearsal();
    const second = await at(2).rehearsal();
    for (const [what, text, bringer, says] of [
      [
        'another list',
        own.replace(/"trustees":"[0-9a-f]{64}"/u, `"trustees":"${'0'.repeat(64)}"`),
        at(1),
        'otra lista',
      ],
      [
        'a factor of another',
        own.replace(/"factor":"[^"]*"/u, /"factor":"[^"]*"/u.exec(second)?.[0] ?? ''),
        at(1),
        'La prueba no es',
      ],
      [
        'another number',
        own.replace('"owner":1', '"owner":2'),
        at(1),
        'La prueba no es de la clave de la persona número 2',
      ],
      ['a number that nobody has', own.replace('"owner":1', '"owner":9'), at(1), 'La prueba no es'],
      ['another day than its proof', own.replace(today, dayFrom(1)), at(1), 'La prueba no es'],
      [
        'yesterday before the list was',
        await at(1).rehearsal(dayFrom(-2)),
        at(1),
        `es del ${dayFrom(-2)}, y hoy es ${today}`,
      ],
      ['a day to come', await at(1).rehearsal(dayFrom(2)), at(1), `hoy es ${today}`],
      ['no day', own.replace(today, '2026-02-30'), at(1), 'no tiene la forma debida, en .date'],
      ['another person', second, at(1), 'es de la persona número 2, que no es la suya'],
      ['cut', own.slice(0, 90), at(1), 'no es JSON'],
      ['the key', at(1).keyText, at(1), 'Ese archivo es su secreto'],
    ] as const) {
      const answer = await told(bringer.bring(text));
      expect([what, ...answer]).toEqual([what, expect.any(Number), expect.stringContaining(says)]);
      expect([409, 422]).toContain(answer[0]);
    }
    expect((await bring(site, crew.observer, `${at(1).address}/messages`, { content: own, name: 'x' })).status).toBe(
      403,
    );
    expect([await ready(), await rows('select from rehearsals')]).toEqual([{ all: 5, rehearsed: 0 }, []]);
  });

  it('is kept once a day for each trustee; with enough of them the test ballot really is open', async () => {
    const opened: boolean[] = [];
    for (const holder of holders) {
      const text = await holder.rehearsal();
      for (const again of [text, text, await holder.rehearsal()]) expect((await holder.bring(again)).status).toBe(303);
      const [row] = await rows('select opened from rehearsals order by owner desc limit 1');
      opened.push(row?.['opened'] === true);
      expect(await ready()).toEqual({ all: 5, rehearsed: opened.length });
    }
    expect(opened).toEqual([false, false, true, true, true]);
    expect(await at(1).page()).toContain('se abrió de verdad la boleta de prueba');
    expect(await at(1).page()).toContain('nadie tiene nada pendiente hasta el cierre');
    expect(
      await rows(`select is_public, (details ->> 'place')::int as place from audit_trail
      where event = 'key.rehearsed' order by number`),
    ).toEqual([1, 2, 3, 4, 5].map((place) => ({ is_public: true, place })));
    expect(await (await crew.organiser.get('/org/c/ensayo')).text()).toContain('Custodios listos: 5 de 5');
  });
});

test('after the loss of N - T shares any T that are left open the test ballot, and no T - 1 do', async () => {
  const list = done(
    readTrusteeList(await suite(), await (await at(1).browser.get(`${at(1).address}/trustees.json`)).text()),
  );
  const files = (await rows('select text from rehearsals order by owner')).map(({ text }) =>
    read(rehearsalFile, String(text)),
  );
  expect(files).toHaveLength(5);
  const seen = new Map<number, number>();
  for (let chosen = 0; chosen < 2 ** 5; chosen++) {
    const those = files.filter((_, i) => (chosen & (1 << i)) !== 0);
    expect([those.map(({ owner }) => owner), readsTestBallot(list, those)]).toEqual([
      those.map(({ owner }) => owner),
      those.length >= 3,
    ]);
    seen.set(those.length, (seen.get(those.length) ?? 0) + 1);
  }
  expect([seen.get(3), seen.get(2)]).toEqual([10, 10]);
});

describe('a list whose ceremony was held elsewhere', () => {
  it('joins an account to the number whose key it has, and to no other', async () => {
    expect(await trusteeNumber(site.site.accounts.database, consultation, at(4).account)).toBe(4);
    const list = await (await at(1).browser.get(`${at(1).address}/trustees.json`)).text();
    await crew.organiser.post(`${at(1).address}/void`, { reason: 'La misma lista, de otro lugar.' });
    await rows('delete from rehearsals');
    const brought = await bring(
      site,
      at(1).browser,
      '/org/c/ensayo/preparation/trustees',
      { content: list, name: 'l' },
      { waiver: '' },
    );
    expect(brought.status).toBe(303);
    expect(await ready()).toEqual({ all: 5, rehearsed: 0 });
    expect(await trusteeNumber(site.site.accounts.database, consultation, at(4).account)).toBeUndefined();
    expect(await at(4).page()).toContain('Si usted tiene una clave de esta lista');
    expect((await at(4).bring(await at(2).rehearsal())).status).toBe(303);
    expect(await trusteeNumber(site.site.accounts.database, consultation, at(4).account)).toBe(2);
    expect(await trusteeNumber(site.site.accounts.database, consultation, at(1).account)).toBeNull();
    expect((await told(at(4).bring(await at(4).rehearsal())))[1]).toContain('que no es la suya');
    expect((await told(at(2).bring(await at(2).rehearsal())))[1]).toContain('que no es la suya');
    expect(await ready()).toEqual({ all: 5, rehearsed: 1 });
  });
});

test('nothing of a secret is stored', async () => {
  const kept = JSON.stringify([
    await rows('select * from ceremony_messages'),
    await rows('select * from rehearsals'),
    await rows('select * from audit_trail'),
  ]);
  for (const { keyText, secret } of holders) {
    for (const hidden of [read(keyFile, keyText).secret, secret.seed]) expect(kept).not.toContain(hidden);
  }
});
