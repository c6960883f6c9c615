import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { bringCredentials, withdrawCredentials } from '../../src/features/preparation/usecases/bring-credentials.ts';
import { readCredentials } from '../../src/features/preparation/usecases/read-credentials.ts';
import { findUpload, type UploadRecord } from '../../src/features/preparation/store-uploads.ts';
import { makeProcesses } from '../../src/jobs/processes.ts';
import type { ReadingAnswer, ReadingNote, ReadingProcesses, ReadingTask } from '../../src/reading/tasks.ts';
import { attempt, openRollWorkshop, type RollWorkshop } from '../rolls/roll-workshop.ts';
import { orderCodes } from './ordered-codes.ts';

// No jobs run here: each test does them itself.
const folder = mkdtempSync(join(tmpdir(), 'convite-credentials-'));
let workshop: RollWorkshop;
let good: readonly string[];
beforeAll(async () => {
  workshop = await openRollWorkshop();
  const { consultation, contests, ada, fresh } = workshop;
  await fresh.pool.query(`update consultations set status = 'frozen'`);
  good = await orderCodes(fresh.pool, { consultation: consultation.id, slug: consultation.slug, contests, by: ada });
});
afterAll(async () => {
  await workshop.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => workshop.fresh.pool.query('delete from credential_uploads; delete from brought_pieces'));

let files = 0;
function bring(content: string): ReturnType<typeof bringCredentials> {
  const path = join(folder, `upload-${files++}`);
  writeFileSync(path, content);
  return bringCredentials(workshop.context, workshop.consultation, { path, by: workshop.ada });
}

async function brought(content = good.join('\n')): Promise<string> {
  const stored = await bring(content);
  invariant(stored.ok, 'the file is stored');
  return stored.value;
}

async function upload(): Promise<UploadRecord> {
  const found = await findUpload(workshop.context.database, workshop.consultation.id);
  invariant(found !== undefined, 'something was brought');
  return found;
}

/** What is kept of what was brought, beside what is said about it. */
async function kept(): Promise<Readonly<Record<string, number>>> {
  const { rows } = await workshop.fresh.pool.query(
    `select (select count(*) from uploaded_credentials)::int as contests, (select count(*) from brought_pieces)::int as pieces`,
  );
  return rows[0];
}

const withReaders = (readers: ReadingProcesses): RollWorkshop['context'] => ({ ...workshop.context, readers });

test('brought by two at once, one file is taken to be read and the other refused whole', async () => {
  const both = await Promise.all([bring(good.join('\n')), bring(good.join('\n'))]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both).toContainEqual({ ok: false, error: { type: 'already_brought' } });
  expect(await kept()).toEqual({ contests: 0, pieces: 1 });
});

test('a right file is taken whole, once, however often it is read, with a line for staff and one for everyone', async () => {
  const { pool } = workshop.fresh;
  await pool.query('alter table audit_trail disable trigger all; delete from audit_trail');
  const id = await brought();
  expect(await upload()).toMatchObject({ status: 'reading', contests: 3 });
  await Promise.all([1, 2].map(() => readCredentials(workshop.context, id, attempt)));
  await readCredentials(workshop.context, id, attempt);
  expect(await upload()).toMatchObject({ status: 'setting_up', refusal: null, problems: null });
  expect(await kept()).toEqual({ contests: 3, pieces: 0 });
  const { rows } = await pool.query(
    `select turn, cardinality(credentials) as credentials, spares <@ credentials as placed, cardinality(spares) as spares
     from uploaded_credentials order by turn`,
  );
  expect(rows).toEqual([
    { turn: 0, credentials: 6, placed: true, spares: 2 },
    { turn: 1, credentials: 5, placed: true, spares: 2 },
    { turn: 2, credentials: 13, placed: true, spares: 6 },
  ]);
  const { rows: lines } = await pool.query(
    `select actor, details, is_public from audit_trail where event = 'credential.upload' order by number`,
  );
  expect(lines).toMatchObject([
    { actor: workshop.ada, details: { step: 'brought' }, is_public: false },
    { actor: workshop.ada, details: { contests: 3, credentials: 24, spares: 10 }, is_public: true },
  ]);
});

test('a job that is cut off leaves nothing taken, and the next attempt goes from the beginning', async () => {
  const id = await brought();
  const cut = { signal: AbortSignal.abort(), last: true };
  await expect(readCredentials(workshop.context, id, cut)).rejects.toThrow('stopped');
  expect([(await upload()).status, await kept()]).toEqual(['reading', { contests: 0, pieces: 1 }]);
  // What an attempt that died later had stored already.
  await workshop.fresh.pool.query(
    `insert into uploaded_credentials (consultation_id, contest_id, turn, credentials, spares) values ($1, $2, 1, '{ff}', '{}')`,
    [workshop.consultation.id, workshop.contests.get('N')],
  );
  await readCredentials(workshop.context, id, attempt);
  expect([(await upload()).status, await kept()]).toEqual(['setting_up', { contests: 3, pieces: 0 }]);
});

test('taken back while it is read, it comes to nothing, and another file may be brought at once', async () => {
  const id = await brought();
  const { context, consultation, ada } = workshop;
  let other = '';
  const slow: ReadingProcesses = {
    ...context.readers,
    async run(...work) {
      const answer = await context.readers.run(...work);
      const taken = await withdrawCredentials(context, consultation, ada);
      invariant(taken.ok, 'it may be taken back');
      other = await brought();
      return answer;
    },
  };
  await readCredentials(withReaders(slow), id, attempt);
  expect(await upload()).toMatchObject({ id: other, status: 'reading' });
  expect(await kept()).toEqual({ contests: 0, pieces: 1 });
});

test('a wrong file is refused with its lines, and its bytes are forgotten; another may be brought', async () => {
  const id = await brought([...good.slice(0, 2), '{}'].join('\n'));
  await readCredentials(workshop.context, id, attempt);
  expect(await upload()).toMatchObject({
    status: 'refused',
    refusal: null,
    problems: [{ line: 3, problem: { type: 'wrong_form' } }],
  });
  expect(await kept()).toEqual({ contests: 0, pieces: 0 });
  await brought();
  expect(await upload()).toMatchObject({ status: 'reading', problems: null });
});

test('a line without end is refused as too long', async () => {
  const id = await brought(`${good[0]}\n${'7'.repeat(3_000_000)}`);
  await readCredentials(workshop.context, id, attempt);
  expect((await upload()).problems).toEqual([{ line: 2, problem: { type: 'line_too_long' } }]);
});

test('a file whose reading crashes each time is refused in words after the last attempt', async () => {
  const id = await brought();
  const crashing = makeProcesses<ReadingTask, ReadingNote, ReadingAnswer>(
    new URL('./no-such-program.ts', import.meta.url),
    { atOnce: 1, memoryMegabytes: 64 },
  );
  await expect(readCredentials(withReaders(crashing), id, { ...attempt, last: false })).rejects.toThrow('crashed');
  expect((await upload()).status).toBe('reading');
  await readCredentials(withReaders(crashing), id, attempt);
  expect([await upload(), await kept()]).toMatchObject([{ status: 'refused', problems: [] }, { pieces: 0 }]);
});
