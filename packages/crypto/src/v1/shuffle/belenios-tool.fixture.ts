import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { invariant } from '@convite/kernel';

const tool = 'belenios-tool';

/** Whether the stock tool of Debian is installed. */
export const hasBeleniosTool = spawnSync(tool, ['--version']).status === 0;

/** An election that the stock tool runs in a folder of its own. */
export interface ToolElection {
  readonly cast: (voter: number, choices: readonly (readonly number[])[]) => void;
  /** Adds an event from the lines that the tool expects for its type. */
  readonly add: (type: string, lines: string) => void;
  /** What a command of the tool about the election prints. */
  readonly ask: (...command: readonly string[]) => string;
  /** What the tool's own verifier says. */
  readonly verdict: () => { readonly isAccepted: boolean; readonly says: string };
  readonly decrypt: (trustee: number) => void;
  readonly archive: () => Uint8Array;
  readonly remove: () => void;
}

/** Sets up an election with this template. */
export function toolElection(template: unknown, voters: number, trustees: number): ToolElection {
  const root = mkdtempSync(join(tmpdir(), 'convite-tool-'));
  const board = join(root, 'board');
  mkdirSync(board);
  const run = (cwd: string, command: readonly string[], input = ''): string =>
    execFileSync(tool, command, { cwd, input, stdio: ['pipe', 'pipe', 'pipe'] }).toString();
  const group = 'RFC-3526-2048';
  const ending = (suffix: string): readonly string[] =>
    readdirSync(root)
      .filter((name) => name.endsWith(suffix))
      .toSorted();
  const text = (name: string): string => readFileSync(join(root, name), 'utf8');

  const uuid = run(root, ['setup', 'generate-token']).trim();
  run(root, ['setup', 'generate-credentials', '--uuid', uuid, '--group', group, '--count', String(voters)]);
  for (let i = 0; i < trustees; i++) run(root, ['setup', 'generate-trustee-key', '--group', group]);
  writeFileSync(join(root, 'public_keys.jsons'), ending('.pubkey').map(text).join(''));
  writeFileSync(join(root, 'template.json'), JSON.stringify(template));
  run(root, ['setup', 'make-trustees']);
  run(root, ['setup', 'make-election', '--uuid', uuid, '--group', group, '--template', 'template.json']);
  for (const name of ['election.json', 'trustees.json']) writeFileSync(join(board, name), text(name));
  writeFileSync(join(board, 'public_creds.json'), text(ending('.pubcreds')[0] ?? ''));
  run(board, ['archive', 'init']);

  const credentials = text(ending('.privcreds')[0] ?? '')
    .split('\n')
    .flatMap((line) => line.split(' ').slice(1, 2));
  const add = (type: string, lines: string): void => void run(board, ['archive', 'add-event', `--type=${type}`], lines);
  const ask = (...command: readonly string[]): string => run(board, ['election', ...command]);
  return {
    cast(voter, choices) {
      const [credential, ballot] = [join(root, 'credential'), join(root, 'choices')];
      writeFileSync(credential, credentials[voter] ?? '');
      writeFileSync(ballot, JSON.stringify(choices));
      add('Ballot', ask('generate-ballot', '--privcred', credential, '--ballot', ballot));
    },
    add,
    ask,
    verdict() {
      const { status, stderr } = spawnSync(tool, ['election', 'verify'], { cwd: board });
      return { isAccepted: status === 0, says: stderr.toString() };
    },
    decrypt(trustee) {
      const key = ending('.privkey')[trustee - 1];
      invariant(key !== undefined, 'the trustee has a key');
      add('PartialDecryption', ask('decrypt', '--privkey', join(root, key), '--trustee-id', String(trustee)));
    },
    archive: () => Uint8Array.from(readFileSync(join(board, `${uuid}.bel`))),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
