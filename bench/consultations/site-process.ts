import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The site in a process of its own, on fresh data with its own database, as `npm start` runs it. */
export interface SiteProcess {
  readonly origin: string;
  /** By which the first two administrators set up their accounts. */
  readonly links: readonly string[];
  readonly pid: number;
  /** Where it keeps its data. */
  readonly folder: string;
  /** The most memory that the process of the server has held so far; its database and its counting processes left out. */
  peakMegabytes(): number;
  stop(): Promise<void>;
}

const program = fileURLToPath(new URL('../../apps/web/scripts/start.mjs', import.meta.url));
const ending = new URL('./stop-with-parent.ts', import.meta.url).href;

/** @param settings further ones of its environment */
export async function startSite(settings: NodeJS.ProcessEnv = {}): Promise<SiteProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'convite-bench-'));
  const server = spawn(process.execPath, ['--no-memory-protection-keys', '--import', ending, program], {
    env: { ...process.env, PORT: '0', CONVITE_DATA: folder, DEMO: '0', TRUST_PROXY: '1', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return {
    ...(await firstWords(server.stdout)),
    pid: server.pid ?? 0,
    folder,
    peakMegabytes() {
      const status = readFileSync(`/proc/${server.pid}/status`, 'utf8');
      return Math.round(Number(/VmHWM:\s+(\d+)/u.exec(status)?.[1] ?? 0) / 1024);
    },
    async stop() {
      const ended = once(server, 'exit');
      if (server.exitCode === null && server.kill('SIGINT')) await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function firstWords(stdout: NodeJS.ReadableStream): Promise<Pick<SiteProcess, 'origin' | 'links'>> {
  let output = '';
  return await new Promise((resolve, reject) => {
    stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const origin = /running at (http:\S+)/u.exec(output)?.[1];
      const links = [...output.matchAll(/http:\S+\/set-up\/\S+/gu)].map(([link]) => link);
      if (origin !== undefined && output.includes('\nData: ')) resolve({ origin, links });
    });
    stdout.once('end', () => reject(new Error(`the server did not start: ${output}`)));
  });
}
