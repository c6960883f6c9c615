import type { ElectionState, NewEvent } from '@convite/crypto';
import type { QuestionKind } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { createHash } from 'node:crypto';
import { appendAudit } from '../../../persistence/audit.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import { appendToBoard, publishBoard } from '../../ballots/index.ts';
import {
  type CountPayloads,
  countPayloads,
  holdsPayload,
  insertPart,
  type PartKind,
  type StandingCount,
  standingCount,
} from '../store-parts.ts';
import { type AnswerItem, type ItemOutcome, type OpenAnswer, settleItem } from '../store-answers.ts';
import { extendTally, type Failure, moveContest, putFault } from '../store.ts';
import type { TallyContext } from '../tally-context.ts';
import { offerArchive } from './measure-archive.ts';

/** Parts of others that may come between the look at a board and the append, again and again. */
const mostRetries = 100;

/** What a contest waits for: whole ballots are shuffled before they are decrypted, totals are only decrypted. */
function taskOf(kind: QuestionKind, state: ElectionState): PartKind | undefined {
  if (state === 'decrypting' || state === 'shuffled') return 'decryption';
  if (kind === 'homomorphic') return state === 'tallied' ? 'decryption' : undefined;
  return state === 'tallied' || state === 'shuffling' ? 'shuffle' : undefined;
}

interface Settled {
  readonly outcome: ItemOutcome;
  readonly failure: Failure | null;
}

/**
 * Takes what a trustee brought for a contest: checks it as the verifier does, with nothing locked, and appends it if the
 * board is still the one that it was checked against; else all of it again. The last decryption that is needed brings the
 * result in the same transaction, so that it is reached once.
 */
export async function takePart(context: TallyContext, answer: OpenAnswer, item: AnswerItem): Promise<void> {
  for (let i = 0; i < mostRetries; i++) {
    const settled = await tryToTake(context, answer, item);
    if (settled === 'moved') continue;
    if (settled !== 'taken') await settleItem(context.database, answer.id, item.turn, settled.outcome, settled.failure);
    return;
  }
  throw new Error('the board of a contest never came to rest');
}

const settledAs = (outcome: ItemOutcome, failure: Failure | null = null): Settled => ({ outcome, failure });

async function tryToTake(
  context: TallyContext,
  answer: OpenAnswer,
  item: AnswerItem,
): Promise<Settled | 'taken' | 'moved'> {
  const { database, ballots } = context;
  const { owner } = answer;
  const { contest, kind, sha256, content } = item;
  const look = await lookAt(context, answer.consultation, contest);
  if (look === undefined) return settledAs('unknown');
  const { standing, payloads } = look;
  if (standing.parts.some((part) => part.kind === kind && part.owner === owner)) {
    const payloadHash = payloadHashOf(content, kind);
    const isSame = payloadHash !== undefined && (await holdsPayload(database, contest, payloadHash));
    return settledAs(isSame ? 'known' : 'not_needed');
  }
  if (standing.contest !== 'closed' || payloads === undefined) return settledAs('not_needed');
  const task = taskOf(standing.kind, standing.state);
  if (task !== kind) return settledAs(kind === 'shuffle' || task === undefined ? 'not_needed' : 'stale');
  const { election, trustees, tally, lastShuffle, decryptions } = payloads;
  const ownersOf = (which: PartKind): readonly number[] =>
    standing.parts.filter((part) => part.kind === which).map((part) => part.owner);
  const decrypted = ownersOf('decryption');
  const checked = await ballots.tallyProofs.perform({
    type: 'part',
    basis: {
      ...{ uuid: standing.uuid, fingerprint: standing.fingerprint, electionText: election, trusteesText: trustees },
      ...{ head: standing.head, tally, weight: standing.weight, shufflers: ownersOf('shuffle'), lastShuffle },
      decryptions: decrypted.map((each, i) => ({ owner: each, payload: decryptions[i] ?? '' })),
    },
    brought: { kind, owner, sha256, bytes: content },
  });
  invariant(checked.type === 'part', 'a part is answered as one');
  const { result } = checked;
  if (!result.ok)
    return result.error.type === 'stale' ? settledAs('stale') : settledAs('refused', result.error.failure);
  const appended = await inTransaction(database, async (tx) => {
    const chain = await append(ballots, tx, contest, standing.boardHead, eventsOf(owner, result.value));
    if (chain === undefined) return undefined;
    const part = result.value;
    await insertPart(tx, contest, {
      ...{ kind, owner, place: ownersOf(kind).length + 1, by: answer.by, at: context.now() },
      section: part.kind === 'decryption' ? part.section : null,
    });
    if (kind === 'shuffle') await extendTally(tx, contest, chain.height + 1, chain.hash);
    const isOpened = part.kind === 'decryption' && part.result !== undefined;
    if (isOpened && (await moveContest(tx, contest, 'closed', 'tally'))) {
      await context.onOpened(tx, { consultation: answer.consultation, contests: [contest], now: context.now() });
    }
    await appendAudit(tx, {
      event: isOpened ? 'tally.opened' : 'tally.part',
      subject: contest,
      actor: answer.by,
      territory: standing.territory,
      details: { kind, trustee: owner, head: chain.hash },
      isPublic: true,
      now: context.now(),
    });
    await settleItem(tx, answer.id, item.turn, 'taken', null);
    return chain;
  });
  if (appended === undefined) return 'moved';
  if (kind === 'decryption') await publishBoard(ballots, contest);
  else {
    const failure = await offerArchive(context, contest, appended.hash);
    if (failure !== undefined) await inTransaction(database, (tx) => putFault(tx, contest, failure, context.now()));
  }
  return 'taken';
}

/** Where the count stands, and what hangs on it, as one moment shows both. */
const lookAt = (
  { database }: TallyContext,
  consultation: string,
  contest: string,
): Promise<{ readonly standing: StandingCount; readonly payloads: CountPayloads | undefined } | undefined> =>
  database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const standing = await standingCount(tx, consultation, contest);
      if (standing === undefined) return undefined;
      // What is not open any more needs none of it.
      return { standing, payloads: standing.contest === 'closed' ? await countPayloads(tx, contest) : undefined };
    });

type PartEvent = Exclude<NewEvent, { readonly type: 'Setup' | 'Ballot' }>;

function eventsOf(
  owner: number,
  part:
    | { readonly kind: 'shuffle'; readonly payload: string; readonly endsShuffles: boolean }
    | { readonly kind: 'decryption'; readonly payload: string; readonly result: string | undefined },
): readonly PartEvent[] {
  const payload = Buffer.from(part.payload);
  if (part.kind === 'shuffle') {
    return [{ type: 'Shuffle', owner, payload }, ...(part.endsShuffles ? [{ type: 'EndShuffles' } as const] : [])];
  }
  const { result } = part;
  return [
    { type: 'PartialDecryption', owner, payload },
    ...(result === undefined ? [] : [{ type: 'Result', payload: Buffer.from(result) } as const]),
  ];
}

/** Appends events one behind the other; undefined, with nothing appended, where the board has gone on. */
async function append(
  { boards }: TallyContext['ballots'],
  tx: Tx,
  contest: string,
  after: string,
  events: readonly PartEvent[],
): Promise<{ readonly height: number; readonly hash: string } | undefined> {
  let last: { readonly height: number; readonly hash: string } | undefined;
  for (const event of events) {
    const appended = await appendToBoard(boards, tx, contest, event, last?.hash ?? after);
    if (!appended.ok) {
      if (appended.error.type === 'stopped') throw new Error(`the board is stopped: ${appended.error.why}`);
      invariant(last === undefined, 'the lock of the board is held');
      return undefined;
    }
    last = appended.value;
  }
  return last;
}

/** The hash of the payload by which the board names it, as far as the file has one. */
function payloadHashOf(content: Buffer, kind: PartKind): string | undefined {
  // A file in another form is refused by the checks, with the place.
  const found = new RegExp(`"${kind}":("(?:[^"\\\\]|\\\\.)*")`, 'u').exec(content.toString())?.[1];
  if (found === undefined) return undefined;
  const payload: unknown = JSON.parse(found);
  return typeof payload === 'string' ? createHash('sha256').update(payload).digest('hex') : undefined;
}
