import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The site in a process of its own, on fresh data in a temporary folder. */
export interface ServerProcess {
  readonly address: string;
  /** Processor seconds of the server itself so far, without its database and its counting processes. */
  processorSeconds(): number;
  stop(): Promise<void>;
}

const ticksInSecond = 100;

/** @param pageStoreMegabytes how much the server keeps of the pages that it made; 0 makes each page anew. */
export async function startServer(pageStoreMegabytes: number): Promise<ServerProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'convite-bench-'));
  const child = spawn(process.execPath, [fileURLToPath(new URL('../../apps/web/scripts/start.mjs', import.meta.url))], {
    env: {
      ...process.env,
      PORT: '0',
      CONVITE_DATA: folder,
      DEMO: '0',
      TRUST_PROXY: '1',
      PAGE_STORE_MB: String(pageStoreMegabytes),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  return {
    address,
    processorSeconds() {
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return (Number(fields[11]) + Number(fields[12])) / ticksInSecond;
    },
    async stop() {
      child.kill('SIGINT');
      await once(child, 'exit');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  for await (const chunk of child.stdout ?? []) {
    output += String(chunk);
    const address = /running at (http:\S+)/u.exec(output)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`the server did not start: ${output}`);
}
