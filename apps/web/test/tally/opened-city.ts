import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeZip } from '@convite/archive';
import { ballotsHere, type ArchiveSource, type VerifierMachine } from '@convite/crypto';
import { invariant, ok } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import {
  type DecryptionFile,
  type KeyMemory,
  makeAnswer,
  type MadeAnswer,
  readWork,
  runPass,
  type ShuffleFile,
} from '@convite/trustee';
import { closeByClock } from '../../src/features/consultations/index.ts';
import { bringAnswer, makeWorkFile, workSource } from '../../src/features/tally/index.ts';
import { findConsultation } from '../../src/features/tally/store.ts';
import { suite } from '../ballots/sealed-election.ts';
import type { TestSite } from '../open-test-site.ts';
import { comesTrue } from '../until.ts';
import { type VotedCity, voteInCity } from './voted-city.ts';

/** The hour of closing comes, the clock closes, and every tally is published and measured. */
export async function closeVote({ site, consultation }: Pick<VotedCity, 'site' | 'consultation'>): Promise<void> {
  const { pool } = site.database;
  const { rows } = await pool.query('select closes_at from consultations where id = $1', [consultation]);
  const closesAt: unknown = rows[0]?.closes_at;
  invariant(closesAt instanceof Date, 'the calendar says when it closes');
  site.clock.now = new Date(closesAt.getTime() + 1000);
  // Sessions of staff last a day: theirs are as old as the test's clock makes them.
  await pool.query('update sessions set created_at = $1, seen_at = $1', [site.clock.now]);
  await closeByClock(site.site.consultations, consultation);
  await comesTrue(async () => {
    const found = await pool.query('select status from consultations where id = $1', [consultation]);
    return found.rows[0]?.status === 'tallying';
  });
}

/** What a trustee keeps beside the key. */
function ownMemory(): KeyMemory<never> {
  const decryptions = new Map<string, DecryptionFile>();
  const shuffles = new Map<string, readonly ShuffleFile[]>();
  const hashOf = ({ shuffle }: ShuffleFile): string =>
    Buffer.from(nodeSha256.sha256(Buffer.from(shuffle))).toString('hex');
  return {
    decryption: async (uuid) => ok(decryptions.get(uuid)),
    keepDecryption: async (file) => ok(void decryptions.set(file.uuid, file)),
    shuffles: async (uuid) => ok((shuffles.get(uuid) ?? []).map(hashOf)),
    lastShuffle: async (uuid) => ok(shuffles.get(uuid)?.at(-1)),
    keepShuffle: async (file) => ok(void shuffles.set(file.uuid, [...(shuffles.get(file.uuid) ?? []), file])),
  };
}

/** A trustee's own machine: the key, and what it was used for. */
export interface TrusteeMachine {
  /** Does all that a work file asks for, or hands in what is made for some contests alone. */
  readonly pass: (work: ArchiveSource, only?: readonly string[]) => Promise<MadeAnswer>;
}

async function openTrusteeMachine({ keys }: Pick<VotedCity, 'keys'>, owner: number): Promise<TrusteeMachine> {
  const own = keys[owner - 1];
  invariant(own !== undefined, 'there is such a trustee');
  const groups = await suite();
  const machine: VerifierMachine = {
    suite: groups,
    sha256: nodeSha256,
    ballotWorkers: (electionText) => ballotsHere(groups, electionText),
    progress: () => undefined,
  };
  const random = (length: number): Uint8Array => Uint8Array.from(randomBytes(length));
  const tools = { machine, own, memory: ownMemory(), random };
  return {
    async pass(source, only) {
      const work = await readWork(source, nodeSha256);
      invariant(work.ok, 'the site makes work files in their form');
      const end = await runPass(tools, work.value, () => undefined);
      invariant(end.refused.length === 0, `nothing is refused: ${JSON.stringify(end.refused)}`);
      const made = end.made.filter(({ id }) => only === undefined || only.includes(id));
      const contests = made.map(({ id, kind, text }) => ({ id, kind, text }));
      return await makeAnswer({ work: work.value.sha256, owner, contests }, nodeSha256);
    },
  };
}

export async function answerBytes({ contents }: MadeAnswer): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(contents)) pieces.push(piece);
  return Uint8Array.from(Buffer.concat(pieces));
}

/** The work file that waits for a trustee now; undefined where nothing does. */
export async function workOf(
  { site, slug, consultation }: VotedCity,
  owner: number,
): Promise<ArchiveSource | undefined> {
  const { tally } = site.site;
  const held = await findConsultation(tally.database, { slug });
  invariant(held !== undefined, 'there is such a consultation');
  const hash = await makeWorkFile(tally, held, { account: randomUUID(), asked: owner });
  return hash === undefined ? undefined : await workSource(tally, consultation, hash);
}

/** Brings an answer as the account of a trustee. @returns the answer, or why it is refused */
export async function bringBytes({ site, slug }: VotedCity, bytes: Uint8Array, account: string) {
  const folder = mkdtempSync(join(tmpdir(), 'convite-answer-'));
  try {
    const path = join(folder, 'answer.zip');
    writeFileSync(path, bytes);
    const held = await findConsultation(site.site.tally.database, { slug });
    invariant(held !== undefined, 'there is such a consultation');
    return await bringAnswer(site.site.tally, held, { path, by: account });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The accounts with the role of a trustee, by their names. */
export async function trusteeAccounts({ site }: Pick<VotedCity, 'site'>): Promise<readonly string[]> {
  const { rows } = await site.database.pool.query(
    `select distinct a.id, a.name from accounts a join role_grants g on g.account_id = a.id where g.role = 'trustee' order by 2`,
  );
  return rows.map(({ id }) => String(id));
}

/** Waits until an answer was looked at whole. @returns what became of each contest in it */
export async function outcomesOf(
  { site }: Pick<VotedCity, 'site'>,
  answer: string,
): Promise<Readonly<Record<string, string>>> {
  const { pool } = site.database;
  await comesTrue(async () => {
    const { rows } = await pool.query('select finished_at from tally_answers where id = $1', [answer]);
    return rows[0]?.finished_at instanceof Date;
  });
  const { rows } = await pool.query(
    'select contest, outcome from tally_answer_items where answer_id = $1 order by turn',
    [answer],
  );
  return Object.fromEntries(rows.map(({ contest, outcome }) => [contest, outcome]));
}

/** A trustee does everything that waits. @returns what became of each contest; undefined where nothing waited */
export async function trusteeTurn(voted: VotedCity, machine: TrusteeMachine, owner: number) {
  const work = await workOf(voted, owner);
  if (work === undefined) return undefined;
  const [account = ''] = await trusteeAccounts(voted);
  const brought = await bringBytes(voted, await answerBytes(await machine.pass(work)), account);
  invariant(brought.ok, `the answer is taken: ${JSON.stringify(brought)}`);
  return await outcomesOf(voted, brought.value);
}

/** A consultation from nothing to opened contests: totals, whole ballots, and one with too few ballots. */
export async function openCity(site: TestSite, slug = 'obras'): Promise<VotedCity> {
  const voted = await voteInCity(site, slug);
  await closeVote(voted);
  for (const owner of [1, 2, 1, 2]) await trusteeTurn(voted, await machineOf(voted, owner), owner);
  return voted;
}

const machines = new WeakMap<VotedCity['keys'], Map<number, TrusteeMachine>>();

/** The machine of a trustee, the same each time: it remembers what its key was used for. */
export async function machineOf(voted: VotedCity, owner: number): Promise<TrusteeMachine> {
  const known = machines.get(voted.keys) ?? new Map<number, TrusteeMachine>();
  machines.set(voted.keys, known);
  const machine = known.get(owner) ?? (await openTrusteeMachine(voted, owner));
  known.set(owner, machine);
  return machine;
}
