import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What one run of a program took. */
export interface Measured {
  /** Processor time of the program and all that it started, user and system. */
  readonly cpu: number;
  /** From start to end. */
  readonly wall: number;
  readonly stdout: string;
}

/** Ticks in a second in which Linux tells processor time, the same on every usual machine. */
const ticksPerSecond = 100;

/** Processor time of all children that ended and were waited for, theirs included; Linux tells it in /proc. */
function cpuOfChildren(): number {
  const stat = readFileSync('/proc/self/stat', 'utf8');
  // The name of the program stands in parentheses and may hold spaces; what follows does not.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond;
}

/**
 * Runs a program in a fresh process and says what it took.
 * @throws Error when it ends with another exit code than 0: a measurement of a failure is none.
 */
export function measureProcess(program: string, args: readonly string[], stdin = ''): Measured {
  const cpuBefore = cpuOfChildren();
  const before = performance.now();
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    input: stdin,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = (performance.now() - before) / 1000;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { cpu: cpuOfChildren() - cpuBefore, wall, stdout };
}

/** Measures the public command, through its npm script. */
export const measureCommand = (args: readonly string[], stdin = ''): Measured =>
  measureProcess('npm', ['run', '-s', 'convite', '--', ...args], stdin);

/** Measures one of this folder's programs. */
export const measureProgram = (name: string, args: readonly string[]): Measured =>
  measureProcess(process.execPath, [fileURLToPath(new URL(name, import.meta.url)), ...args]);
