import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';

const tool = 'belenios-tool';

export const hasTool = spawnSync(tool, ['--version']).status === 0;
export const whyNoTool = hasTool ? '' : ' (skipped: the program belenios-tool is not installed)';

/** A folder in which the stock tool works. */
export interface ToolFolder {
  /** Runs a command, which must succeed, and gives what it prints. */
  readonly run: (input: string, ...command: readonly string[]) => string;
  /** Whether a command succeeds, and what it says. */
  readonly attempt: (
    input: string,
    ...command: readonly string[]
  ) => { readonly succeeds: boolean; readonly says: string };
  readonly write: (name: string, text: string) => void;
  readonly read: (name: string) => string;
  /** The files with this ending, sorted by name. */
  readonly named: (ending: string) => readonly string[];
}

/** Gives a test a folder that is removed afterwards. */
export function inToolFolder(test: (folder: ToolFolder) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'convite-trustees-'));
  const spawn = (input: string, command: readonly string[]) => spawnSync(tool, command, { cwd: root, input });
  try {
    test({
      run(input, ...command) {
        const { status, stdout, stderr } = spawn(input, command);
        invariant(status === 0, `${command.join(' ')}: ${stderr.toString()}`);
        return stdout.toString();
      },
      attempt(input, ...command) {
        const { status, stderr } = spawn(input, command);
        return { succeeds: status === 0, says: stderr.toString() };
      },
      write: (name, text) => writeFileSync(join(root, name), text),
      read: (name) => readFileSync(join(root, name), 'utf8'),
      named: (ending) =>
        readdirSync(root)
          .filter((name) => name.endsWith(ending))
          .toSorted(),
    });
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}
