import { createHash, randomUUID } from 'node:crypto';
import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../../src/env.ts';
import { setUpElection } from '../../src/features/ballots/index.ts';
import { storedPapers } from '../../src/features/booth/index.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { sealElection } from '../ballots/sealed-election.ts';
import { moveContest, storeContest, type StoredContest } from '../ballots/voting-contest.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';

const titles = ['Agua', 'Luces', 'Parque', 'Escuela', 'Calle', 'Cancha', 'Biblioteca'];

let site: TestSite;
let commune: StoredContest;
beforeAll(async () => {
  site = await openTestSite();
  commune = await withElection(await storeContest(site.database.pool), titles);
});
afterAll(() => site.close());

const find = (slug: string, contest: string, locale = 'es', now = new Date()) =>
  storedPapers(makeDatabase(site.database.pool), () => now).find(slug, contest, locale);

/** Gives a contest its options and an election that asks for them. */
async function withElection(stored: StoredContest, names: readonly string[]): Promise<StoredContest> {
  await site.database.pool.query(
    `insert into options (contest_id, number, title, summary, cost, place, theme, withdrawn_at)
     select $1, number, title, 'Resumen', 150050, 'El Molino', 'Agua', case when number = 5 then now() end
     from unnest($2::text[]) with ordinality as row (title, number)`,
    [stored.contest, names],
  );
  const { archive } = await sealElection(3);
  const set = await setUpElection(site.site.ballots.context, {
    contest: stored.contest,
    archive,
    spares: [],
    by: null,
  });
  invariant(set.ok, 'the election is set up');
  return stored;
}

/** Another contest of the same consultation, in the territory above that of the first. */
async function contestAbove(
  { contest, consultation }: StoredContest,
  { status, name }: { readonly status: string; readonly name: string },
): Promise<string> {
  const [above, other] = [randomUUID(), randomUUID()];
  const { pool } = site.database;
  await pool.query(
    `insert into territories (id, level, code, name, path) values ($1, 'municipality', $2, $3, array[$1::uuid])`,
    [above, `T-${above}`, name],
  );
  await pool.query(
    `update territories set parent_id = $2, path = array[$2::uuid, id]
     where id = (select territory_id from contests where id = $1)`,
    [contest, above],
  );
  await pool.query(
    `insert into contests (id, consultation_id, template_id, territory_id, status)
     select $2, $3, template_id, $4, $5 from contests where id = $1`,
    [contest, other, consultation, above, status],
  );
  return other;
}

describe('the paper of a contest', () => {
  it('names the tables where people vote with help, their hours in the language of the page', async () => {
    await site.database.pool.query(
      `insert into stations (id, consultation_id, name, place, hours)
       values ($1, $2, 'Mesa 2', 'Escuela', '{"es": "De 8 a 18", "en": "8 to 18"}')`,
      [randomUUID(), commune.consultation],
    );
    await moveContest(site.database.pool, commune, 'open');
    expect((await find(commune.slug, commune.contest, 'en'))?.stations).toEqual([
      { name: 'Mesa 2', place: 'Escuela', hours: '8 to 18' },
    ]);
    const booth = await site.ask(`/c/${commune.slug}/contests/${commune.contest}/vote`);
    // Without script, without a secure connection.
    expect((await booth.text()).split('Mesa 2, Escuela. De 8 a 18.')).toHaveLength(3);
    await site.database.pool.query('delete from stations');
    const bare = await site.ask(`/c/${commune.slug}/contests/${commune.contest}/vote`);
    expect((await bare.text()).split('Pregunte a la comisión de su comunidad')).toHaveLength(3);
  });

  it('says what options are called in the language of the page, beside the title that is sealed', async () => {
    await moveContest(site.database.pool, commune, 'open');
    const { rows } = await site.database.pool.query(
      `update options set titles = '{"en": "Water"}', summaries = '{"en": "A summary"}' where contest_id = $1 and number = 1
       returning titles`,
      [commune.contest],
    );
    expect(rows).toHaveLength(1);
    const english = await find(commune.slug, commune.contest, 'en');
    expect(english?.options.slice(0, 2)).toMatchObject([
      { title: 'Agua', lang: 'es', told: 'Water', summary: 'A summary', text: expect.stringContaining('Agua') },
      { title: 'Luces', lang: 'es', told: undefined, summary: 'Resumen', summaryLang: 'es' },
    ]);
    expect(english?.options[0]?.summaryLang).toBeUndefined();
    expect((await find(commune.slug, commune.contest))?.options[0]).not.toHaveProperty('told');
    const booth = await site.ask(`/c/${commune.slug}/contests/${commune.contest}/vote?lang=en`);
    // What the program seals is made of the first thing in bold.
    expect(await booth.text()).toContain('<b lang="es" dir="auto">Agua</b><span class="told" dir="auto">Water</span>');
  });

  it('is that of its election: the same answers, the same bytes, who holds the key', async () => {
    await moveContest(site.database.pool, commune, 'open');
    const paper = await find(commune.slug, commune.contest);
    const election = await site.ask(`/c/${commune.slug}/contests/${commune.contest}/election.json`);
    const print = createHash('sha256')
      .update(Buffer.from(await election.arrayBuffer()))
      .digest('base64');
    expect(paper).toMatchObject({
      state: 'open',
      isSingle: true,
      most: 1,
      fingerprint: print.replace('=', ''),
      trust: { kind: 'homomorphic', threshold: 1, trustees: 1, isServerKey: true },
      consultation: { slug: commune.slug, title: 'Consulta' },
    });
    expect(paper?.options.map(({ number, answer, text }) => [number, answer, text])).toEqual(
      titles.map((title, i) => [i + 1, i, title]),
    );
    expect(paper?.options[4]).toMatchObject({ isWithdrawn: true, cost: '1500.50', place: 'El Molino' });
    // What is not translated is shown in the language that there is.
    expect((await find(commune.slug, commune.contest, 'en'))?.consultation.title).toBe('Consulta');
  });

  it('is nowhere else than in its own consultation, and in none that is still a draft', async () => {
    const other = await withElection(await storeContest(site.database.pool), titles);
    expect(await find(other.slug, commune.contest)).toBeUndefined();
    expect(await find('no-such-consultation', commune.contest)).toBeUndefined();
    expect(await find(commune.slug, randomUUID())).toBeUndefined();
    await moveContest(site.database.pool, other, 'draft');
    expect(await find(other.slug, other.contest)).toBeUndefined();
  });

  it('is shut before the opening and from the closing instant on, whatever state is noted', async () => {
    const opensAt = new Date('2026-06-07T10:00:00Z');
    const closesAt = new Date('2026-06-07T22:00:00Z');
    const stored = await withElection(await storeContest(site.database.pool, { opensAt, closesAt }), titles);
    const at = async (now: string) => (await find(stored.slug, stored.contest, 'es', new Date(now)))?.state;
    expect(await at('2026-06-07T12:00:00Z')).toBe('before');
    await moveContest(site.database.pool, stored, 'open');
    expect(await at('2026-06-07T09:59:59Z')).toBe('before');
    expect(await at('2026-06-07T10:00:00Z')).toBe('open');
    expect(await at('2026-06-07T21:59:59Z')).toBe('open');
    expect(await at('2026-06-07T22:00:00Z')).toBe('after');
    await moveContest(site.database.pool, stored, 'closed');
    expect(await at('2026-06-07T12:00:00Z')).toBe('after');
    await moveContest(site.database.pool, stored, 'annulled');
    expect(await at('2026-06-07T12:00:00Z')).toBe('annulled');
    const shut = await (await site.ask(`/c/${stored.slug}/contests/${stored.contest}/vote`)).text();
    expect(shut).toContain('Esta votación fue anulada');
  });

  it('is not shown when an option has no answer in the election: nobody would know what is sealed', async () => {
    const stored = await withElection(await storeContest(site.database.pool), titles);
    await site.database.pool.query(`update options set title = 'Otra cosa' where contest_id = $1 and number = 3`, [
      stored.contest,
    ]);
    await moveContest(site.database.pool, stored, 'open');
    expect(await find(stored.slug, stored.contest)).toBeUndefined();
    const response = await site.ask(`/c/${stored.slug}/contests/${stored.contest}/vote`);
    expect(response.status).toBe(404);
  });

  it('names the open papers of the territories above, and no others', async () => {
    expect((await find(commune.slug, commune.contest))?.companions).toEqual([]);
    const city = await contestAbove(commune, { status: 'open', name: 'Ciudad' });
    expect((await find(commune.slug, commune.contest))?.companions).toEqual([{ contest: city, title: 'Ciudad' }]);
    await site.database.pool.query(`update contests set status = 'closed' where id = $1`, [city]);
    expect((await find(commune.slug, commune.contest))?.companions).toEqual([]);
  });
});

describe('the address that a letter gives to type', () => {
  const lead = async (slug: string): Promise<readonly [number, string | null]> => {
    const answer = await site.ask(`/c/${slug}/vote`, { redirect: 'manual' });
    return [answer.status, answer.headers.get('location')];
  };

  it('leads to the only paper, or where there are several to where everybody finds the own one', async () => {
    const stored = await storeContest(site.database.pool);
    expect(await lead(stored.slug)).toEqual([303, `/c/${stored.slug}/contests/${stored.contest}/vote`]);
    const above = await contestAbove(stored, { status: 'frozen', name: 'Otra ciudad' });
    expect(await lead(stored.slug)).toEqual([303, `/c/${stored.slug}#contests`]);
    await site.database.pool.query(`update contests set status = 'annulled' where id = $1`, [above]);
    expect(await lead(stored.slug)).toEqual([303, `/c/${stored.slug}/contests/${stored.contest}/vote`]);
    await moveContest(site.database.pool, stored, 'draft');
    expect((await lead(stored.slug))[0]).toBe(404);
    expect((await lead('no-such-consultation'))[0]).toBe(404);
  });
});

describe('the settings of the booth', () => {
  it('need the address of the site where the booth has one of its own', () => {
    const settings = (environment: Record<string, string>) => readSettings(environment, '/');
    expect(settings({ BALLOT_ORIGIN: 'https://vote.example' })).toMatchObject({ ok: false });
    expect(settings({ BALLOT_ORIGIN: 'vote.example', PUBLIC_ORIGIN: 'https://a.example' })).toMatchObject({
      ok: false,
    });
    expect(settings({ BALLOT_ORIGIN: 'https://vote.example/x', PUBLIC_ORIGIN: 'https://a.example' })).toMatchObject({
      ok: true,
      value: { ballotOrigin: 'https://vote.example', publicOrigin: 'https://a.example' },
    });
  });
});
