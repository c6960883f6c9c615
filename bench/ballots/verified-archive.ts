import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const command = fileURLToPath(new URL('../../apps/cli/bin/convite.mjs', import.meta.url));
const usageAtExit = new URL('usage-at-exit-program.ts', import.meta.url).href;

/** An election that is made up: its group, its one question (`20:0..20`) and who votes. */
export interface MadeUpElection {
  readonly group: 'Ed25519' | 'BELENIOS-2048';
  readonly homomorphic: string;
  readonly voters: number;
}

/** What one run of `convite verify` on a whole archive took, start of the process included. */
export interface VerifiedArchive {
  readonly bytes: number;
  readonly backend: string;
  /** Seconds of all threads, user and system. */
  readonly cpu: number;
  /** Seconds from start to end. */
  readonly wall: number;
  /** The most memory that the process held at once. */
  readonly peakKilobytes: number;
}

function run(args: readonly string[], usage: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', usageAtExit, command, ...args], {
    encoding: 'utf8',
    env: { ...process.env, CONVITE_BENCH_USAGE: usage },
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`convite ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return stdout;
}

/** Makes up a whole election from a seed and verifies its archive with the public command, some times over. */
export function verifyMadeUp(
  { group, homomorphic, voters }: MadeUpElection,
  times: number,
): readonly VerifiedArchive[] {
  const folder = mkdtempSync(join(tmpdir(), 'convite-bench-'));
  try {
    const [out, usage] = [join(folder, 'election'), join(folder, 'usage.json')];
    const who = ['--voters', String(voters), '--revotes', '0', '--trustees', '1', '--seed', 'bench'];
    run(['simulate', '--out', out, '--group', group, '--homomorphic', homomorphic, ...who], usage);
    const name = readdirSync(out).find((entry) => entry.endsWith('.bel'));
    if (name === undefined) throw new Error('The simulation left no archive.');
    const archive = join(out, name);
    const { size: bytes } = statSync(archive);
    return Array.from({ length: times }, () => {
      const start = performance.now();
      const answer: { readonly backend: string } = JSON.parse(run(['verify', archive, '--json'], usage));
      const wall = (performance.now() - start) / 1000;
      const used: { readonly cpu: number; readonly peakKilobytes: number } = JSON.parse(readFileSync(usage, 'utf8'));
      return { bytes, backend: answer.backend, wall, ...used };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
