import {
  ballotsHere,
  combinationOf,
  combineFactors,
  createCheckRecord,
  type Election,
  type Factors,
  isMixed,
  makeResult,
  type NewEvent,
  plaintexts,
  readCredentialList,
  readTally,
  runningTally,
  sortedTally,
  verifyBallots,
  verifyDecryption,
  writeTally,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { currentTally, onElection, ownersIn, refuseUnshuffled, standsFor } from '@convite/trustee';
import type { CheckedArchive } from '../tasks/checked-archive.ts';
import { readTextFile } from '../tasks/read-files.ts';
import type { TaskRefusal } from '../tasks/refusal.ts';
import type { TaskContext } from '../tasks/task.ts';
import { extendArchive } from './extend-archive.ts';
import { withCheckedBoard } from './with-board.ts';

type Step = 'close' | 'end_shuffles' | 'result';

/** Does a step that needs no file of anybody: everything for it stands in the archive. */
const stepOf =
  (
    step: Step,
    eventsFor: <E>(archive: CheckedArchive, election: Election<E>) => Promise<Result<readonly NewEvent[], TaskRefusal>>,
  ) =>
  (context: TaskContext): Promise<Result<0 | 1, TaskRefusal>> => {
    const [given = ''] = context.given.inputs;
    return withCheckedBoard(context, given, async (archive) => {
      const stands = standsFor(archive, step);
      if (!stands.ok) return stands;
      const events = await onElection(archive, (election) => eventsFor(archive, election));
      if (!events.ok) return events;
      const side = await sideOf(context, archive);
      if (!side.ok) return side;
      const extended = await extendArchive(context, {
        given,
        start: undefined,
        head: archive.head,
        events: events.value,
        side: side.value,
        isStrict: archive.isStrict,
      });
      if (!extended.ok) return extended;
      const hasMixed = onElection(archive, ({ questions }) => questions.some(isMixed));
      context.say(context.words.board.stepped({ step, archive: given, hasMixed, isStrict: archive.isStrict }));
      return ok(0);
    });
  };

async function sideOf(
  context: TaskContext,
  { side: path }: CheckedArchive,
): Promise<Result<{ readonly path: string; readonly text: string } | undefined, TaskRefusal>> {
  if (path === undefined) return ok(undefined);
  const text = await readTextFile(context, path, 'side');
  return text.ok ? ok({ path, text: text.value }) : text;
}

/** Does `convite board close`: ends the vote and publishes the encrypted tally. */
export const closeVote = stepOf('close', async (archive, election) => {
  const { payload, counted, weight } = await tallyOf(archive, election);
  return ok([{ type: 'EndBallots' }, { type: 'EncryptedTally', payload, numTallied: counted, totalWeight: weight }]);
});

async function tallyOf<E>({ contents, suite, electionText }: CheckedArchive, election: Election<E>) {
  const record = createCheckRecord();
  const { group, questions } = election;
  const setup = contents.index.event(0);
  invariant(setup.type === 'Setup', 'an accepted archive begins with its setup');
  const bytes = await contents.bytes(setup.credentials, record);
  const credentials = readCredentialList(group, bytes ?? new Uint8Array(), { mixed: questions.some(isMixed) }, record);
  invariant(credentials !== undefined, 'the credentials of an accepted archive can be read');
  const heights = Uint32Array.from(
    Array.from({ length: contents.index.length }, (_, height) => height).filter(
      (height) => contents.index.typeAt(height) === 'Ballot',
    ),
  );
  const workers = ballotsHere(suite, electionText);
  const ballots = await verifyBallots(contents, heights, credentials, workers, record, () => undefined);
  const running = runningTally(election);
  for (const { tally: text } of ballots.findings) {
    const part = readTally(group, text, record);
    invariant(part !== undefined, 'our own workers write tallies that can be read');
    running.absorb(part);
  }
  const payload = Buffer.from(writeTally(group, sortedTally(election, running.sums())));
  return { payload, counted: ballots.counted, weight: ballots.weight };
}

/** Does `convite board end-shuffles`. */
export const endShuffles = stepOf('end_shuffles', async (archive, election) => {
  const shuffled = refuseUnshuffled(election, archive);
  return shuffled.ok ? ok([{ type: 'EndShuffles' }]) : shuffled;
});

/** Does `convite board result`: combines the decryptions, once there are enough, and publishes the result. */
export const publishResult = stepOf('result', async (archive, election) => {
  const { trustees, contents } = archive;
  const decrypted = ownersIn(archive, 'PartialDecryption');
  const shares = combinationOf(trustees, new Set(decrypted.map(({ owner }) => owner)));
  if (!shares.ok) {
    const [first] = shares.error;
    return err({ type: 'decryptions_missing', needed: first?.needed ?? 1, owners: first?.owners ?? [] });
  }
  const tally = await currentTally(election, archive);
  const record = createCheckRecord();
  const factors = new Map<number, Factors>();
  for (const { height, owner } of decrypted) {
    const key = trustees.trustees[owner - 1]?.key;
    const text = await contents.text(height, record);
    const own = key === undefined ? undefined : verifyDecryption(election, key, tally, text ?? '', '', record);
    invariant(own !== undefined, 'the decryptions of an accepted archive hold');
    factors.set(owner, own);
  }
  const combined = tally.map((ciphertexts, i) =>
    ciphertexts.map((_, j) => combineFactors(election.group, shares.value, (owner) => factors.get(owner)?.[i]?.[j])),
  );
  const weight = totalWeight(archive);
  const result = makeResult(election, plaintexts(election.group, tally, combined), weight);
  if (!result.ok) return err({ type: 'no_total', question: result.error.question + 1 });
  return ok([{ type: 'Result', payload: Buffer.from(result.value) }]);
});

function totalWeight({ contents: { index } }: CheckedArchive): bigint {
  for (let height = 0; height < index.length; height++) {
    const event = index.event(height);
    if (event.type === 'EncryptedTally') return event.totalWeight;
  }
  return 0n;
}
