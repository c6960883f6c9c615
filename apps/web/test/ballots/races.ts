import { bytesSource, checkReceiptOnBoard, readArchive } from '@convite/crypto';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { appendToBoard, releaseSpare } from '../../src/features/ballots/index.ts';
import { inRefusableTransaction, inTransaction } from '../../src/persistence/database.ts';
import { boardBytes } from './board-bytes.ts';
import type { OpenVote } from './open-vote.ts';
import { type Answer, beginAgain, type Rivals, send } from './rival-processes.ts';
import { sha256 } from './sealed-election.ts';

const maker = {
  sha256,
  createSha256: () => {
    const running = createHash('sha256');
    return { update: (bytes: Uint8Array) => void running.update(bytes), digest: () => running.digest() };
  },
};

const heightsOf = (answers: readonly Answer[]): readonly number[] =>
  answers.flatMap((answer) => ('height' in answer ? [answer.height] : [])).toSorted((a, b) => a - b);

/** So many receipts are held against the board: each that is, costs a signature. */
const receiptsHeld = 20;

/** The types of the events of the published board by height. @throws Error when it, or a receipt of it, does not hold */
async function publishedTypes(
  { site: { ballots } }: Rivals,
  { contest, election: { electionText } }: OpenVote,
  answers: readonly Answer[],
): Promise<readonly string[]> {
  const { boards } = ballots.context;
  const published = await ballots.casting.publishing.publish(contest);
  if (!published.ok) throw new Error(`the board is not published: ${published.error}`);
  const { ok, index } = await readArchive(bytesSource(boardBytes(boards.folderOf(contest))), { sha256: maker });
  if (!ok || index.length !== published.value.size) throw new Error('the archive holds, and ends with its head');
  const receipts = answers.flatMap((answer) => ('receipt' in answer ? [answer.receipt] : []));
  for (const receipt of receipts.slice(-receiptsHeld)) {
    const checked = checkReceiptOnBoard(receipt, boards.keyText, { index, electionText }, sha256);
    if (!checked.ok) throw new Error(`a receipt does not hold: ${checked.error}`);
  }
  return Array.from({ length: index.length }, (_, height) => index.typeAt(height));
}

/** The same ballot so many times at once, to both processes in turn. @returns how often it was new, its heights, and the board */
export async function sameBallot(
  rivals: Rivals,
  vote: OpenVote,
  text: string,
  times: number,
): Promise<{ readonly isNew: number; readonly heights: readonly number[]; readonly types: readonly string[] }> {
  await beginAgain(rivals, vote);
  const answers = await Promise.all(Array.from({ length: times }, (_, i) => send(rivals, i, vote, text)));
  return {
    isNew: answers.filter((answer) => 'isNew' in answer && answer.isNew).length,
    heights: [...new Set(heightsOf(answers))],
    types: await publishedTypes(rivals, vote, answers),
  };
}

/** Ballots of one letter at once, every other to the other process. */
export async function manyBallots(
  rivals: Rivals,
  vote: OpenVote,
  texts: readonly string[],
): Promise<{
  readonly heights: readonly number[];
  readonly revisions: readonly number[];
  readonly counted: readonly number[];
  readonly types: readonly string[];
}> {
  await beginAgain(rivals, vote);
  const answers = await Promise.all(texts.map((text, i) => send(rivals, i, vote, text)));
  const { pool } = rivals.database;
  const { rows } = await pool.query('select revision from board_ballots where contest_id = $1 order by height', [
    vote.contest,
  ]);
  const { rows: counted } = await pool.query(
    `select height from board_ballots b where contest_id = $1 and not exists (
       select from board_ballots l where l.contest_id = b.contest_id and l.credential = b.credential
         and l.height > b.height)`,
    [vote.contest],
  );
  return {
    heights: heightsOf(answers),
    revisions: rows.map(({ revision }) => revision),
    counted: counted.map(({ height }) => height),
    types: await publishedTypes(rivals, vote, answers),
  };
}

/** Every ballot to both processes at once. @returns the places of the ballots, both answers to each in one */
export async function castTwice(
  rivals: Rivals,
  vote: OpenVote,
  texts: readonly string[],
): Promise<readonly (readonly number[])[]> {
  await beginAgain(rivals, vote);
  const answers = await Promise.all(
    texts.map((text) => Promise.all(rivals.addresses.map((_, process) => send(rivals, process, vote, text)))),
  );
  await publishedTypes(rivals, vote, answers.flat());
  return answers.map((both) => [...new Set(heightsOf(both))]).toSorted(([a = 0], [b = 0]) => a - b);
}

/** Ballots against the end of the vote, which comes once so many were answered. @returns what must not be, and how many stand */
export async function castAgainstClose(
  rivals: Rivals,
  vote: OpenVote,
  texts: readonly string[],
  answeredBefore: number,
): Promise<{ readonly wrong: readonly string[]; readonly recorded: number }> {
  await beginAgain(rivals, vote);
  const due = Promise.withResolvers<undefined>();
  let answered = 0;
  if (answeredBefore === 0) due.resolve(undefined);
  const close = async (): Promise<number> => {
    await due.promise;
    const ended = await inTransaction(rivals.tables, async (tx) => {
      const appended = await appendToBoard(rivals.site.ballots.context.boards, tx, vote.contest, {
        type: 'EndBallots',
      });
      await tx.updateTable('contests').set({ status: 'closed' }).where('id', '=', vote.contest).execute();
      return appended;
    });
    return ended.ok ? ended.value.height : -1;
  };
  const voters = texts.map(async (text, i) => {
    const answer = await send(rivals, i, vote, text);
    answered += 1;
    if (answered === answeredBefore) due.resolve(undefined);
    return answer;
  });
  const [end, answers] = await Promise.all([close(), Promise.all(voters)]);
  const types = await publishedTypes(rivals, vote, answers);
  const wrong: string[] = [];
  if (types.at(-1) !== 'EndBallots' || types.length !== end + 1)
    wrong.push(`the end stands at ${end}: ${types.join()}`);
  const recorded = heightsOf(answers).length;
  if (recorded !== end - 1) wrong.push(`${recorded} were told that they stand on the board, ${end - 1} do`);
  for (const answer of answers) {
    if ('refused' in answer && answer.refused !== 'closed') wrong.push(answer.refused);
    if ('height' in answer && answer.height >= end) wrong.push(`a ballot at ${answer.height}`);
  }
  return { wrong, recorded };
}

/**
 * A ballot of a lost letter, sent to both processes, against the replacement of the letter; then one of the spare.
 *
 * @param delay of the replacement, in milliseconds. @returns who won, and what became of the spare
 */
export async function castAgainstReplacement(
  rivals: Rivals,
  vote: OpenVote,
  texts: { readonly lost: string; readonly spare: string },
  delay: number,
): Promise<string> {
  await beginAgain(rivals, vote);
  const [lost = '', spare = ''] = vote.election.letters.map(({ publicCredential }) => publicCredential);
  const replace = async (): Promise<string> => {
    await pause(delay);
    const done = await inRefusableTransaction(rivals.tables, (tx) =>
      releaseSpare(tx, { contest: vote.contest, lost, spare }, new Date()),
    );
    return done.ok ? 'replaced' : done.error.type;
  };
  const finder = Promise.all(rivals.addresses.map((_, process) => send(rivals, process, vote, texts.lost)));
  const [found, replaced] = await Promise.all([finder, replace()]);
  const own = await send(rivals, 1, vote, texts.spare);
  const said = new Set([...found].map((answer) => ('refused' in answer ? answer.refused : 'cast')));
  await publishedTypes(rivals, vote, [...found, own]);
  return [...said, replaced, 'refused' in own ? own.refused : 'cast'].join(', ');
}
