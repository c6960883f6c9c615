import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, expect, test } from 'vitest';
import { processesIn, processStart } from '../src/persistence/cluster/running-process.ts';
import { until } from './until.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
// A space in the path, and longer than a socket's path may be.
const folder = mkdtempSync(join(tmpdir(), `convite life ${'long '.repeat(20)}`));
// Open, so that also for root the data stay where the test looks for them.
chmodSync(folder, 0o755);
const data = join(folder, 'data');
const running: ChildProcess[] = [];

afterEach(async () => {
  for (const child of running.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGINT');
      await once(child, 'exit');
    }
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly address: string | undefined;
  readonly output: string;
}

/** Starts the site as `npm start` does, or through npm itself; resolves when it runs or has ended. */
async function start(port = 0, command: 'node' | 'npm' = 'node'): Promise<Started> {
  const [program, args] =
    command === 'npm' ? ['npm', ['start']] : [process.execPath, [join(root, 'apps/web/scripts/start.mjs')]];
  const child = spawn(program, args, {
    cwd: root,
    // Whatever the caller has set for other PostgreSQLs is nothing to ours.
    env: {
      ...process.env,
      PGHOST: 'elsewhere',
      PGPORT: '1',
      PGSSLMODE: 'require',
      PORT: String(port),
      CONVITE_DATA: data,
      HOST: '',
      DATABASE_URL: '',
      DEMO: '0',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let output = '';
  return await new Promise((resolve) => {
    const tell = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /running at (http:\S+)/u.exec(output)?.[1];
      if (address !== undefined) resolve({ child, address, output });
    };
    child.stdout.on('data', tell);
    child.stderr.on('data', tell);
    child.once('close', () => resolve({ child, address: undefined, output }));
  });
}

async function stop(child: ChildProcess, signal: NodeJS.Signals): Promise<number> {
  const began = performance.now();
  child.kill(signal);
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return performance.now() - began;
}

const databaseProcesses = (): readonly number[] => processesIn(join(data, 'postgresql'));

async function portIsFree(port: number): Promise<boolean> {
  const server = createServer();
  const answer = await new Promise<boolean>((resolve) => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => resolve(true));
  });
  server.close();
  return answer;
}

const portOf = (address: string | undefined): number => Number(new URL(address ?? 'http://nowhere:1').port);

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
  '%s leaves no process, frees the port and keeps the data',
  async (signal) => {
    const first = await start();
    expect(first.address, first.output).toBeDefined();
    expect((await fetch(new URL('/healthz', first.address))).status).toBe(200);
    expect(databaseProcesses().length).toBeGreaterThan(0);
    const demo = /\/recounts\/[0-9a-f]{64}/u.exec(await (await fetch(first.address ?? '')).text())?.[0];
    await stop(first.child, signal);
    expect(first.child.exitCode).toBe(0);
    expect(databaseProcesses()).toEqual([]);
    expect(await portIsFree(portOf(first.address))).toBe(true);

    const second = await start();
    expect((await fetch(new URL(demo ?? '', second.address))).status).toBe(200);
  },
);

test('started by npm, an interrupt sent to npm ends everything', async () => {
  const { child, address, output } = await start(0, 'npm');
  expect(address, output).toBeDefined();
  await stop(child, 'SIGTERM');
  await until(() => databaseProcesses().length === 0 || undefined);
  expect(await portIsFree(portOf(address))).toBe(true);
});

test('a page under way does not hold up the end', async () => {
  const { child, address } = await start();
  const slow = new ReadableStream({ start: (body) => body.enqueue(new TextEncoder().encode('--b\r\n')) });
  const headers = { 'Content-Type': 'multipart/form-data; boundary=b', Origin: address ?? '' };
  const init: RequestInit & { readonly duplex: 'half' } = { method: 'POST', body: slow, headers, duplex: 'half' };
  const upload = fetch(new URL('/recounts', address), init);
  upload.catch(() => undefined);
  await new Promise((wait) => setTimeout(wait, 200));
  await stop(child, 'SIGINT');
  expect(child.exitCode).toBe(0);
  expect(databaseProcesses()).toEqual([]);
});

test('after the server was killed hard the next one ends its database and finds the data', async () => {
  const killed = await start();
  await stop(killed.child, 'SIGKILL');
  const orphans = databaseProcesses();
  expect(orphans.length).toBeGreaterThan(0);
  const next = await start();
  expect(next.address, next.output).toBeDefined();
  expect((await fetch(new URL('/healthz', next.address))).status).toBe(200);
  expect(databaseProcesses().filter((pid) => orphans.includes(pid))).toEqual([]);
});

test('a second server on the same data is refused and told whose they are; the first goes on', async () => {
  const first = await start();
  const second = await start();
  expect(second.address).toBeUndefined();
  expect(second.child.exitCode).toBe(1);
  expect(second.output).toContain(`process ${first.child.pid}`);
  expect((await fetch(new URL('/healthz', first.address))).status).toBe(200);
});

test('a port in use is told, and nothing is left running', async () => {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const taken = server.address();
  const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
  const { address, child, output } = await start(port);
  server.close();
  expect(address).toBeUndefined();
  expect(child.exitCode).toBe(1);
  expect(output).toContain(`Port ${port}`);
  expect(databaseProcesses()).toEqual([]);
});

test('settings that cannot be used are told by name', async () => {
  const { address, output } = await start(70_000);
  expect(address).toBeUndefined();
  expect(output).toContain('PORT');
});

test('a process is known by its id and its start together', () => {
  expect(processStart(process.pid)).toBe(processStart(process.pid));
  expect(processStart(process.pid)).not.toBe(processStart(process.ppid));
  expect(processStart(2 ** 22 + 1)).toBeUndefined();
});
