import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { err, invariant, ok } from '@convite/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { performTask } from '../../src/features/results/archives/perform-task.ts';
import type { ResultsProcesses, ResultsTask } from '../../src/features/results/archives/tasks.ts';
import {
  askForArchive,
  openKeptArchives,
  requestCount,
  resultRoomView,
  type ResultsContext,
  resumeResults,
} from '../../src/features/results/index.ts';
import { makeArchivePart, partFile } from '../../src/features/results/usecases/archive-files.ts';
import { archiveMaterial } from '../../src/features/results/usecases/archive-material.ts';
import { countContests } from '../../src/features/results/usecases/count-contests.ts';
import { makeConsultationArchive } from '../../src/features/results/usecases/make-archive.ts';
import { searchSwitches } from '../../src/features/results/usecases/search-switches.ts';
import { contestResult } from '../../src/features/results/usecases/show-result.ts';
import { tidyArchives } from '../../src/features/results/usecases/tidy-archives.ts';
import { findConsultation } from '../../src/features/results/store.ts';
import { isNoRoom, makeDiskRoom } from '../../src/jobs/disk-room.ts';
import { openWorkFolder } from '../../src/jobs/work-folder.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { prepareJobs } from '../../src/jobs/job-queue.ts';
import { type BallotsRoom, openBallotsRoom } from '../ballots/ballots-room.ts';
import { tallyConsultation, type TalliedConsultation } from './tallied-consultation.ts';

/** What processes do, done here. `most` answers of searches are told, then the server stops. */
const processes = (most = Infinity): ResultsProcesses => ({
  waiting: () => 0,
  async run(task: ResultsTask, _, onNote) {
    let notes = 0;
    const stopped = new Error('stopped');
    try {
      return ok(
        await performTask(task, (note) => {
          if (task.type === 'switches' && notes === most) throw stopped;
          notes += 1;
          onNote?.(note);
        }),
      );
    } catch (fault) {
      if (fault === stopped) return err('stopped');
      throw fault;
    }
  },
});

const now = (): Date => new Date();
const attempt = { signal: new AbortController().signal, last: false };
const slug = 'obras-2026';

let room: BallotsRoom;
let tallied: TalliedConsultation;
let context: ResultsContext;
let root: string;
beforeAll(async () => {
  room = await openBallotsRoom();
  await prepareJobs(room.database.pool);
  tallied = await tallyConsultation(room.ballots.context);
  root = join(room.folder, 'archives');
  context = {
    ...{ database: room.ballots.context.database, processes: processes(), searches: processes(), atOnce: 1 },
    ...{ mostSearchWork: 0, now, newId: randomUUID, room: makeDiskRoom(now) },
    work: await openWorkFolder(join(room.folder, 'work')),
    archives: await openKeptArchives(root),
    ...{ signProtocol: room.ballots.context.boards.signProtocol, software: 'convite 0.1.0' },
  };
  const { consultation } = tallied;
  await rows(
    `insert into lot_draws (consultation_id, seed, round, how, drawn_at) values ($1, '04 17 23', 1, 'Dados', now())`,
    consultation,
  );
  await inTransaction(context.database, (tx) =>
    requestCount(tx, { consultation, contests: tallied.tallied, now: new Date() }),
  );
  await countContests(context, consultation, attempt);
});
afterAll(async () => {
  await context.work.remove();
  await room.close();
});

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await room.database.pool.query(statement, values)).rows;

/** The archive that was asked for last. */
async function lastRow(): Promise<Record<string, unknown>> {
  const [row] = await rows('select * from result_archives order by number desc limit 1');
  invariant(row !== undefined, 'an archive was asked for');
  return row;
}
const idOf = (row: Record<string, unknown>): string => String(row['id']);
const folders = (): readonly string[] => readdirSync(root).filter((name) => name !== 'switches');
/** Asks for the next archive and makes it. @returns its id */
async function made(own: ResultsContext = context): Promise<string> {
  const asked = await askForArchive(own, tallied.consultation);
  // The last count has asked for the first one.
  expect(asked.ok || asked.error.type).toEqual(asked.ok || 'being_made');
  const id = idOf(await lastRow());
  await makeConsultationArchive(own, id, attempt);
  return id;
}

const mountPoint = mkdtempSync(join(tmpdir(), 'convite-archives-full-'));
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m,mode=0755', 'tmpfs', mountPoint]).status === 0;
afterAll(() => {
  if (mounted) spawnSync('umount', ['-l', mountPoint]);
  rmSync(mountPoint, { recursive: true, force: true });
});

/** Fills the small disk but for so many bytes. */
function fill(left: number): void {
  const { bavail, bsize } = statfsSync(mountPoint);
  writeFileSync(join(mountPoint, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - left)));
}

describe('a full disk while an archive is made', () => {
  test.skipIf(!mounted).each([
    ['under the archives', 'archives'],
    ['under the files on their way into it', 'work'],
  ] as const)(
    '%s leaves nothing half-made and says so; with room again it goes on (skipped where no file system can be mounted)',
    async (_, place) => {
      const small = join(mountPoint, place);
      const own: ResultsContext =
        place === 'archives'
          ? { ...context, room: makeDiskRoom(now), archives: await openKeptArchives(small) }
          : { ...context, room: makeDiskRoom(now), work: await openWorkFolder(small) };
      fill(100_000);
      // The queue tries what throws this again each minute: apps/web/test/no-room.test.ts.
      const fault = await made(own).catch((thrown: unknown) => thrown);
      expect(isNoRoom(fault)).toBe(true);
      expect(await lastRow()).toMatchObject({ status: 'making', sha256: null, refusal: null });
      const id = idOf(await lastRow());
      expect(existsSync(own.archives.pathsOf(id).archive)).toBe(false);
      expect((await resultRoomView(own, slug, 'es'))?.archive).toMatchObject({ waitsForRoom: false });
      own.room.note(fault);
      const view = await resultRoomView(own, slug, 'es');
      expect(view?.archive).toMatchObject({ status: 'making', waitsForRoom: true });
      expect(view?.mayPropose).toBe(null);
      rmSync(join(mountPoint, 'filler'));
      await makeConsultationArchive(own, id, attempt);
      expect(await lastRow()).toMatchObject({ status: 'verified' });
      expect(existsSync(own.archives.pathsOf(id).archive)).toBe(true);
      await rows('delete from result_archives');
      await rows('delete from result_switches');
      await rows('delete from graphile_worker._private_jobs');
      rmSync(small, { recursive: true });
    },
  );
});

describe('a process that met a full disk', () => {
  const full: ResultsProcesses = { waiting: () => 0, run: async () => ok({ type: 'no_room' }) };

  test('while it counted refuses no contest: all of them still wait for their count', async () => {
    const { consultation } = tallied;
    await rows(`update contests set status = 'tallied' where id = $1`, tallied.tallied[0]);
    await inTransaction(context.database, (tx) =>
      requestCount(tx, { consultation, contests: tallied.tallied.slice(0, 1), now: now() }),
    );
    const fault = await countContests({ ...context, processes: full }, consultation, attempt).catch(
      (thrown: unknown) => thrown,
    );
    expect(isNoRoom(fault)).toBe(true);
    expect(await rows('select contest_id, refusal from count_requests')).toEqual([
      { contest_id: tallied.tallied[0], refusal: null },
    ]);
    await countContests(context, consultation, attempt);
    expect(await rows('select contest_id from count_requests')).toEqual([]);
    await rows('delete from result_archives');
    await rows('delete from graphile_worker._private_jobs');
  });

  test('while it made a part leaves none, and who asks for it is told why it takes so long', async () => {
    const id = await made();
    await rows(`update result_archives set status = 'published'`);
    const asked = async () => partFile(context, slug, 'A1');
    expect(await asked()).toMatchObject({ type: 'being_made', waitsForRoom: false });
    const fault = await makeArchivePart({ ...context, processes: full }, `${id} A1`, attempt).catch(
      (thrown: unknown) => thrown,
    );
    expect(isNoRoom(fault)).toBe(true);
    const room = makeDiskRoom(now);
    room.note(fault);
    expect(await partFile({ ...context, room }, slug, 'A1')).toMatchObject({ type: 'being_made', waitsForRoom: true });
    await makeArchivePart(context, `${id} A1`, attempt);
    expect(await asked()).toMatchObject({ type: 'made' });
    await rows('delete from result_archives');
    await rows('delete from result_switches');
    await rows('delete from graphile_worker._private_jobs');
    rmSync(join(root, id), { recursive: true });
  });
});

describe('what would have changed a large contest', () => {
  const view = async () => {
    const shown = await contestResult(context, slug, tallied.contests[1] ?? '', 'es');
    return shown.type === 'shown' ? shown.view.switches : shown.type === 'refused' ? shown.view.fault : shown.type;
  };
  const key = async (): Promise<string> => {
    const [row] = await rows('select key from result_switches where contest_id = $1', tallied.contests[1]);
    return String(row?.['key']);
  };
  const found = async () => {
    const switches = await view();
    invariant(typeof switches === 'object' && switches !== null, 'the contest has a result');
    return switches;
  };

  test('is looked for after the verification, answer by answer, and goes on where a server stopped', async () => {
    await made();
    await rows(`update result_archives set status = 'published'`);
    await rows(`update consultations set status = 'provisional'`);
    await rows(`update contests set status = 'provisional' where status = 'counted'`);
    expect(await view()).toEqual({ state: 'searching', found: {}, done: 0, options: 4 });
    const stopping = { ...context, searches: processes(2) };
    await expect(searchSwitches(stopping, await key(), attempt)).rejects.toThrow('the server stops');
    const half = await found();
    expect([half.state, half.done, Object.keys(half.found)]).toEqual(['searching', 2, expect.any(Array)]);
    // What was written and not recorded before the stop is written anew.
    writeFileSync(context.archives.switchesPath(await key()), '{"option":"9"', { flag: 'a' });
    await searchSwitches(context, await key(), attempt);
    const whole = await found();
    expect([whole.state, whole.done, Object.keys(whole.found).toSorted()]).toEqual(['done', 4, ['1', '2', '3', '4']]);
    expect(whole.found).toMatchObject(half.found);
  });

  test('is what is found where the contest is small, and holds for the certified archive too', async () => {
    const before = await found();
    await rows(`update consultations set complaints_until = now() - interval '1 hour'`);
    await rows(`update result_archives set status = 'replaced'`);
    await rows(`update consultations set status = 'certified'`);
    await rows(`update contests set status = 'certified' where status = 'provisional'`);
    await rows(`update consultations set status = 'provisional'`);
    const id = await made({ ...context, mostSearchWork: 1e9 });
    await rows(`update consultations set status = 'certified'`);
    await rows(`update result_archives set status = 'published' where id = $1`, id);
    expect(await found()).toEqual({ ...before, state: 'done' });
  });

  test('is not shown where its file is another than was recorded', async () => {
    await rows(`update consultations set status = 'provisional'`);
    const id = await made();
    await rows(`update consultations set status = 'certified'`);
    await rows(`update result_archives set status = 'replaced' where status = 'published'`);
    await rows(`update result_archives set status = 'published' where id = $1`, id);
    expect(existsSync(context.archives.pathsOf(id).archive)).toBe(true);
    expect(await found()).toMatchObject({ state: 'done', done: 4 });
    const path = context.archives.switchesPath(await key());
    const good = readFileSync(path, 'utf8');
    writeFileSync(path, good.replace('"smallest"', '"largest."'));
    expect(readFileSync(path, 'utf8')).not.toBe(good);
    expect(await view()).toBe('switches_changed');
    writeFileSync(path, good);
    expect(await found()).toMatchObject({ state: 'done', done: 4 });
  });

  test('that takes too long is given up, and the page says so', async () => {
    const own: ResultsContext = {
      ...context,
      searches: { waiting: () => 0, run: async () => err('took_too_long') },
    };
    await rows(`update result_switches set status = 'searching', done = 0, bytes = 0, sha256 = default`);
    await searchSwitches(own, await key(), attempt);
    expect(await view()).toEqual({ state: 'given_up', found: {}, done: 0, options: 4 });
  });
});

describe('the archives of an installation', () => {
  test('that nobody will see go; the published one, those published before it, and the one to publish next stay', async () => {
    const [published, ...before] = (await rows('select id from result_archives order by number desc')).map(idOf);
    invariant(published !== undefined, 'an archive is published');
    await rows(`update consultations set status = 'provisional'`);
    const superseded = await made();
    const next = await made();
    expect(folders().toSorted()).toEqual([published, ...before, next].toSorted());
    expect(existsSync(join(root, superseded))).toBe(false);
    await rows(`update consultations set status = 'certified'`);
  });

  test('that a crash left half-made go, whatever became of their rows, and half-made parts that nobody writes to', async () => {
    const [published] = (await rows(`select id from result_archives where status = 'published'`)).map(idOf);
    const [replaced] = (await rows(`select id from result_archives where status = 'replaced'`)).map(idOf);
    invariant(published !== undefined && replaced !== undefined, 'one is published, one was before');
    const lost = join(root, randomUUID());
    mkdirSync(lost);
    writeFileSync(join(lost, 'archive.zip'), 'PK half');
    const put = (id: string, name: string, age = 0): string => {
      const path = join(root, id, name);
      writeFileSync(path, 'x');
      const at = new Date(Date.now() - age);
      utimesSync(path, at, at);
      return path;
    };
    const [part, fresh] = [put(published, 'part-a.zip'), put(published, 'part-b.new')];
    const [old, useless] = [put(published, 'part-c.new', 2 * 3_600_000), put(replaced, 'part-a.zip')];
    const unknown = context.archives.switchesPath('ab'.repeat(32));
    writeFileSync(unknown, '');
    await tidyArchives(context);
    expect([lost, part, fresh, old, useless, unknown].map((path) => existsSync(path))).toEqual([
      ...[false, true, true, false, false, false],
    ]);
    expect(existsSync(context.archives.pathsOf(replaced).archive)).toBe(true);
  });

  test('that were being made are asked for again when a server starts, and searches with them', async () => {
    await rows(`update consultations set status = 'provisional'`);
    expect((await askForArchive(context, tallied.consultation)).ok).toBe(true);
    await rows(`update result_switches set status = 'searching'`);
    await rows('delete from graphile_worker._private_jobs');
    await resumeResults(context);
    const jobs = await rows(`select t.identifier, count(*)::int as n from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id group by 1 order by 1`);
    expect(jobs).toEqual([
      { identifier: 'find-result-switches', n: 5 },
      { identifier: 'make-consultation-archive', n: 1 },
      { identifier: 'tidy-archives', n: 1 },
    ]);
  });
});

describe('the rows of a consultation', () => {
  test('have one hash, however many are read at a time, and another when anything of them changes', async () => {
    const { database } = context;
    const consultation = await findConsultation(database, slug);
    invariant(consultation !== undefined, 'the consultation is stored');
    await rows(`update contests set status = 'provisional' where status = 'certified'`);
    const before = await archiveMaterial(database, consultation, 'provisional');
    expect(before.contests).toHaveLength(7);
    expect((await archiveMaterial(database, consultation, 'provisional')).rowsHash).toBe(before.rowsHash);
    for (const contest of tallied.contests) {
      await rows(`update options set cost = cost + 1 where number = 2 and contest_id = $1`, contest);
      expect((await archiveMaterial(database, consultation, 'provisional')).rowsHash).not.toBe(before.rowsHash);
      await rows(`update options set cost = cost - 1 where number = 2 and contest_id = $1`, contest);
    }
    await rows(`update public_credentials set kind = 'spare' where ctid = (select min(ctid) from public_credentials)
      and contest_id = (select contest_id from public_credentials limit 1)`);
    expect((await archiveMaterial(database, consultation, 'provisional')).rowsHash).not.toBe(before.rowsHash);
  });
});
