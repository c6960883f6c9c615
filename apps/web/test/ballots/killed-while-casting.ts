import { bytesSource, checkReceiptOnBoard, readArchive } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import { createHash, randomInt } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openBallots, setUpElection } from '../../src/features/ballots/index.ts';
import { openMailer } from '../../src/mail/mailer.ts';
import { makeDatabase } from '../../src/persistence/database.ts';
import { sealBallot, sealElection, type SealedElection, sha256 } from './sealed-election.ts';
import type { ServerProcess } from './server-process.ts';
import { moveContest, storeContest } from './voting-contest.ts';

/** An open vote on a server of its own, with ballots sealed beforehand. */
export interface VoteInProgress {
  readonly path: string;
  readonly election: SealedElection;
  readonly ballots: readonly string[];
}

export async function prepareVote(server: ServerProcess, letters: number): Promise<VoteInProgress> {
  const pool = server.pool();
  const room = await openBallots({
    database: makeDatabase(pool),
    // That of the server: the database belongs to it.
    folder: join(server.data, 'board'),
    proofProgram: new URL('../../src/features/ballots/proofs/program.ts', import.meta.url),
    threads: 1,
    sendMail: openMailer({ smtpUrl: undefined, from: undefined }),
    now: () => new Date(),
  });
  const stored = await storeContest(pool);
  const election = await sealElection(letters);
  const { archive } = election;
  const set = await setUpElection(room.context, { contest: stored.contest, archive, spares: [], by: null });
  invariant(set.ok, 'the election is set up');
  await moveContest(pool, stored, 'open');
  await room.close();
  const ballots = await Promise.all(
    election.letters.map(({ credential }, i) => sealBallot(election.electionText, credential, i % 8)),
  );
  return { path: `/c/${stored.slug}/contests/${stored.contest}`, election, ballots };
}

/** What came of a vote whose server died again and again. */
export interface OutcomeOfDeaths {
  /** Receipts that do not hold on the board, each with its reason: at the first of them the vote is broken off. */
  readonly lost: readonly string[];
  /** On the board at the end. */
  readonly ballots: number;
  readonly receipts: number;
  /** Ballots cut off in the round that left most of them without an answer. */
  readonly mostUnanswered: number;
  /** Ballots that were cut off and got no receipt when they were sent again. */
  readonly refused: number;
}

/** Casts all ballots of a vote, 25 in a round, and lets the server die in each; what got no answer is sent again. */
export async function voteThroughDeaths(
  server: ServerProcess,
  vote: VoteInProgress,
  deaths: number,
  kill: () => Promise<void>,
): Promise<OutcomeOfDeaths> {
  const receipts: string[] = [];
  let unanswered: readonly string[] = [];
  let mostUnanswered = 0;
  for (let round = 0; round < deaths; round++) {
    const address = await server.start();
    const { lost, ballots } = await checkReceipts(address, vote, receipts);
    if (lost.length > 0) return { lost, ballots, receipts: receipts.length, mostUnanswered, refused: 0 };
    const offered = [...unanswered, ...vote.ballots.slice(round * 25, round * 25 + 25)];
    const cut = await castUntilKilled(address, vote.path, offered, kill);
    receipts.push(...cut.receipts);
    ({ unanswered } = cut);
    mostUnanswered = Math.max(mostUnanswered, unanswered.length);
  }
  const address = await server.start();
  let refused = 0;
  for (const text of unanswered) {
    const receipt = await cast(address, vote.path, text);
    if (receipt === undefined) refused += 1;
    else receipts.push(receipt);
  }
  return { ...(await checkReceipts(address, vote, receipts)), receipts: receipts.length, mostUnanswered, refused };
}

/** What the voters of a round hold in their hands. */
interface Round {
  readonly receipts: readonly string[];
  readonly unanswered: readonly string[];
}

/** Casts ballots one behind the other in eight lanes; between two receipts the server is killed. */
async function castUntilKilled(
  address: string,
  path: string,
  ballots: readonly string[],
  kill: () => Promise<void>,
): Promise<Round> {
  const [receipts, unanswered]: [string[], string[]] = [[], []];
  const left = [...ballots];
  let isDead = false;
  // Counted in receipts: a pause alone would end behind the last ballot on a fast machine.
  const lastBeforeDeath = randomInt(0, 8);
  const began = performance.now();
  const due = Promise.withResolvers<undefined>();
  if (lastBeforeDeath === 0) due.resolve(undefined);
  const lane = async (): Promise<void> => {
    for (let text = left.shift(); text !== undefined; text = left.shift()) {
      const receipt = isDead ? undefined : await cast(address, path, text);
      if (receipt === undefined) unanswered.push(text);
      else receipts.push(receipt);
      if (receipts.length === lastBeforeDeath) due.resolve(undefined);
    }
  };
  const death = async (): Promise<void> => {
    await due.promise;
    // So that it falls anywhere into the work on a ballot, however long this machine works on one.
    const each = (performance.now() - began) / Math.max(1, lastBeforeDeath);
    await pause((each * randomInt(0, 101)) / 100);
    await kill();
    isDead = true;
  };
  const lanes = Promise.all(Array.from({ length: 8 }, lane));
  // A board that gives no receipts at all would be waited for without end.
  void lanes.then(() => due.resolve(undefined));
  await Promise.all([lanes, death()]);
  return { receipts, unanswered };
}

/** Sends a ballot; undefined where no receipt came back. */
export async function cast(address: string, path: string, text: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${address}${path}/ballots`, {
      method: 'POST',
      body: text,
      headers: { 'Content-Type': 'application/json', Origin: address },
    });
    const body = await response.text();
    return response.status === 200 || response.status === 201 ? body : undefined;
  } catch {
    // The server was killed: the voter has nothing in the hand.
    return undefined;
  }
}

const maker = {
  sha256,
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes: Uint8Array) => void running.update(bytes), digest: () => running.digest() };
  },
};

/** Downloads the board and says of each receipt that does not hold on it why; and how many ballots stand on it. */
export async function checkReceipts(
  address: string,
  { path, election }: VoteInProgress,
  receipts: readonly string[],
): Promise<{ readonly lost: readonly string[]; readonly ballots: number }> {
  const key = (await (await fetch(`${address}${path}/board/key`)).text()).trim();
  const archive = await fetch(`${address}${path}/board/archive.bel`);
  const { ok, index } = await readArchive(bytesSource(new Uint8Array(await archive.arrayBuffer())), { sha256: maker });
  invariant(ok, 'the board holds');
  const lost = receipts.flatMap((receipt) => {
    const checked = checkReceiptOnBoard(receipt, key, { index, electionText: election.electionText }, sha256);
    return checked.ok ? [] : [checked.error];
  });
  return { lost, ballots: index.length - 1 };
}
