import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readZip } from '@convite/archive';
import { bytesSource } from '@convite/crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { castBallot } from '../../src/features/ballots/index.ts';
import { notePrograms } from '../../src/features/observers/index.ts';
import type { When } from '../../src/features/observers/pages/views.ts';
import { observeView } from '../../src/features/observers/usecases/show-observed.ts';
import { appendAudit } from '../../src/persistence/audit.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { pageOf } from '../consultations/prepared.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { closeVote, machineOf, trusteeTurn } from '../tally/opened-city.ts';
import { sealVote, type VotedCity, voteInCity } from '../tally/voted-city.ts';
import { comesTrue } from '../until.ts';
import { followLinks } from './followed-links.ts';

/** The page of observers through the whole life of one consultation, and what it tells them to type. */

let site: TestSite;
let voted: VotedCity;
beforeAll(async () => {
  site = await openTestSite();
  voted = await voteInCity(site);
});
afterAll(() => site.close());

const page = '/c/obras/observe';
const rows = async (statement: string): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement)).rows;
const moveTo = async (consultation: string, contests: string): Promise<void> => {
  await site.database.pool.query('update consultations set status = $1', [consultation]);
  await site.database.pool.query('update contests set status = $1', [contests]);
};

/** Where each step stands on the page, after every link of it was followed and every hash of a file compared. */
async function look(): Promise<Readonly<Record<string, When['is']>>> {
  expect((await followLinks(site, page)).broken).toEqual([]);
  const context = {
    database: site.site.accounts.database,
    programs: [],
    boardKey: site.site.ballots.context.boards.keyText,
  };
  const view = await observeView(context, 'obras', 'es');
  if (view === undefined) throw new Error('the page is there');
  for (const { href, sha256 } of view.steps.flatMap(({ files }) => files)) {
    if (sha256 === null) continue;
    const bytes = Buffer.from(await (await site.ask(href)).arrayBuffer());
    expect([href, createHash('sha256').update(bytes).digest('hex')]).toEqual([href, sha256]);
  }
  return Object.fromEntries(view.steps.map(({ name, when }) => [name, when.is]));
}

const before = { rules: 'published', roll: 'published', trustees: 'published', credentials: 'published' } as const;
const always = { programs: 'published', trail: 'published' } as const;
const ahead = {
  ...{ boards: 'awaited', closing: 'awaited', opening: 'awaited', lots: 'awaited', result: 'awaited' },
} as const;

const programNames = ['booth', 'booth_worker', 'trustee_page', 'registrar_page'] as const;

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));
const convite = async (...words: readonly string[]): Promise<string> =>
  (await run(process.execPath, ['--no-memory-protection-keys', command, ...words, '--lang', 'en'])).stdout;

/** Downloads a file as whoever copies the addresses of the list does. */
async function saved(address: string, name: string): Promise<string> {
  const answer = await site.ask(new URL(address).pathname, { redirect: 'follow' });
  const path = join(site.dataFolder, name);
  writeFileSync(path, Buffer.from(await answer.arrayBuffer()));
  return path;
}

const lists = ['boards.csv', 'boards.txt', 'everything.zip'];

describe('before the opening', () => {
  test('a consultation that is being written has no page, nor lists of boards', async () => {
    await moveTo('draft', 'draft');
    for (const path of [
      page,
      ...lists.map((name) => `${page}/${name}`),
      '/c/none/observe',
      '/c/none/observe/everything.zip',
    ]) {
      expect([path, (await site.ask(path)).status]).toEqual([path, 404]);
    }
  });

  test('with frozen rules each step that is published leads to its files, and the others say what they wait for', async () => {
    await moveTo('frozen', 'frozen');
    expect(await look()).toEqual({ ...before, ...always, ...ahead, rehearsals: 'awaited' });
    const { text } = await followLinks(site, page);
    expect(text).toContain('Se publica con el primer ensayo');
    expect(text).not.toContain('boards.csv');
    expect(await (await site.ask(`${page}/boards.txt`)).text()).toBe('');
    await moveTo('annulled', 'annulled');
    expect(await look()).toMatchObject({ result: 'never', lots: 'never' });
    await moveTo('open', 'open');
  });
});

describe('while people vote', () => {
  test('every board is in both lists, under addresses that answer, with the head that its copy has', async () => {
    expect(await look()).toEqual({ ...before, ...always, ...ahead, boards: 'published', rehearsals: 'awaited' });
    const table = (await (await site.ask(`${page}/boards.csv`)).text()).trim().split('\r\n').slice(1);
    expect(table).toHaveLength(3);
    const addresses = (await (await site.ask(`${page}/boards.txt`)).text()).trim().split('\n');
    expect(addresses).toHaveLength(6);
    for (const line of table) {
      const [, , , , state, , events, head = '', , , board = ''] = line.split(',');
      expect(state).toBe('open');
      expect(addresses).toContain(`${board}/archive.bel`);
      const note = await (await site.ask(new URL(`${board}/head`).pathname)).text();
      expect(note.split('\n').slice(1, 3)).toEqual([events, Buffer.from(head, 'hex').toString('base64')]);
    }
  });

  test('one file holds all that is public now, as each address has it, and every board of it is accepted', async () => {
    const path = await saved(`http://site${page}/everything.zip`, 'everything.zip');
    const file = await readZip(bytesSource(readFileSync(path)));
    if (!file.ok) throw new Error('the file is a ZIP');
    const entries = new Map(file.value.map((entry) => [entry.path, entry]));
    const boards = [...entries.keys()].filter((name) => name.endsWith('/archive.bel'));
    expect(boards).toHaveLength(3);
    const rules = await rows('select distinct rule_hash from contest_templates');
    expect([...entries.keys()].filter((name) => !name.startsWith('boards/')).toSorted()).toEqual([
      'observe/boards.csv',
      ...rules.map(({ rule_hash }) => `rules/${String(rule_hash)}.json`).toSorted(),
      ...['trail.csv', 'trustees.json'],
    ]);
    for (const [name, { source }] of entries) {
      const address = `/c/obras/${name.replace(/^boards\/([^/]+)\//u, 'contests/$1/board/')}`;
      const own = new Uint8Array(await (await site.ask(address, { redirect: 'follow' })).arrayBuffer());
      expect([name, Buffer.compare(await source.read(0, source.size), own)]).toEqual([name, 0]);
    }
    for (const name of boards) {
      const source = entries.get(name)?.source;
      const board = join(site.dataFolder, 'board.bel');
      writeFileSync(board, (await source?.read(0, source.size)) ?? '');
      expect(await convite('verify', board, '--strict')).toContain('ACCEPTED');
    }
  });

  test('the commands of the page hold for copies of two days, and refuse a copy that does not go on from the first', async () => {
    const board = `http://site/c/obras/contests/${voted.totals}/board`;
    const yesterday = await saved(`${board}/archive.bel`, 'yesterday.bel');
    const text = await sealVote(voted, voted.totals, voted.codes['PS-1'].at(-1) ?? '', [1]);
    expect(await castBallot(site.site.ballots.casting, voted.totals, text)).toMatchObject({ ok: true });
    const today = await saved(`${board}/archive.bel`, 'archive.bel');
    expect(await convite('verify', today, '--strict', '--earlier', yesterday)).toContain('ACCEPTED');
    expect(await convite('inspect', today)).toContain('12');
    await expect(convite('verify', yesterday, '--strict', '--earlier', today)).rejects.toMatchObject({ code: 1 });
  });

  test('the programs stand there with the fingerprints that the public trail has, and a change while people vote is named', async () => {
    const { text } = await followLinks(site, page);
    const trail = await (await site.ask('/c/obras/trail')).text();
    const shown = [...text.matchAll(/sha384-[A-Za-z0-9+/]{64}/gu)].map(([integrity]) => integrity);
    expect(new Set(shown).size).toBe(4);
    for (const integrity of shown) expect(trail).toContain(integrity);
    const worker = /href="(\/assets\/booth-worker[^"]+)"/u.exec(text)?.[1] ?? '';
    const bytes = Buffer.from(await (await site.ask(worker)).arrayBuffer());
    expect(shown).toContain(`sha384-${createHash('sha384').update(bytes).digest('base64')}`);
    expect(text).not.toContain('Cambió mientras se votaba');
    // Another version is handed out for a while, and then the first again.
    const { database } = site.site.accounts;
    const now = (): Date => site.clock.now;
    await inTransaction(database, (tx) =>
      appendAudit(tx, {
        ...{
          event: 'vote.open',
          subject: voted.consultation,
          actor: null,
          territory: null,
          isPublic: true,
          now: now(),
        },
      }),
    );
    const [line] = await rows(`select details from audit_trail where event = 'programs.served'`);
    const known = new Map(Object.entries(line?.['details'] ?? {}));
    const served = programNames.map((name) => ({ name, path: `/${name}`, integrity: String(known.get(name)) }));
    await notePrograms({ database, now }, served);
    const other = { name: 'booth', path: '/booth', integrity: `sha384-${'x'.repeat(64)}` } as const;
    await notePrograms({ database, now }, served.with(0, other));
    expect((await followLinks(site, page)).text).toContain('El registro público no conoce esta huella');
    await notePrograms({ database, now }, served);
    await notePrograms({ database, now }, served);
    const after = (await followLinks(site, page)).text;
    expect(after).toContain('Cambió mientras se votaba');
    expect(after).toContain('x'.repeat(64));
    expect(await rows(`select from audit_trail where event = 'programs.served'`)).toHaveLength(3);
  });
});

describe('after the closing', () => {
  test('the closing is there at once, and the opening when trustees have brought their parts', async () => {
    await closeVote(voted);
    const closed = await look();
    expect(closed).toMatchObject({ boards: 'published', closing: 'published', opening: 'awaited', result: 'awaited' });
    for (const owner of [1, 2, 1, 2]) await trusteeTurn(voted, await machineOf(voted, owner), owner);
    expect(await look()).toMatchObject({ closing: 'published', opening: 'published', result: 'awaited' });
  });

  test('the file of the result is there once two people have published it, with the command that accepts it', async () => {
    await countAndDraw();
    const { guarantor, second } = voted.crew;
    const act = pageOf(await guarantor.post('/org/c/obras/result/publish', { reason: 'Todo contado.' }));
    expect((await second.post(act, { decision: 'agree' })).status).toBe(303);
    expect(await look()).toMatchObject({ opening: 'published', result: 'published' });
    const { text } = await followLinks(site, page);
    expect(text).toContain('verify obras.zip');
    expect(await convite('verify', await saved('http://site/c/obras/archive.zip', 'obras.zip'))).toContain('ACCEPTED');
  });
});

/** Everything is counted; where a tie needs it, two people draw the public lot. */
async function countAndDraw(): Promise<void> {
  await comesTrue(async () => (await rows('select from count_requests')).length === 0);
  const ties = await rows(`select from contests where status = 'lots_required'`);
  if (ties.length > 0) {
    const { guarantor, second } = voted.crew;
    const typed = (minutes: number): string =>
      new Date(site.clock.now.getTime() + (minutes - 240) * 60_000).toISOString().slice(0, 16);
    await guarantor.post('/org/c/obras/lots/announce', { how: 'Dados en la plaza', draws_at: typed(4) });
    expect(await look()).toMatchObject({ lots: 'published' });
    site.clock.now = new Date(site.clock.now.getTime() + 9 * 60_000);
    const drawn = { seed: '4 1 6 6', drawn_at: typed(-2), reason: 'Salió en la plaza.' };
    const act = pageOf(await guarantor.post('/org/c/obras/lots/draw', drawn));
    await second.post(act, { decision: 'agree' });
    await comesTrue(async () => (await rows('select from count_requests')).length === 0);
  }
  await comesTrue(async () => (await rows(`select from result_archives where status = 'verified'`)).length > 0);
}
