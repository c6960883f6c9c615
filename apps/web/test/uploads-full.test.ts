import { afterAll, beforeAll, expect, test } from 'vitest';
import { bringFile } from '../src/features/recounts/index.ts';
import { openTestSite, type TestSite, upload } from './open-test-site.ts';
import { smallVote } from './small-vote.ts';
import { until } from './until.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite({ settings: { uploadStoreBytes: 0 } });
});
afterAll(() => site.close());

const number = async (statement: string): Promise<number> =>
  Number((await site.database.pool.query(`select (${statement})::int as n`)).rows[0]?.n);
const uploads = `from files where origin = 'upload'`;

const waiting = `select count(*) from pg_locks join pg_database d on d.oid = database
  where not granted and datname = current_database()`;

/** Brings a small vote where uploads may take so many bytes. */
const bring = async (vote: number, mostUploadedBytes: number): Promise<string> => {
  const content = new TextEncoder().encode(smallVote(vote));
  const brought = await bringFile(
    { ...site.site.recounts, mostUploadedBytes },
    { content, name: 'vote.pb', origin: 'upload', rule: undefined },
    { visitor: undefined, removalHash: () => 'ab'.repeat(32) },
  );
  return brought.ok ? 'stored' : brought.error.type;
};

test('where uploads take all the room that they may, the page says so and offers a sample, and nothing is stored', async () => {
  const refused = await upload(site, smallVote(1));
  expect(refused.status).toBe(507);
  const page = await refused.text();
  expect(page).toContain('Por ahora no hay lugar para más votaciones');
  expect(page).toContain('Con la herramienta “convite” puede contarla en su máquina.');
  expect(page).toContain('name="sample"');
  const answer = await site.ask('/api/v1/recounts', {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: smallVote(1),
  });
  expect([answer.status, await answer.json()]).toEqual([507, expect.objectContaining({ status: 507 })]);
  expect(await number(`select count(*) ${uploads}`)).toBe(0);
});

test('two at once may not pass the limit together; the same bytes again take no room', async () => {
  expect(await bring(1, 10_000)).toBe('stored');
  const one = await number(`select octet_length(compressed) ${uploads}`);
  // Held where it is noted who brought them, each would have been told before that how much there is.
  const holder = await site.database.pool.connect();
  await holder.query('begin; lock table uploads in exclusive mode');
  const both = Promise.all([bring(2, one * 2.5), bring(3, one * 2.5)]);
  try {
    await until(async () => ((await number(waiting)) === 2 ? true : undefined));
  } finally {
    await holder.query('commit');
    holder.release();
  }
  expect((await both).toSorted()).toEqual(['stored', 'uploads_full']);
  expect(await number(`select count(*) ${uploads}`)).toBe(2);
  expect(await bring(1, 0)).toBe('stored');
});
