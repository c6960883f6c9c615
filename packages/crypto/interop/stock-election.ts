import { createHash } from 'node:crypto';
import { invariant } from '@convite/kernel';
import type { Choices } from '../src/v1/ballot/make-ballot.ts';
import { archiveIn, newToolFolder, type ToolFolder } from './stock-tool.ts';

/** An election that the stock tool sets up. */
export interface StockTemplate {
  readonly group: 'BELENIOS-2048' | 'RFC-3526-2048';
  readonly questions: readonly unknown[];
  /** The weight of each voter. */
  readonly weights: readonly number[];
  /** Trustees who must all decrypt. */
  readonly singles: number;
  /** A ceremony beside them, and which of its members decrypt, counted from 1. */
  readonly ceremony?: { readonly size: number; readonly threshold: number; readonly decrypting: readonly number[] };
}

/** An election that the stock tool runs. */
export interface StockElection {
  readonly uuid: string;
  /** Private credentials, in the order of the voters. */
  readonly credentials: readonly string[];
  readonly archive: () => Uint8Array;
  /** Makes a voter's ballot with the tool and adds it. */
  readonly cast: (voter: number, choices: Choices) => Promise<void>;
  /** Adds a ballot that somebody else made. */
  readonly add: (ballot: string) => Promise<void>;
  /** Ends the vote and goes on to the result. */
  readonly finish: () => Promise<void>;
  /** Ends the vote and publishes the encrypted tally. */
  readonly close: () => Promise<void>;
  /** Adds a trustee's shuffle: this one, or the tool's own. */
  readonly shuffle: (owner: number, text?: string) => Promise<void>;
  /** Goes on from shuffles to the result. */
  readonly decrypt: () => Promise<void>;
  readonly remove: () => void;
}

/** The commands of the tool on the election whose archive is in a folder. */
const stockBoard = (board: ToolFolder) => ({
  addEvent: (type: string, lines = '') => board.run(['archive', 'add-event', `--type=${type}`], lines),
  ask: (...command: readonly string[]) => board.run(['election', ...command]),
});

/** Ends the vote of the archive in a folder and publishes the encrypted tally, with the tool alone. */
async function closeWithStockTool(board: ToolFolder): Promise<void> {
  const { addEvent, ask } = stockBoard(board);
  await addEvent('EndBallots');
  await addEvent('EncryptedTally', await ask('compute-encrypted-tally'));
}

const stockShuffle = (board: ToolFolder, owner: number): Promise<string> =>
  stockBoard(board).ask('shuffle', `--trustee-id=${owner}`);

/** What the tool takes as the event of a trustee's shuffle. */
const ownedBy = (owner: number, text: string): string =>
  `${text}\n{"owner":${owner},"payload":"${createHash('sha256').update(text).digest('hex')}"}\n`;

async function decryptWithStockTool(
  board: ToolFolder,
  isShuffled: boolean,
  decrypting: readonly (readonly string[])[],
): Promise<void> {
  const { addEvent, ask } = stockBoard(board);
  if (isShuffled) await addEvent('EndShuffles');
  for (const command of decrypting) await addEvent('PartialDecryption', await ask(...command));
  await addEvent('Result', await ask('compute-result'));
}

/**
 * Ends the vote of the archive in a folder and goes on to the result, with the tool alone.
 *
 * @param shuffling how many trustees shuffle.
 * @param decrypting the commands with which trustees decrypt.
 */
export async function finishWithStockTool(
  board: ToolFolder,
  shuffling: number,
  decrypting: readonly (readonly string[])[],
): Promise<void> {
  await closeWithStockTool(board);
  for (let owner = 1; owner <= shuffling; owner++) {
    await stockBoard(board).addEvent('Shuffle', await stockShuffle(board, owner));
  }
  await decryptWithStockTool(board, shuffling > 0, decrypting);
}

/** Adds a ballot to the archive in a folder. */
export const addBallot = async (board: ToolFolder, ballot: string): Promise<void> =>
  void (await stockBoard(board).addEvent('Ballot', ballot));

/** Makes a ballot with the tool for the election whose archive is in a folder. */
export async function stockBallot(board: ToolFolder, credential: string, choices: Choices): Promise<string> {
  board.write('credential', credential);
  board.write('choices', JSON.stringify(choices));
  const command = ['election', 'generate-ballot', '--privcred', 'credential', '--ballot', 'choices'];
  return (await board.run(command)).trim();
}

/** Sets up an election with the commands of the tool alone. */
export async function setUpStockElection(template: StockTemplate): Promise<StockElection> {
  const { group, questions, weights, singles, ceremony } = template;
  const root = newToolFolder();
  const setup = (command: readonly string[], input?: string) =>
    root.run(['setup', ...command, '--group', group], input);
  const uuid = (await root.run(['setup', 'generate-token'])).trim();
  root.write('voters.txt', weights.map((weight, i) => `${i + 1},voter${i + 1},${weight}\n`).join(''));
  await setup(['generate-credentials', '--uuid', uuid, '--file', 'voters.txt']);
  for (let i = 0; i < singles; i++) await setup(['generate-trustee-key']);
  root.write('public_keys.jsons', root.ending('.pubkey').map(root.read).join(''));
  const members = ceremony === undefined ? [] : await holdCeremony(root, setup, ceremony);
  await root.run(['setup', 'make-trustees']);
  root.write('template.json', JSON.stringify({ description: 'Hecha con otra', name: 'Calle Cedro', questions }));
  await setup(['make-election', '--uuid', uuid, '--template', 'template.json']);
  const board = root.folder('board');
  for (const name of ['election.json', 'trustees.json']) board.write(name, root.read(name));
  board.write('public_creds.json', root.read(only(root.ending('.pubcreds'))));
  await board.run(['archive', 'init']);
  // The tool writes voters in an order of its own.
  const lines = root
    .read(only(root.ending('.privcreds')))
    .trim()
    .split('\n');
  const byVoter = new Map(lines.map((line) => [Number.parseInt(line, 10), line.split(' ')[1] ?? '']));
  const isMixed = JSON.stringify(questions).includes('NonHomomorphic');
  const trustees = singles + (ceremony?.size ?? 0);
  const decryptions = [
    ...root.ending('.privkey').map((key, i) => ['decrypt', '--privkey', `../${key}`, '--trustee-id', String(i + 1)]),
    ...(ceremony?.decrypting ?? []).map((member) => {
      const name = members[member - 1] ?? '';
      const keys = ['--key', `../${name}.key`, '--decryption-key', `../${name}.dkey`];
      return ['decrypt-threshold', ...keys, '--trustee-id', String(singles + member)];
    }),
  ];
  return {
    uuid,
    credentials: weights.map((_, i) => byVoter.get(i + 1) ?? ''),
    archive: () => archiveIn(board),
    cast: async (voter, choices) => addBallot(board, await stockBallot(board, byVoter.get(voter + 1) ?? '', choices)),
    add: (ballot) => addBallot(board, ballot),
    finish: () => finishWithStockTool(board, isMixed ? trustees : 0, decryptions),
    close: () => closeWithStockTool(board),
    shuffle: async (owner, text) => {
      const lines = text === undefined ? await stockShuffle(board, owner) : ownedBy(owner, text);
      await stockBoard(board).addEvent('Shuffle', lines);
    },
    decrypt: () => decryptWithStockTool(board, isMixed, decryptions),
    remove: root.remove,
  };
}

/** The six steps of a key ceremony; gives the names of the members' files in the order of their numbers. */
async function holdCeremony(
  root: ToolFolder,
  setup: (command: readonly string[], input?: string) => Promise<string>,
  { size, threshold }: { readonly size: number; readonly threshold: number },
): Promise<readonly string[]> {
  const step = (number: number, options: readonly string[], input?: string) =>
    setup(['generate-trustee-key-threshold', '--step', String(number), ...options], input);
  for (let i = 0; i < size; i++) await step(1, []);
  const members = root.ending('.cert').map((name) => name.slice(0, -'.cert'.length));
  root.write('certs.jsons', members.map((name) => root.read(`${name}.cert`)).join(''));
  const certs = ['--certs', 'certs.jsons'];
  await step(2, certs);
  const deals: string[] = [];
  for (const name of members) {
    deals.push(await step(3, [...certs, '--key', `${name}.key`, '--threshold', String(threshold)]));
  }
  root.write('polynomials.jsons', deals.join(''));
  const published = [...certs, '--polynomials', 'polynomials.jsons'];
  await step(4, published);
  const outputs: string[] = [];
  for (const name of members) {
    outputs.push(await step(5, [...certs, '--key', `${name}.key`], root.read(`${name}.vinput`)));
  }
  root.write('threshold.json', await step(6, published, outputs.join('')));
  return members;
}

const only = (names: readonly string[]): string => {
  const [name] = names;
  invariant(name !== undefined && names.length === 1, 'there is one file of the kind');
  return name;
};
