import { writeZip } from '@convite/archive';
import { ballotsHere, bytesSource, type VerifierMachine } from '@convite/crypto';
import { invariant, ok } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import {
  type DecryptionFile,
  type KeyMemory,
  makeAnswer,
  ownerInWork,
  readOwnKey,
  readWork,
  runPass,
  type ShuffleFile,
} from '@convite/trustee';
import { createHash, randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import type { PeopleAnswer, PeopleTask } from './tasks.ts';

/** A trustee does everything that a work file asks for, and writes what is to be handed in. */
export async function passOver({
  key,
  work: path,
  answer: out,
  shuffled,
}: Extract<PeopleTask, { readonly type: 'pass' }>): Promise<PeopleAnswer> {
  const suite = await loadMachineSuite();
  const own = readOwnKey(suite, key);
  const work = await readWork(bytesSource(await readFile(path)), nodeSha256);
  invariant(own.ok && work.ok, 'a trustee of the demo has a key, and the site makes work files in their form');
  const machine: VerifierMachine = {
    suite,
    sha256: nodeSha256,
    ballotWorkers: (election) => ballotsHere(suite, election),
    progress: () => undefined,
  };
  const made = new Map(shuffled.map(({ uuid, shuffles }) => [uuid, shuffles]));
  const tools = { machine, own: own.value, memory: remember(made), random: (length: number) => randomBytes(length) };
  const owner = await ownerInWork(tools, work.value);
  invariant(owner.ok, 'the key is one of these elections');
  const end = await runPass(tools, work.value, () => undefined);
  invariant(end.refused.length === 0, `a contest is refused: ${JSON.stringify(end.refused)}`);
  const contests = end.made.map(({ id, kind, text }) => ({ id, kind, text }));
  const { contents } = await makeAnswer({ work: work.value.sha256, owner: owner.value, contests }, nodeSha256);
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  await writeFile(out, Buffer.concat(pieces));
  return { type: 'pass', shuffled: [...made].map(([uuid, shuffles]) => ({ uuid, shuffles })) };
}

/** What the key has shuffled is remembered from one pass to the next: an archive that says otherwise is refused. */
function remember(made: Map<string, readonly string[]>): KeyMemory<never> {
  const hashOf = ({ shuffle }: ShuffleFile): string => createHash('sha256').update(shuffle).digest('hex');
  const decryptions = new Map<string, DecryptionFile>();
  return {
    decryption: async (uuid) => ok(decryptions.get(uuid)),
    keepDecryption: async (file) => ok(void decryptions.set(file.uuid, file)),
    shuffles: async (uuid) => ok(made.get(uuid) ?? []),
    lastShuffle: async () => ok(undefined),
    keepShuffle: async (file) => ok(void made.set(file.uuid, [...(made.get(file.uuid) ?? []), hashOf(file)])),
  };
}
