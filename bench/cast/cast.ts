/**
 * Measures sustained casting over HTTP: proofs checked, commit durable, receipt in hand, the database on the same machine.
 * Then three times as many are offered. Counts the events of the board after a restart, not the answers. Prints JSON.
 *
 * `npm run bench -- cast [BALLOTS]`
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bytesSource, readArchive } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { type BallotToOffer, type Box, offerAtPace, offerInLanes } from './offer-ballots.ts';
import { databaseSeconds, openVote, startVoteServer } from './vote-server.ts';

const ballotCount = Number(process.argv[3] ?? 6000);
/** The rule of the contest that the server's side stores. */
const rules = createHash('sha256').update('{"rule":"greedy"}').digest('hex');
/** Ballots under way at a time: enough that nobody waits for the network. */
const lanes = 64;
const warmUp = 500;

const folder = mkdtempSync(join(tmpdir(), 'convite-bench-cast-'));
const data = mkdtempSync(join(tmpdir(), 'convite-bench-data-'));
try {
  const sealing = fileURLToPath(new URL('./seal-ballots-program.ts', import.meta.url));
  execFileSync(process.execPath, [sealing, folder, String(ballotCount), rules]);
  const ballots = readFileSync(join(folder, 'ballots.jsonl'), 'utf8').trim().split('\n');
  const first = await startVoteServer(data);
  const box: Box = { address: first.address, path: openVote(data, join(folder, 'election.bel')) };

  const loadBefore = loadavg();
  await offerInLanes(box.address, offered(box, ballots.slice(0, warmUp)), lanes);
  const half = Math.floor((ballots.length - warmUp) / 2) + warmUp;
  const busyBefore = [first.processorSeconds(), databaseSeconds(data)] as const;
  const sustained = await offerInLanes(box.address, offered(box, ballots.slice(warmUp, half)), lanes);
  const busy = [first.processorSeconds() - busyBefore[0], databaseSeconds(data) - busyBefore[1]] as const;
  const delay = await eventLoopDelay(box.address);
  const pace = sustained.cast / sustained.seconds;
  const overload = await offerAtPace(box, ballots.slice(half), pace * 3);
  const memory = await residentMegabytes(box.address);
  await first.stop();

  const second = await startVoteServer(data);
  const events = await ballotsOnBoard({ ...box, address: second.address });
  await second.stop();
  const figures = {
    machine: { cores: availableParallelism(), loadBefore, loadAfter: loadavg() },
    options: 7,
    ballotBytes: ballots[0]?.length,
    sustained: {
      ...sustained,
      lanes,
      castsPerSecond: Math.round(pace * 10) / 10,
      processorMillisecondsPerCast: {
        server: perCast(busy[0], sustained.cast),
        database: perCast(busy[1], sustained.cast),
      },
      eventLoopDelayP99Milliseconds: delay,
    },
    overload: { ...overload, offeredPerSecond: Math.round(pace * 3) },
    serverMegabytes: memory,
    receipts: warmUp + sustained.cast + overload.cast,
    ballotsOnBoardAfterRestart: events,
  };
  process.stdout.write(`${JSON.stringify(figures, undefined, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
  rmSync(data, { recursive: true, force: true });
}

async function* offered({ path }: Box, texts: readonly string[]): AsyncGenerator<BallotToOffer, void> {
  for (const text of texts) yield { path, text };
}

function perCast(seconds: number, casts: number): number {
  return Math.round((seconds / casts) * 100_000) / 100;
}

async function metric(address: string, name: string): Promise<number> {
  const text = await (await fetch(`${address}/metrics`)).text();
  const value = new RegExp(`^${name} (\\S+)$`, 'mu').exec(text)?.[1];
  invariant(value !== undefined, `the server tells ${name}`);
  return Number(value);
}

async function eventLoopDelay(address: string): Promise<number> {
  return Math.round((await metric(address, 'convite_nodejs_eventloop_lag_p99_seconds')) * 10_000) / 10;
}

async function residentMegabytes(address: string): Promise<number> {
  return Math.round((await metric(address, 'convite_process_resident_memory_bytes')) / 1e6);
}

/** Downloads the board as anybody can, checks container and chain, and counts the ballots. */
async function ballotsOnBoard({ address, path }: Box): Promise<number> {
  const archive = await fetch(`${address}${path}/board/archive.bel`);
  const maker = {
    sha256: (bytes: Uint8Array) => createHash('sha256').update(bytes).digest(),
    createSha256: () => {
      const running = createHash('sha256');
      return { update: (bytes: Uint8Array) => void running.update(bytes), digest: () => running.digest() };
    },
  };
  const { ok, index } = await readArchive(bytesSource(new Uint8Array(await archive.arrayBuffer())), { sha256: maker });
  invariant(ok, 'container and chain hold');
  let found = 0;
  for (let height = 0; height < index.length; height++) if (index.typeAt(height) === 'Ballot') found += 1;
  return found;
}
