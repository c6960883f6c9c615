/**
 * What a commit must pass, in under a minute: runs the checks two at a time and shows what the broken ones said. With
 * `--without-tests` the tests are left out, for who runs them all anyway.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const inParallel = 2;
// Comparing with the reference data takes minutes: `npm test` does it.
const { CONVITE_REFERENCE: _, ...quick } = process.env;

interface Check {
  readonly name: string;
  readonly command: readonly [program: string, ...args: string[]];
}

const tool = (path: string, ...args: string[]): Check['command'] => [join('node_modules', path), ...args];
// The longest first, so that the short ones fill the gap at the end.
const checks: readonly Check[] = [
  {
    name: 'unit tests',
    command: ['scripts/run-tests.ts', '--project', 'unit', '--project', 'house', '--maxWorkers', String(inParallel)],
  },
  { name: 'types', command: tool('typescript/bin/tsc', '-b') },
  { name: 'lint', command: tool('oxlint/bin/oxlint', '--type-aware', '--deny-warnings') },
  { name: 'knip', command: tool('knip/bin/knip.js', '--no-progress') },
  { name: 'format', command: tool('oxfmt/bin/oxfmt', '--check') },
  { name: 'walls', command: ['scripts/check-walls.ts'] },
  { name: 'docs', command: ['scripts/check-docs.ts'] },
];

const started = performance.now();
const asked = checks.filter(({ name }) => name !== 'unit tests' || !process.argv.includes('--without-tests'));
const waiting = [...asked];
const broken: string[] = [];
await Promise.all(Array.from({ length: inParallel }, work));
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(broken.length === 0 ? `all ${asked.length} checks passed in ${seconds} s` : `broken: ${broken.join(', ')}`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function work(): Promise<void> {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    const begun = performance.now();
    const { code, output } = await run(check.command);
    const took = `${((performance.now() - begun) / 1000).toFixed(1)} s`;
    console.log(`${code === 0 ? 'passed' : 'BROKEN'} ${check.name} (${took})`);
    if (code === 0) continue;
    broken.push(check.name);
    console.log(output.trimEnd());
  }
}

function run(command: readonly string[]): Promise<{ readonly code: number | null; readonly output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env: quick });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}
