import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { err, ok } from '@convite/kernel';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { performTask } from '../../src/features/results/archives/perform-task.ts';
import type { ResultsProcesses, ResultsTask } from '../../src/features/results/archives/tasks.ts';
import { openKeptArchives, requestCount, type ResultsContext } from '../../src/features/results/index.ts';
import { countContests } from '../../src/features/results/usecases/count-contests.ts';
import { makeDiskRoom } from '../../src/jobs/disk-room.ts';
import { prepareJobs } from '../../src/jobs/job-queue.ts';
import type { ProcessFailure } from '../../src/jobs/processes.ts';
import { openWorkFolder } from '../../src/jobs/work-folder.ts';
import { inTransaction } from '../../src/persistence/database.ts';
import { type BallotsRoom, openBallotsRoom } from '../ballots/ballots-room.ts';
import { tallyConsultation, type TalliedConsultation } from './tallied-consultation.ts';

let room: BallotsRoom;
let tallied: TalliedConsultation;
beforeAll(async () => {
  room = await openBallotsRoom();
  await prepareJobs(room.database.pool);
  tallied = await tallyConsultation(room.ballots.context);
});
afterAll(() => room.close());
beforeEach(async () => {
  await rows('delete from contest_outcomes');
  await rows(`update contests set status = 'tallied' where id = any($1)`, tallied.tallied);
});

const rows = async (statement: string, ...values: unknown[]): Promise<readonly Record<string, unknown>[]> =>
  (await room.database.pool.query(statement, values)).rows;

/** Counts all that was tallied, in processes that end as `fails` says of their contests. @returns these, process by process */
async function count(fails: (contests: readonly string[]) => ProcessFailure | undefined) {
  const begun: (readonly string[])[] = [];
  const processes: ResultsProcesses = {
    waiting: () => 0,
    async run(task: ResultsTask) {
      const contests = task.type === 'count' ? task.contests.map(({ contest }) => contest.id) : [];
      begun.push(contests);
      const failure = fails(contests);
      return failure === undefined ? ok(await performTask(task, () => undefined)) : err(failure);
    },
  };
  const { database } = room.ballots.context;
  const work = await openWorkFolder(join(room.folder, 'work'));
  const context: ResultsContext = {
    ...{ database, processes, searches: processes, atOnce: 1, mostSearchWork: 0 },
    ...{
      room: makeDiskRoom(() => new Date()),
      now: () => new Date(),
      newId: randomUUID,
      work,
      archives: await openKeptArchives(join(room.folder, 'kept')),
      signProtocol: room.ballots.context.boards.signProtocol,
      software: 'convite 0.1.0',
    },
  };
  const { consultation, tallied: contests } = tallied;
  await inTransaction(database, (tx) => requestCount(tx, { consultation, contests, now: new Date() }));
  try {
    await countContests(context, consultation, { signal: new AbortController().signal });
  } finally {
    await work.remove();
  }
  return begun;
}

/** Of each contest that was tallied: whether it is counted, or what its request was refused for, or that it waits. */
async function ends(): Promise<readonly unknown[]> {
  const found = await rows(
    `select k.id, o.contest_id is not null as counted, r.refusal ->> 'check' as refused from contests k
     left join contest_outcomes o on o.contest_id = k.id left join count_requests r on r.contest_id = k.id`,
  );
  const byId = new Map(
    found.map((row) => [row['id'], row['counted'] === true ? 'counted' : (row['refused'] ?? 'waits')]),
  );
  return tallied.tallied.map((id) => byId.get(id));
}
const all = (end: string): readonly string[] => tallied.tallied.map(() => end);

test('a process that came to grief once costs nothing: each of its contests is counted by itself', async () => {
  const begun = await count((contests) => (contests.length > 1 ? 'crashed' : undefined));
  expect(begun.map(({ length }) => length)).toEqual([tallied.tallied.length, ...all('').map(() => 1)]);
  expect(await ends()).toEqual(all('counted'));
});

test.each(['crashed', 'took_too_long'] as const)(
  'a contest for which every process %s is refused alone, after two tries, and counted when it is asked for anew',
  async (failure) => {
    const [, heavy = ''] = tallied.tallied;
    const begun = await count((contests) => (contests.includes(heavy) ? failure : undefined));
    expect(begun.filter((contests) => contests.includes(heavy))).toHaveLength(2);
    expect(await ends()).toEqual(all('counted').with(1, 'process'));
    await count(() => undefined);
    expect(await ends()).toEqual(all('counted'));
  },
);

test('a server that stops refuses nothing: all that was asked for waits for the next', async () => {
  await expect(count(() => 'stopped')).rejects.toThrow('another goes on');
  expect(await ends()).toEqual(all('waits'));
  await expect(count((contests) => (contests.length > 1 ? 'crashed' : 'stopped'))).rejects.toThrow('another goes on');
  expect(await ends()).toEqual(all('waits'));
});
