import { protocolSchema } from '@convite/archive';
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { requestCount } from '../../src/features/results/index.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { until } from '../until.ts';
import { tallyConsultation, type TalliedConsultation } from './tallied-consultation.ts';

let site: TestSite;
let tallied: TalliedConsultation;
beforeAll(async () => {
  site = await openTestSite();
  tallied = await tallyConsultation(site.site.ballots.context);
  const { consultation } = tallied;
  await rows(
    `insert into lot_draws (consultation_id, seed, round, how, drawn_at) values ($1, '04 17 23', 1, 'Dados', now())`,
    consultation,
  );
  await inTransaction(site.site.accounts.database, (tx) =>
    requestCount(tx, { consultation, contests: tallied.tallied, now: new Date() }),
  );
  await until(async () => (await rows(`select from result_archives where status = 'verified'`)).length || undefined);
});
afterAll(() => site.close());

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await site.database.pool.query(statement, values)).rows;

const files = ['protocol.json', 'protocol.json.sig'] as const;
async function taken(path: string): Promise<Buffer> {
  const answer = await site.ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return Buffer.from(await answer.arrayBuffer());
}

test('a protocol is nobody’s before two people published the result', async () => {
  for (const file of files) expect((await site.ask(`/c/obras-2026/${file}`)).status).toBe(404);
  await rows(`update result_archives set status = 'published'`);
  await rows(`update contests set status = 'provisional' where status = 'counted'`);
  await rows(`update consultations set status = 'provisional'`);
  for (const file of files) expect((await site.ask(`/c/obras-2026/${file}`)).status).toBe(200);
});

const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));

test('it is byte for byte the one that the command makes of the download, and the site has signed it', async () => {
  const put = (name: string, content: Buffer): string => {
    const path = join(site.dataFolder, name);
    writeFileSync(path, content);
    return path;
  };
  const protocol = await taken('/c/obras-2026/protocol.json');
  const archive = await taken('/c/obras-2026/archive.zip');
  const [zip, signature, key] = [
    put('taken.zip', archive),
    put('taken.sig', await taken('/c/obras-2026/protocol.json.sig')),
    put('taken.key', await taken(`/c/obras-2026/contests/${tallied.contests[0] ?? ''}/board/key`)),
  ];
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    [command, 'verify', zip, '--protocol', '--signature', signature, '--key', key, '--lang', 'en'],
    { maxBuffer: 2 ** 26 },
  );
  expect(stdout).toBe(protocol.toString());
  expect(stderr).toMatch(/signed exactly this protocol; it says that it runs convite [0-9]+\.[0-9]+\.[0-9]+\./u);
  const read = protocolSchema.parse(JSON.parse(stdout));
  expect(read.archive.sha256).toBe(createHash('sha256').update(archive).digest('hex'));
  const heads = await rows('select contest_id as id, head from elections order by contest_id');
  expect(read.contests.map(({ id, board }) => ({ id, head: board?.head }))).toEqual(heads);
});

test('it goes on where a download broke off', async () => {
  const whole = await taken('/c/obras-2026/protocol.json');
  const rest = await site.ask('/c/obras-2026/protocol.json', { headers: { Range: 'bytes=100-' } });
  expect(rest.status).toBe(206);
  expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(100))).toBe(true);
});

test('it is a page that prints too, out of that file, and none where another file stands there', async () => {
  const page = async () => {
    const answer = await site.ask('/c/obras-2026/protocol');
    return { status: answer.status, text: await answer.text() };
  };
  const { status, text } = await page();
  expect(status).toBe(200);
  for (const says of ['Códigos hechos para cartas', '2 de 3', 'href="/c/obras-2026/protocol.json.sig"']) {
    expect([says, text.includes(says)]).toEqual([says, true]);
  }
  const heads = await rows('select head from elections');
  for (const { head } of heads)
    expect(text).toContain(
      String(head)
        .match(/.{1,4}/gu)
        ?.join(' '),
    );
  const [record] = await rows('select id from result_archives');
  const path = join(site.dataFolder, 'archives', String(record?.['id']), 'protocol.json');
  const good = readFileSync(path);
  writeFileSync(path, good.toString().replace('"counted":12', '"counted":13'));
  expect((await page()).status).toBe(503);
  writeFileSync(path, good);
  expect((await page()).status).toBe(200);
});
