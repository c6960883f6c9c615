import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ContestToCount } from '@convite/archive';
import { canonicalRuleSet, defaultRuleSet, type RuleSet } from '@convite/counting';
import {
  appendEvent,
  seededRandomness,
  simulateElection,
  splitRecords,
  startArchive,
  withPolicy,
} from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { hashOf } from '../../src/features/ballots/usecases/append-event.ts';
import type { ContestFiles, ResultsProcesses, ResultsTask } from '../../src/features/results/archives/tasks.ts';
import { openKeptArchives } from '../../src/features/results/index.ts';
import { runTask } from '../../src/features/results/usecases/run-task.ts';
import { makeProcesses } from '../../src/jobs/processes.ts';
import { sha256, suite } from '../ballots/sealed-election.ts';
import { openTestSite, type TestSite } from '../open-test-site.ts';
import { until } from '../until.ts';
import { publishFile } from './published-file.ts';

/**
 * A file of more than 2^32 bytes, past which places no longer fit into the fields that ZIP had first. What makes it large are
 * contests that were annulled before anybody voted, in whose elections stands a very long description; behind them, past the
 * border, stand contests with sealed ballots that are counted.
 */
const annulled = 106;
const counted = 4;
const paddedBytes = 41_000_000;
const border = 2 ** 32;
/** The file, and beside it first what it is made from, then a part and a download. */
const neededBytes = 12e9;

const run = promisify(execFile);
const command = fileURLToPath(new URL('../../../cli/bin/convite.mjs', import.meta.url));
const slug = 'muy-grande';

const perCost = defaultRuleSet('greedy', 'approval');
invariant(perCost.rule === 'greedy', 'the default of a rule is that rule');
const rule: RuleSet = { ...perCost, order: 'total' };
const ruleText = canonicalRuleSet(rule);
const ruleHash = createHash('sha256').update(ruleText).digest('hex');
const works = ['Farolas', 'Bancos', 'Un árbol', 'Un pozo'];

const idOf = (i: number): string => `contest-${String(i).padStart(4, '0')}`;
const contests = annulled + counted;
const last = idOf(contests - 1);

/** Bytes of the record that begins every archive. */
const firstRecord = 1024;
const timestamp = 1_795_220_101;

/** The archive of a simulated election with ten letters, until its setup or its result. */
async function simulated(i: number, until: 'result' | 'setup') {
  const run = simulateElection(
    await suite(),
    {
      ...{ group: 'Ed25519', name: 'Obras', description: withPolicy('Obras', ruleHash), voters: 10, revotes: 1 },
      questions: [
        { answers: works.map((title, k) => `${k + 1}. ${title}`), blank: true, min: 1, max: 1, question: '¿Qué obra?' },
      ],
      ...{ mostWeight: 1n, credentialForm: 'long', trustees: [{ kind: 'single' }], shuffles: 0, until, timestamp },
    },
    seededRandomness(`muy grande ${i}`, sha256),
  );
  invariant(run.ok, `the plan of a test is not refused: ${JSON.stringify(run)}`);
  const parts: Uint8Array[] = [];
  let step = run.value.next();
  for (; step.done !== true; step = run.value.next()) if (step.value.bytes !== undefined) parts.push(step.value.bytes);
  const archive = Buffer.concat(parts);
  const { uuid, side } = step.value;
  return { archive, uuid, side, setup: splitRecords(archive.subarray(firstRecord)).map(({ content }) => content) };
}

/** A setup like that, with a description as long as nobody writes one. */
async function padded(i: number) {
  const { setup, ...rest } = await simulated(i, 'setup');
  const [election, trustees, credentials] = setup;
  invariant(election !== undefined && trustees !== undefined && credentials !== undefined, 'a setup has its records');
  const padding = `Obras de la calle ${i}. `.repeat(Math.ceil(paddedBytes / 21)).slice(0, paddedBytes);
  const long = Buffer.from(
    Buffer.from(election).toString().replace('"description":"Obras', `"description":"${padding}`),
  );
  const { bytes, head } = startArchive(timestamp);
  const appended = appendEvent(head, { type: 'Setup', election: long, trustees, credentials }, sha256);
  invariant(appended.ok, 'a setup comes first');
  return { ...rest, archive: Buffer.concat([bytes, appended.value.bytes]), setup: [long] };
}

interface WrittenContest {
  readonly contest: ContestToCount;
  readonly archive: string;
  readonly side: string | undefined;
}

/** A contest with its archive, which is written to the folder. The last two are those of one street. */
async function writeContest(i: number, folderPath: string): Promise<WrittenContest> {
  const isCounted = i >= annulled;
  const { archive, uuid, side, setup } = await (isCounted ? simulated(i, 'result') : padded(i));
  const path = join(folderPath, `${idOf(i)}.bel`);
  writeFileSync(path, archive);
  const sidePath = side === undefined ? undefined : join(folderPath, `${idOf(i)}.side`);
  if (side !== undefined && sidePath !== undefined) writeFileSync(sidePath, side);
  const contest: ContestToCount = {
    ...{ id: idOf(i), name: `Obras ${i}`, territory: i < contests - 2 ? 'A' : 'B' },
    ...{ waiver: false, most: 1, may_be_blank: true, envelope: '100000', rule: ruleHash },
    state: isCounted ? 'provisional' : 'annulled',
    annulled: isCounted ? null : { reason: 'Se imprimieron boletas equivocadas.', at: 1_795_100_000 },
    options: works.map((title, k) => ({
      ...{ number: k + 1, title, place: '', theme: '', cost: String(30_000 + 10_000 * k), withdrawn: false },
    })),
    slice: { people: 10, spares: 0, added: 0 },
    election: { uuid, fingerprint: hashOf(Buffer.from(setup[0] ?? []).toString()) },
  };
  return { contest, archive: path, side: sidePath };
}

const sha256Of = async (path: string): Promise<string> => {
  const running = createHash('sha256');
  for await (const piece of createReadStream(path)) running.update(piece);
  return running.digest('hex');
};

const territories = [
  { code: 'A', name: 'Calle Cedro', parent: 'C' },
  { code: 'B', name: 'Calle Samán', parent: 'C' },
  { code: 'C', name: 'Comuna', parent: null },
];
const consultation = {
  ...{ slug, title: { es: 'Muy grande' }, zone: 'America/Caracas', currency: 'VES', decimals: 2 },
  ...{ opens_at: 1_795_000_000, closes_at: 1_795_200_000 },
  roll: { version: 1, entries: 2000, commitment: '5a'.repeat(32) },
};

let site: TestSite;
let processes: ResultsProcesses;
const id = randomUUID();
const made = { bytes: 0, sha256: '', manifestHash: '', indexHash: '' };
/** The folder of the file, and of what is beside it. */
const folder = (): string => join(site.dataFolder, 'archives', id);
const archivePath = (): string => join(folder(), 'archive.zip');

const work = async <T extends ResultsTask>(task: T) => {
  const done = await runTask(processes, task, { milliseconds: 3_600_000, signal: undefined });
  if (!done.ok) throw new Error(`a process ${done.error}`);
  return done.value;
};

const { bavail, bsize } = statfsSync('/tmp');
const hasRoom = bavail * bsize > neededBytes;

beforeAll(async () => {
  site = await openTestSite();
  processes = makeProcesses(new URL(inject('resultsProgram')), { atOnce: 2, memoryMegabytes: 1536 });
});
afterAll(async () => {
  await site.close();
});

describe.skipIf(!hasRoom)(
  'the archive of a consultation beyond 4 GB (skipped where 12 GB of disk are not free)',
  () => {
    test('is made, verified and indexed by the programs of the site', async () => {
      const source = join(site.dataFolder, 'sources');
      mkdirSync(source);
      mkdirSync(folder(), { recursive: true });
      const written: WrittenContest[] = [];
      for (let i = 0; i < contests; i++) written.push(await writeContest(i, source));
      const answer = await work({
        type: 'count',
        contests: written.slice(annulled).map((one) => ({ ...one, rule: ruleText })),
        ...{ currency: 'VES', decimals: 2, seed: null, order: null },
      });
      const outcomes = new Map<string, string>();
      for (const one of answer.contests) {
        invariant(one.type === 'counted' && one.status === 'complete', `it is counted: ${JSON.stringify(one)}`);
        outcomes.set(one.contest, join(source, `${one.contest}.json`));
        writeFileSync(join(source, `${one.contest}.json`), one.outcome);
      }
      expect(outcomes.size).toBe(counted);
      const files = written.map((one): ContestFiles => {
        return { ...one, outcome: outcomes.get(one.contest.id), lots: undefined };
      });
      const whole = await work({
        ...{ type: 'make', contests: files, rules: [ruleText], consultation, lots: null, order: null, territories },
        out: archivePath(),
      });
      rmSync(source, { recursive: true });
      Object.assign(made, whole);
      expect(made.bytes).toBe(statSync(archivePath()).size);
      expect(made.bytes).toBeGreaterThan(border);
      const shares = [0, 1].map((share) => ({ share, reports: join(folder(), `reports-${share}`) }));
      const verified = await Promise.all(
        shares.map((one) => work({ type: 'verify', path: archivePath(), of: 2, mostSearchWork: 4000, ...one })),
      );
      expect(verified.map(({ answer, findings }) => [answer, findings])).toEqual([
        ['accepted', []],
        ['accepted', []],
      ]);
      made.manifestHash = verified[0]?.manifestHash ?? '';
      const indexed = await work({
        ...{ type: 'index', path: archivePath(), reports: shares.map(({ reports }) => reports) },
        made: { bytes: made.bytes, sha256: made.sha256 },
        territories: verified.map((share) => share.territories),
        ...{ outReports: join(folder(), 'reports.json'), outIndex: join(folder(), 'index.json') },
        outProtocol: join(folder(), 'protocol.json'),
      });
      made.indexHash = indexed.indexHash;
    });

    test('is open for pages: a contest that stands past 2^32 is read where it is', async () => {
      const archives = await openKeptArchives(join(site.dataFolder, 'archives'));
      const archive = await archives.open({ id, ...made });
      if (typeof archive === 'string') throw new Error(archive);
      const place = archive.contests.find((contest) => contest.id === last)?.files.outcome;
      expect(place?.offset).toBeGreaterThan(border);
      expect(await archive.contest(last)).toMatchObject({ contest: { id: last }, outcome: { status: 'complete' } });
    });

    test('is downloaded over HTTP, broken off past 2^32 and taken up again, byte for byte', async () => {
      await publishFile(site.database.pool, { id, slug, ...made });
      const path = `/c/${slug}/archive.zip`;
      const download = join(site.dataFolder, 'download.zip');
      const first = await site.ask(path);
      expect([first.status, Number(first.headers.get('Content-Length'))]).toEqual([200, made.bytes]);
      const stop = border + 1_000_003;
      await pipeline(bodyOf(first), firstBytes(stop), createWriteStream(download));
      expect(statSync(download).size).toBe(stop);
      const headers = { Range: `bytes=${stop}-`, 'If-Range': first.headers.get('ETag') ?? '' };
      const rest = await site.ask(path, { headers });
      expect([rest.status, rest.headers.get('Content-Range')]).toEqual([
        206,
        `bytes ${stop}-${made.bytes - 1}/${made.bytes}`,
      ]);
      await pipeline(bodyOf(rest), createWriteStream(download, { flags: 'a' }));
      expect(statSync(download).size).toBe(made.bytes);
      expect(await sha256Of(download)).toBe(made.sha256);
      rmSync(download);
    });

    test.each([
      ['on both sides of 2^32', border - 5, border + 5],
      ['from 2^32 on', border, border + 10],
      ['at its end', -22, undefined],
    ])('gives the bytes %s alone', async (_, from, to) => {
      const range = to === undefined ? `bytes=${from}` : `bytes=${from}-${to - 1}`;
      const answer = await site.ask(`/c/${slug}/archive.zip`, { headers: { Range: range } });
      const start = from < 0 ? made.bytes + from : from;
      const file = await open(archivePath());
      const expected = Buffer.alloc((to ?? made.bytes) - start);
      await file.read(expected, 0, expected.length, start);
      await file.close();
      expect(answer.status).toBe(206);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(expected);
    });

    test('gives the part of a territory whose contests stand past 2^32, which anybody verifies', async () => {
      const path = `/c/${slug}/result/B/archive.zip`;
      const answer = await until(async () => {
        const asked = await site.ask(path);
        if (asked.status === 200) return asked;
        await asked.body?.cancel();
        expect(asked.status).toBe(503);
        return undefined;
      });
      const part = join(site.dataFolder, 'part.zip');
      await pipeline(bodyOf(answer), createWriteStream(part));
      const { stdout } = await run(process.execPath, [command, 'verify', part, '--lang', 'en']);
      expect(stdout).toContain('ACCEPTED');
      rmSync(part);
    });

    test('is accepted by `convite verify`', async () => {
      const { stdout } = await run(process.execPath, [command, 'verify', archivePath(), '--lang', 'en']);
      expect(stdout).toContain('ACCEPTED');
    });

    test('is refused where one byte past 2^32 is another, with the contest that it is in', async () => {
      const file = await open(archivePath(), 'r+');
      const archives = await openKeptArchives(join(site.dataFolder, 'archives'));
      const archive = await archives.open({ id, ...made });
      if (typeof archive === 'string') throw new Error(archive);
      const { offset = 0, bytes = 0 } = archive.contests.at(-1)?.files.archive ?? {};
      expect(offset).toBeGreaterThan(border);
      const [byte, at] = [Buffer.alloc(1), offset + bytes / 2];
      await file.read(byte, 0, 1, at);
      await file.write(Buffer.from([(byte[0] ?? 0) ^ 1]), 0, 1, at);
      await file.close();
      const share = { share: contests - 1, of: contests, reports: join(folder(), 'reports-changed') };
      const { answer, findings } = await work({ type: 'verify', path: archivePath(), mostSearchWork: 0, ...share });
      expect([answer, findings.some(({ place }) => place.includes(last))]).toEqual(['refused', true]);
    });
  },
);

function bodyOf(response: Response) {
  invariant(response.body !== null, 'an answer with bytes');
  return response.body;
}

/** Hands on so many bytes, then breaks off. */
const firstBytes = (most: number) =>
  async function* (pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void> {
    let left = most;
    for await (const piece of pieces) {
      yield piece.subarray(0, left);
      left -= piece.length;
      if (left <= 0) return;
    }
  };
