import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { invariant } from '@convite/kernel';

const installed = spawnSync('belenios-tool', ['--version']);

/** Whether the stock tool that these tests speak to is installed, in the version that they speak to. */
export const hasStockTool = installed.status === 0 && installed.stdout.toString().startsWith('2.0');

export const whyNot = hasStockTool
  ? ''
  : ' (skipped: belenios-tool 2.0, of the Debian package belenios-tool, is absent)';

/** A folder of files in which the tool works. */
export interface ToolFolder {
  readonly path: string;
  /** Runs a command here and gives what it prints. @throws Error with what it says when it refuses */
  readonly run: (command: readonly string[], input?: string) => Promise<string>;
  readonly write: (name: string, content: string | Uint8Array) => void;
  readonly read: (name: string) => string;
  /** The names with this ending, in order. */
  readonly ending: (suffix: string) => readonly string[];
  /** A folder inside. */
  readonly folder: (name: string) => ToolFolder;
  readonly remove: () => void;
}

export const newToolFolder = (): ToolFolder => toolFolder(mkdtempSync(join(tmpdir(), 'convite-interop-')));

function toolFolder(path: string): ToolFolder {
  return {
    path,
    run: (command, input = '') => runTool(path, command, input),
    write: (name, content) => writeFileSync(join(path, name), content),
    read: (name) => readFileSync(join(path, name), 'utf8'),
    ending: (suffix) =>
      readdirSync(path)
        .filter((name) => name.endsWith(suffix))
        .toSorted(),
    folder: (name) => {
      mkdirSync(join(path, name));
      return toolFolder(join(path, name));
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}

function runTool(cwd: string, command: readonly string[], input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile('belenios-tool', command, { cwd, maxBuffer: 1 << 28 }, (fault, stdout, stderr) => {
      if (fault === null) resolve(stdout);
      else reject(new Error(`belenios-tool ${command.join(' ')}: ${stderr}`));
    });
    invariant(child.stdin !== null, 'a child has an input');
    // A command that reads nothing may end before it is written to.
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** The archive in a folder: there is one. */
export function archiveIn(folder: ToolFolder): Uint8Array {
  const [name] = folder.ending('.bel');
  invariant(name !== undefined, 'the folder holds an archive');
  return Uint8Array.from(readFileSync(join(folder.path, name)));
}

/** What the tool's own verifier says of an archive; `accepted` when it passes all its checks and finds a result. */
export async function stockVerdict(archive: Uint8Array, uuid: string): Promise<string> {
  const folder = newToolFolder();
  try {
    folder.write(`${uuid}.bel`, archive);
    const verifying = execFile('belenios-tool', ['election', 'verify'], { cwd: folder.path });
    invariant(verifying.stderr !== null, 'a child has an output');
    const said = await text(verifying.stderr);
    return said.includes('I: all checks passed') && !said.includes('W:') ? 'accepted' : said;
  } finally {
    folder.remove();
  }
}
