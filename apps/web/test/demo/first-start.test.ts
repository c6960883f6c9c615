import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeServerProcess, type ServerProcess } from '../ballots/server-process.ts';
import { comesTrue } from '../until.ts';

let server: ServerProcess;
let address: string;
beforeAll(async () => {
  server = await makeServerProcess('demo-test', {});
  address = await server.start();
}, 240_000);
afterAll(() => server.stop());

const get = async (path: string, cookie = ''): Promise<Response> =>
  await fetch(new URL(path, address), { redirect: 'manual', headers: { Cookie: cookie } });
const text = async (path: string, cookie = ''): Promise<string> => await (await get(path, cookie)).text();
const press = async (path: string, to: string, origin = address): Promise<Response> =>
  await fetch(new URL(path, address), {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ to }) },
    headers: { Origin: new URL(origin).origin },
  });

const [slug, finished] = ['obras-pequenas', 'presupuesto-2026'];
let pool: ReturnType<ServerProcess['pool']> | undefined;
const rows = async (statement: string): Promise<readonly Record<string, unknown>[]> => {
  pool ??= server.pool();
  return (await pool.query<Record<string, unknown>>(statement)).rows;
};
const steps = async (): Promise<readonly unknown[]> =>
  (await rows('select name from demo_steps order by done_at')).map(({ name }) => name);

async function killAndStart(): Promise<void> {
  pool = undefined;
  await server.kill();
  address = await server.start();
}

describe('the first start', () => {
  test('shows a first page that says what is being prepared, and asks again by itself', async () => {
    const page = await get('/');
    expect([page.status, page.headers.get('Refresh')]).toEqual([200, '2']);
    const shown = await page.text();
    expect(shown).toContain('Se prepara la demostración');
    expect(shown).toContain('cualquiera puede hacer de cualquiera');
  });

  test('killed hard in between, server and database, goes on at the next start and does nothing twice', async () => {
    await comesTrue(async () => (await steps()).includes(`${slug}/people`));
    await killAndStart();
    const ballots = async (): Promise<number> => (await rows('select from board_ballots')).length;
    await comesTrue(async () => (await ballots()) > 10);
    await killAndStart();
    expect(await steps()).not.toContain(`${slug}/vote`);
    await comesTrue(async () => (await steps()).includes(`${slug}/vote`));
    expect(new Set(await steps()).size).toBe((await steps()).length);
  });

  test('killed while the trustees of the finished consultation work, goes on to its certified result', async () => {
    await comesTrue(async () => (await rows('select from tally_answers')).length > 0);
    await killAndStart();
    await comesTrue(async () => (await steps()).includes(`${finished}/certify`));
    const page = await text(`/c/${finished}/result`);
    for (const figure of ['600', '117.700']) expect(page).toContain(figure);
  });

  test('has made everything as people do: each act of two by two, each ballot once', async () => {
    const acts = await rows(
      `select act, count(*) filter (where proposed_by = decided_by)::int as alone from two_person_acts
       where status = 'carried_out' group by act order by act`,
    );
    const together = ['order.draw', 'result.certify', 'result.publish', 'role.grant', 'roll.freeze', 'rule.freeze'];
    expect(acts).toEqual([...together, 'vote.close', 'vote.open'].map((act) => ({ act, alone: 0 })));
    expect(await rows('select from accounts where not is_demo')).toEqual([]);
    const ballots = await rows(
      `select c.slug, t.code, count(*)::int as ballots, count(distinct b.credential)::int as people from board_ballots b
       join contests k on k.id = b.contest_id join territories t on t.id = k.territory_id
       join consultations c on c.id = k.consultation_id group by 1, 2 order by 1, 2`,
    );
    expect(ballots).toEqual([
      { slug, code: 'PS', ballots: 48, people: 48 },
      { slug, code: 'PS-EN', ballots: 36, people: 36 },
      { slug: finished, code: 'PS-EN', ballots: 600, people: 600 },
    ]);
  });
});

describe('the first page of the demo', () => {
  test('offers codes that lead to a paper with the code filled in, of people who have not voted', async () => {
    const links = [...(await text('/')).matchAll(/href="(\/c\/[^"]+\/vote)#([\w-]+)"/gu)];
    expect(links).toHaveLength(8);
    expect(new Set(links.map(([, , code]) => code)).size).toBe(8);
    for (const [, path = ''] of links) expect((await get(path)).status).toBe(200);
  });

  test('gives anybody any part of the staff with one press, and nobody else', async () => {
    const page = await text('/');
    const parts = new Map(
      [...page.matchAll(/action="(\/demo\/parts\/[0-9a-f-]+)"[\s\S]*?<button[^>]*>([^<]+)</gu)].map(
        ([, path = '', name = '']) => [name, path],
      ),
    );
    const taken = await press(parts.get('Organizadora') ?? '', `/org/c/${slug}`);
    expect([taken.status, taken.headers.get('Location')]).toEqual([303, `/org/c/${slug}`]);
    const [cookie = ''] = taken.headers.getSetCookie().map((one) => one.split(';', 1)[0] ?? '');
    const room = await text(`/org/c/${slug}`, cookie);
    expect(room).toContain('Organizadora');
    expect(room).toContain('Demostración.');
    expect((await press(parts.get('Organizadora') ?? '', 'https://elsewhere.example/')).headers.get('Location')).toBe(
      '/',
    );
    expect((await press(`/demo/parts/${'0'.repeat(8)}-0000-0000-0000-${'0'.repeat(12)}`, '/')).status).toBe(404);
    expect((await press(parts.get('Organizadora') ?? '', '/', 'https://elsewhere.example')).status).toBe(403);
  });

  test('offers the keys of its trustees, and no other', async () => {
    for (const number of [1, 2, 3]) {
      const key: unknown = await (await get(`/demo/keys/${number}`)).json();
      expect(key).toMatchObject({ convite_key: 1, name: `Custodio ${number}` });
    }
    expect((await get('/demo/keys/4')).status).toBe(404);
  });
});

describe('a demo that cannot be made to its end', () => {
  test('says so on the first page instead of “being prepared”, and is tried again when somebody presses for it', async () => {
    pool = undefined;
    await rows(`delete from demo_steps where name = '${finished}/certify'`);
    await rows(
      `select graphile_worker.add_job('make-demo', payload => '{"subject":"demo"}', run_at => now() + interval '1 day',
       max_attempts => 3, job_key => 'make-demo:demo', queue_name => 'demo')`,
    );
    await rows(
      `update graphile_worker._private_jobs set attempts = 3, last_error = 'the paper ran out' where key = 'make-demo:demo'`,
    );
    const page = await get('/');
    expect(page.headers.get('Refresh')).toBeNull();
    const shown = await page.text();
    const done = (await steps()).length;
    const progress = `${done} de ${done + 1} pasos`;
    for (const said of ['no se pudo terminar de preparar', progress, 'the paper ran out', 'CONVITE_DATA']) {
      expect(shown).toContain(said);
    }
    expect((await press('/demo/again', '/')).headers.get('Location')).toBe('/#try');
    await comesTrue(async () => (await steps()).includes(`${finished}/certify`));
    expect(await text('/')).not.toContain('no se pudo terminar de preparar');
  });
});

test('no real installation starts on the data of a demo', async () => {
  pool = undefined;
  await server.kill();
  await expect(server.start({ PUBLIC_ORIGIN: 'https://convite.example.org' })).rejects.toThrow('demo');
  await expect(server.start({ DEMO: '0' })).rejects.toThrow('CONVITE_DATA');
  address = await server.start();
  expect((await get('/healthz')).status).toBe(200);
}, 60_000);
