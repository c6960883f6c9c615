import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeDiskRoom } from '../src/jobs/disk-room.ts';
import { startJobs } from '../src/jobs/job-queue.ts';
import { openTestSite, settled, type TestSite, upload } from './open-test-site.ts';
import { smallVote } from './small-vote.ts';
import { until } from './until.ts';

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite({ countingProgram: new URL('./troubled-program.ts', import.meta.url) });
});
afterAll(() => site.database.drop());

const locationOf = (response: Response): string => response.headers.get('Location') ?? '';

test('a count whose process crashed is tried again and told as if nothing had happened', async () => {
  const address = locationOf(await upload(site, smallVote(1), { rule: 'equal-shares' }));
  expect((await settled(site, address)).status).toBe(200);
});

test('a count that crashes every time ends in a page with words, and the server stays up', async () => {
  const address = locationOf(await upload(site, smallVote(2), { rule: 'majority-judgement' }));
  const { status, text } = await settled(site, address);
  expect(status).toBe(422);
  expect(text).toContain('class="problem"');
  expect((await site.ask('/')).status).toBe(200);
});

test('a visitor with many recounts waiting is asked to wait; what is known already and other visitors are not', async () => {
  const ask = (number: number, address: string): Promise<Response> =>
    upload(site, smallVote(number), { rule: 'phragmen', address });
  const visitor = '203.0.113.200';
  const answers: Response[] = [];
  for (let number = 10; number < 15; number++) answers.push(await ask(number, visitor));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 429]);
  expect(Number(answers[4]?.headers.get('Retry-After'))).toBeGreaterThan(0);
  const { rows } = await site.database.pool.query(
    "select count(*) from files where facts->>'title' = 'Vote of the lane 14'",
  );
  expect(rows[0].count, 'nothing is stored of what was turned away').toBe(0);
  expect((await ask(10, visitor)).status).toBe(303);
  expect((await ask(14, '203.0.113.201')).status).toBe(303);
  const waiting = await (await site.ask(locationOf(answers[3] ?? Response.error()))).text();
  expect(waiting).toContain('aria-busy="true"');
});

test('stopping the site ends the counts under way; the next site finishes them', async () => {
  const stuck = await site.database.pool.query("select hash from recounts where status in ('queued', 'counting')");
  expect(stuck.rows.length).toBeGreaterThan(0);
  await site.site.close();
  const done: string[] = [];
  const handlers = { 'count-recount': async (hash: string) => void done.push(hash) };
  await site.database.pool.query('update graphile_worker._private_jobs set run_at = now()');
  const jobs = await startJobs(site.database.pool, handlers, {
    concurrency: 2,
    daily: [],
    onError: () => undefined,
    room: makeDiskRoom(() => new Date()),
  });
  await until(() => done.length >= stuck.rows.length || undefined);
  await jobs.stop();
  expect(new Set(done)).toEqual(new Set(stuck.rows.map(({ hash }) => hash)));
  expect(done.length).toBe(stuck.rows.length);
});

test('jobs that a killed server had begun are given back', async () => {
  const { pool } = site.database;
  await pool.query(
    "select graphile_worker.add_job('orphan', '{\"subject\":\"x\"}'); update graphile_worker._private_jobs set locked_by = 'worker-of-the-dead', locked_at = now(), attempts = 1 where task_id = (select id from graphile_worker._private_tasks where identifier = 'orphan')",
  );
  const done: string[] = [];
  const handlers = { orphan: async (subject: string) => void done.push(subject) };
  const jobs = await startJobs(pool, handlers, {
    concurrency: 1,
    daily: [],
    onError: () => undefined,
    room: makeDiskRoom(() => new Date()),
  });
  await until(() => done.length > 0 || undefined);
  await jobs.stop();
  expect(done).toEqual(['x']);
});
