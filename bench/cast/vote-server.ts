import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The site in a process of its own on data that stay, as `npm start` runs it. */
export interface VoteServer {
  readonly address: string;
  /** Processor seconds of the server itself so far, without its database. */
  processorSeconds(): number;
  stop(): Promise<void>;
}

const ticksInSecond = 100;

export async function startVoteServer(data: string): Promise<VoteServer> {
  const child = spawn(process.execPath, ['--no-memory-protection-keys', program('apps/web/scripts/start.mjs')], {
    env: { ...process.env, PORT: '0', CONVITE_DATA: data, DEMO: '0', LOG_LEVEL: 'fatal' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  return {
    address,
    processorSeconds: () => secondsOf(Number(child.pid)),
    async stop() {
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let output = '';
  return await new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const address = /running at (http:\S+)/u.exec(output)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once('exit', (code, signal) => reject(new Error(`the server ended (${code ?? signal}): ${output}`)));
  });
}

/** Processor seconds of a process, and of those of its children that have ended. */
function secondsOf(pid: number): number {
  const fields = statOf(pid);
  return [11, 12, 13, 14].reduce((sum, field) => sum + Number(fields[field]), 0) / ticksInSecond;
}

/** The fields behind the name of a process; none where it is gone. */
function statOf(pid: number): readonly string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It ended since it was listed.
    return [];
  }
}

const postmasterOf = (data: string): readonly string[] =>
  readFileSync(join(data, 'postgresql', 'postmaster.pid'), 'utf8').split('\n');

/** Processor seconds of the database of a running server so far: its first process and all that it started. */
export function databaseSeconds(data: string): number {
  const postmaster = Number(postmasterOf(data)[0]);
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name) && Number(statOf(Number(name))[1]) === postmaster)
    .map(Number);
  return [postmaster, ...children].reduce((sum, pid) => sum + (secondsOf(pid) || 0), 0);
}

/**
 * Opens a vote on the data of a running server.
 *
 * @param people how many people its roll has, who get codes by e-mail; none: the letter alone is asked for
 * @returns the path of the contest
 */
export function openVote(data: string, archive: string, people = 0): string {
  const [, , , , socketFolder = ''] = postmasterOf(data);
  const flags = ['--no-memory-protection-keys', program('apps/web/test/ballots/open-vote-program.ts')];
  return execFileSync(process.execPath, [...flags, socketFolder, data, archive, String(people)], {
    encoding: 'utf8',
  }).trim();
}
