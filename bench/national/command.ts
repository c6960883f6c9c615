import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rounded } from './stopwatch.ts';

/** What a run of the public command took, threads included. */
export interface Ran {
  readonly stdout: string;
  readonly seconds: number;
  readonly processorSeconds: number;
  readonly megabytes: number;
}

const pathOf = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [command, usageProgram] = [
  pathOf('../../apps/cli/bin/convite.mjs'),
  pathOf('../ballots/usage-at-exit-program.ts'),
];

/** Runs `convite` in a folder. @throws Error with what it said where it ends with another code than 0. */
export async function convite(folder: string, ...args: readonly string[]): Promise<Ran> {
  const notes = mkdtempSync(join(tmpdir(), 'convite-usage-'));
  const usagePath = join(notes, 'usage.json');
  const began = performance.now();
  try {
    const stdout = await new Promise<string>((resolve, reject) => {
      execFile(
        process.execPath,
        ['--no-memory-protection-keys', '--import', usageProgram, command, ...args, '--lang', 'en'],
        { cwd: folder, env: { ...process.env, CONVITE_BENCH_USAGE: usagePath }, maxBuffer: 1 << 28 },
        (fault, said, complaint) => {
          if (fault === null) resolve(said);
          else reject(new Error(`convite ${args.join(' ')}: ${said.slice(-2000)}${complaint.slice(-2000)}`));
        },
      );
    });
    const usage: { readonly cpu: number; readonly peakKilobytes: number } = JSON.parse(readFileSync(usagePath, 'utf8'));
    return {
      stdout,
      seconds: rounded((performance.now() - began) / 1000),
      processorSeconds: rounded(usage.cpu),
      megabytes: Math.round(usage.peakKilobytes / 1024),
    };
  } finally {
    rmSync(notes, { recursive: true, force: true });
  }
}
