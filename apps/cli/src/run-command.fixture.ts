import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { runCommandLine } from './command-line.ts';

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly folder?: string;
  readonly stdin?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

const entry = fileURLToPath(new URL('../bin/convite.mjs', import.meta.url));
const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the command as a person would, in a process of its own with an environment of its own. */
export const conviteProcess = (args: readonly string[], options: RunOptions = {}): Promise<Ran> =>
  runProgram(process.execPath, ['--no-memory-protection-keys', entry, ...args], options.folder ?? root, options);

/** Runs all of the command but its entry in this process: for the many cases that need none of their own. */
export async function convite(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const { folder = root, stdin = '', env = { LANG: 'C' } } = options;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const read = Promise.all([text(stdout), text(stderr)]);
  const code = await runCommandLine(args, { stdin: Readable.from([Buffer.from(stdin)]), stdout, stderr, env, folder });
  stdout.end();
  stderr.end();
  const [out, error] = await read;
  return { code, stdout: out, stderr: error };
}

/** The same through the public npm script, called from any folder of the checkout. */
export const npmConvite = (args: readonly string[], folder: string, options: RunOptions = {}): Promise<Ran> =>
  runProgram('npm', ['run', '-s', '--prefix', root, 'convite', '--', ...args], folder, options);

function runProgram(
  program: string,
  args: readonly string[],
  folder: string,
  { stdin = '', env = {} }: RunOptions,
): Promise<Ran> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(program, [...args], { cwd: folder, env: { PATH, HOME, LANG: 'C', ...env } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code, stdout: Buffer.concat(stdout).toString(), stderr: Buffer.concat(stderr).toString() }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(stdin);
  });
}

/** A folder of its own for one test file, with a space in its name. */
export async function makeFolder(): Promise<{
  readonly path: string;
  readonly write: (name: string, content: string | Uint8Array) => Promise<string>;
  readonly remove: () => Promise<void>;
}> {
  const path = await mkdtemp(join(tmpdir(), 'convite vote '));
  return {
    path,
    write: async (name, content) => {
      const file = join(path, name);
      await writeFile(file, content);
      return file;
    },
    remove: () => rm(path, { recursive: true, force: true }),
  };
}
