import { bytesSource, readArchive } from '@convite/crypto';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { appendToBoard, castBallot, releaseSpare, type Ballots } from '../../src/features/ballots/index.ts';
import { type CastOutcome, recordBallots } from '../../src/features/ballots/usecases/record-ballots.ts';
import { type Database, inRefusableTransaction, inTransaction, makeDatabase } from '../../src/persistence/database.ts';
import { type BallotsRoom, openContest, type OpenContest } from './ballots-room.ts';
import { boardBytes } from './board-bytes.ts';
import { sealBallot, sha256 } from './sealed-election.ts';

/** Two servers on one database and one folder of boards. */
export interface Rivals {
  readonly room: BallotsRoom;
  readonly servers: readonly [Ballots, Ballots];
  readonly database: Database;
}

export async function openRivals(room: BallotsRoom): Promise<Rivals> {
  return { room, servers: [room.ballots, await room.second()], database: makeDatabase(room.database.pool) };
}

/** A ballot as the board takes it once its proofs hold; here its text is any. */
const soundBallot = (text: string, credential: string) => ({
  text,
  credential,
  tracker: createHash('sha256').update(text).digest('base64').replace('=', ''),
});

/** Sends ballots at once: through the lines of both servers, and every tenth in a transaction of its own. */
function recordAtOnce(
  { servers, database, room }: Rivals,
  { contest }: OpenContest,
  ballots: readonly ReturnType<typeof soundBallot>[],
): Promise<readonly CastOutcome[]> {
  const [one, two] = servers;
  const alone = async (ballot: ReturnType<typeof soundBallot>): Promise<CastOutcome> => {
    const [outcome] = await recordBallots(database, contest, [ballot], () => room.clock.now);
    if (outcome === undefined) throw new Error('one ballot, one outcome');
    return outcome;
  };
  return Promise.all(
    ballots.map((ballot, i) =>
      i % 10 === 0 ? alone(ballot) : (i % 2 === 0 ? one : two).casting.lines.record(contest, ballot),
    ),
  );
}

const heightsOf = (outcomes: readonly CastOutcome[]): readonly number[] =>
  outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value.height] : []));

/** The types of the events of a board by height, once both servers have published it. */
async function publishedTypes({ servers }: Rivals, contest: string): Promise<readonly string[]> {
  const published = await Promise.all(servers.map(({ casting }) => casting.publishing.publish(contest)));
  if (published.some(({ ok }) => !ok)) throw new Error('both servers publish');
  const maker = {
    sha256,
    createSha256: () => {
      const running = createHash('sha256');
      return { update: (bytes: Uint8Array) => void running.update(bytes), digest: () => running.digest() };
    },
  };
  const folder = servers[0].context.boards.folderOf(contest);
  const { ok, index } = await readArchive(bytesSource(boardBytes(folder)), { sha256: maker });
  if (!ok) throw new Error('the archive holds');
  return Array.from({ length: index.length }, (_, height) => index.typeAt(height));
}

/** A thousand times the same ballot. @returns how often it was new, and at which heights it stands */
export async function sameBallot(rivals: Rivals): Promise<{ readonly isNew: number; readonly heights: Set<number> }> {
  const contest = await openContest(rivals.room, 1);
  const ballot = soundBallot('the same', contest.election.letters[0]?.publicCredential ?? '');
  const outcomes = await recordAtOnce(
    rivals,
    contest,
    Array.from({ length: 1000 })
      .fill(ballot)
      .map(() => ballot),
  );
  const types = await publishedTypes(rivals, contest.contest);
  if (types.length !== 2) throw new Error('one event');
  return {
    isNew: outcomes.filter((outcome) => outcome.ok && outcome.value.isNew).length,
    heights: new Set(heightsOf(outcomes)),
  };
}

/** A thousand ballots of one credential. */
export async function manyBallots(rivals: Rivals): Promise<{
  readonly heights: readonly number[];
  readonly revisions: readonly number[];
  readonly counted: readonly number[];
}> {
  const contest = await openContest(rivals.room, 2);
  const credential = contest.election.letters[0]?.publicCredential ?? '';
  const ballots = Array.from({ length: 1000 }, (_, i) => soundBallot(`ballot ${i}`, credential));
  const outcomes = await recordAtOnce(rivals, contest, ballots);
  const types = await publishedTypes(rivals, contest.contest);
  if (types.filter((type) => type === 'Ballot').length !== 1000) throw new Error('a thousand events');
  const { rows } = await rivals.room.database.pool.query(
    'select revision from board_ballots where contest_id = $1 order by height',
    [contest.contest],
  );
  const { rows: counted } = await rivals.room.database.pool.query(
    `select height from board_ballots b where contest_id = $1 and not exists (
       select from board_ballots l where l.contest_id = b.contest_id and l.credential = b.credential
         and l.height > b.height)`,
    [contest.contest],
  );
  return {
    heights: heightsOf(outcomes).toSorted((a, b) => a - b),
    revisions: rows.map(({ revision }) => revision),
    counted: counted.map(({ height }) => height),
  };
}

/** Ballots against the end of the vote. @returns what must not be: ballots behind the end, answers that are not true */
export async function castAgainstClose(rivals: Rivals, delay: number): Promise<readonly string[]> {
  const contest = await openContest(rivals.room, 40);
  const ballots = contest.election.letters.map(({ publicCredential }, i) =>
    soundBallot(`ballot ${i}`, publicCredential),
  );
  const close = async (): Promise<number> => {
    await pause(delay);
    const ended = await inTransaction(rivals.database, async (tx) => {
      const appended = await appendToBoard(tx, contest.contest, { type: 'EndBallots' });
      await tx.updateTable('contests').set({ status: 'closed' }).where('id', '=', contest.contest).execute();
      return appended;
    });
    return ended.ok ? ended.value.height : -1;
  };
  // In ten portions, so that some come while the vote is being closed.
  const portions = async (): Promise<readonly CastOutcome[]> => {
    const outcomes: CastOutcome[] = [];
    for (let at = 0; at < ballots.length; at += 4) {
      outcomes.push(...(await recordAtOnce(rivals, contest, ballots.slice(at, at + 4))));
    }
    return outcomes;
  };
  const [outcomes, end] = await Promise.all([portions(), close()]);
  const types = await publishedTypes(rivals, contest.contest);
  const wrong: string[] = [];
  if (types.at(-1) !== 'EndBallots' || types.length !== end + 1)
    wrong.push(`the end stands at ${end}: ${types.join()}`);
  const recorded = outcomes.filter(({ ok }) => ok).length;
  if (recorded !== end - 1) wrong.push(`${recorded} were told that they stand on the board, ${end - 1} do`);
  for (const outcome of outcomes) {
    if (!outcome.ok && outcome.error.type !== 'closed') wrong.push(outcome.error.type);
    if (outcome.ok && outcome.value.height >= end) wrong.push(`a ballot at ${outcome.value.height}`);
  }
  return wrong;
}

/** A ballot against the replacement of its letter, with the spare cast right after. @returns who won, and ballots counted */
export async function castAgainstReplacement(
  rivals: Rivals,
  delay: number,
): Promise<{ readonly cast: string; readonly replaced: string; readonly spare: string }> {
  const contest = await openContest(rivals.room, 2, { spares: 1 });
  const [lost = '', spare = ''] = contest.election.letters.map(({ publicCredential }) => publicCredential);
  const cast = async (): Promise<string> => {
    const [outcome] = await recordAtOnce(rivals, contest, [soundBallot('the finder', lost)]);
    return outcome?.ok === true ? 'cast' : (outcome?.error.type ?? '');
  };
  const replace = async (): Promise<string> => {
    await pause(delay);
    const done = await inRefusableTransaction(rivals.database, (tx) =>
      releaseSpare(tx, { contest: contest.contest, lost, spare }, rivals.room.clock.now),
    );
    return done.ok ? 'replaced' : done.error.type;
  };
  const [castAnswer, replaced] = await Promise.all([cast(), replace()]);
  const [own] = await recordAtOnce(rivals, contest, [soundBallot('the voter', spare)]);
  return { cast: castAnswer, replaced, spare: own?.ok === true ? 'cast' : (own?.error.type ?? '') };
}

/** Real ballots of many voters, some twice, through both servers. @returns whether every receipt is of the board */
export async function castThroughBoth(
  rivals: Rivals,
  letters: number,
): Promise<{ readonly heights: readonly number[] }> {
  const contest = await openContest(rivals.room, letters);
  const texts = await Promise.all(
    contest.election.letters.flatMap(({ credential }, i) =>
      (i % 5 === 0 ? [1, 2] : [3]).map((chosen) => sealBallot(contest.election.electionText, credential, chosen)),
    ),
  );
  const answers = await Promise.all(
    texts.flatMap((text) => rivals.servers.map(({ casting }) => castBallot(casting, contest.contest, text))),
  );
  const heights = answers.map((answer) => (answer.ok ? answer.value.height : -1));
  return { heights: [...new Set(heights)].toSorted((a, b) => a - b) };
}
