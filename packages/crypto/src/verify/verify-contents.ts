import { invariant } from '@convite/kernel';
import type { EncryptedTallyEvent, RecordContent } from '../board/board-index.ts';
import { type CredentialList, createCredentialReader } from '../v1/credentials/credential-list.ts';
import { type Election, withElection } from '../v1/election/election.ts';
import { sortedTally } from '../v1/shuffle/sort-ciphertexts.ts';
import { checkTally, readTally } from '../v1/tally/read-tally.ts';
import { runningTally, type Tally } from '../v1/tally/tally.ts';
import type { VerifiedTrustees } from '../v1/trustees/verified-trustees.ts';
import { verifyTrustees } from '../v1/trustees/verify-trustees.ts';
import { isMixed } from '../v1/wire/election-wire.ts';
import { checkSetupPolicy, checkShufflers } from '../strict/check-policy.ts';
import { verifySide } from '../strict/verify-side.ts';
import { type CountedBallots, verifyBallots } from './ballots-pass.ts';
import { type CheckRecord, createCheckRecord } from './check-record.ts';
import { type ArchiveContents, heightsOf } from './contents.ts';
import type { Run } from './verification-run.ts';
import type { VerifierMachine } from './verifier-machine.ts';
import { type Decryptions, verifyDecryptions } from './verify-decryptions.ts';
import { verifyShuffles } from './verify-shuffles.ts';

/** An election as the verifier found it. */
export interface ElectionSummary {
  readonly uuid: string;
  readonly name: string;
  readonly group: string;
  readonly fingerprint: string;
  readonly backend: string;
}

/**
 * Checks what an archive contains, from the setup to the result, as far as the election has come.
 *
 * Requires: container and chain hold.
 */
export async function verifyContents(
  machine: VerifierMachine,
  contents: ArchiveContents,
  record: CheckRecord,
  { isStrict, side }: StrictOptions,
): Promise<ElectionSummary | undefined> {
  const setup = contents.index.event(0);
  invariant(setup.type === 'Setup', 'an archive whose chain holds begins with its setup');
  const text = await contents.textOf(setup.election, record);
  const trusteesText = await contents.textOf(setup.trustees, record);
  if (text === undefined || trusteesText === undefined) return undefined;
  return withElection(machine.suite, text, record, async (election) => {
    const trustees = verifyTrustees(election.group, trusteesText, record);
    checkKey(election, trustees, record);
    const run = { machine, contents, record, election, electionText: text, trusteesText, trustees };
    const { statements, unencoded } = await verifyCount(run, await verifyVote(run, setup.credentials));
    if (isStrict) verifyPolicy(run);
    const areProven = isStrict || side !== undefined ? verifySide(election, side, statements, record) : false;
    if (!areProven) blameEncodings(unencoded, record);
    const { uuid, name, group, fingerprint } = election;
    return { uuid, name, fingerprint, group: group.name, backend: group.backend };
  });
}

/** Whether our own policy is asked for, and the side file, which that needs once there are decryptions. */
export interface StrictOptions {
  readonly isStrict: boolean;
  readonly side: string | undefined;
}

function checkKey<E>({ group, key }: Election<E>, trustees: VerifiedTrustees | undefined, record: CheckRecord): void {
  record.made('election.key');
  if (trustees !== undefined && !group.equals(trustees.electionKey, key)) {
    record.failed('election.key', 'election.public_key', 'The election key is not the product of the trustees’ keys.');
  }
}

/** Reads and checks the list of credentials, which is never in memory whole. */
async function readCredentials<E>(
  { machine, contents, record, election }: Run<E>,
  list: RecordContent,
): Promise<CredentialList | undefined> {
  const mixed = election.questions.some(isMixed);
  const progress = (done: number, of: number): void => machine.progress('credentials', done, of);
  const reader = createCredentialReader(election.group, { length: list.length, mixed, progress }, record);
  return (await contents.pieces(list, record, reader.take)) ? reader.end() : undefined;
}

/** Checks credentials and ballots; gives the tally to count, undefined while there is none to count. */
async function verifyVote<E>(run: Run<E>, list: RecordContent): Promise<Tally | undefined> {
  const { machine, contents, record, election, electionText } = run;
  const credentials = await readCredentials(run, list);
  if (credentials === undefined) return undefined;
  const heights = heightsOf(contents, 'Ballot');
  const workers = machine.ballotWorkers(electionText);
  const before = failuresOf(record);
  const ballots = await verifyBallots(contents, heights, credentials, workers, record, (done) =>
    machine.progress('ballots', done, heights.length),
  );
  for (const { checks } of ballots.findings) record.absorb(checks);
  const computed = failuresOf(record) === before ? sortedTally(election, sumOf(election, ballots)) : undefined;
  const [height] = heightsOf(contents, 'EncryptedTally');
  const event = height === undefined ? undefined : contents.index.event(height);
  if (height === undefined || event?.type !== 'EncryptedTally') return undefined;
  checkAmounts(event, ballots, `event ${height}`, record);
  const text = await contents.text(height, record);
  if (text === undefined) return undefined;
  // Where a ballot is refused there is no sound tally to compare with; what was published is then followed further.
  if (computed === undefined) return readTally(election.group, text, record);
  checkTally(election.group, computed, text, record);
  return computed;
}

function checkAmounts(
  { numTallied, totalWeight }: EncryptedTallyEvent,
  { counted, weight }: CountedBallots,
  place: string,
  record: CheckRecord,
): void {
  record.made('tally.count');
  if (numTallied !== counted) {
    record.failed('tally.count', place, `${numTallied} ballots are said to be counted, but ${counted} are.`);
  }
  record.made('tally.weight');
  if (totalWeight !== weight) {
    record.failed('tally.weight', place, `The weights are said to sum to ${totalWeight}, but they sum to ${weight}.`);
  }
}

function sumOf<E>(election: Election<E>, { findings }: CountedBallots): Tally {
  const tally = runningTally(election);
  for (const { tally: text } of findings) {
    const part = readTally(election.group, text, createCheckRecord());
    invariant(part !== undefined, 'our own workers write tallies that can be read');
    tally.absorb(part);
  }
  return tally.sums();
}

/**
 * Refuses plaintexts that are no canonical encoding, for without strong proofs nobody can tell whose doing they are. With
 * them it is the voter who encrypted something else, and the ballot is invalid by itself: it stops nobody's count.
 */
function blameEncodings(places: readonly string[], record: CheckRecord): void {
  for (const place of places) {
    record.failed('result.encoding', place, 'The plaintext is not the canonical encoding of its numbers.');
  }
}

/** Checks shuffles, decryptions and result of a tally; gives the decryptions. */
async function verifyCount<E>(run: Run<E>, tally: Tally | undefined): Promise<Decryptions> {
  if (tally === undefined) return { statements: [], unencoded: [] };
  return verifyDecryptions(run, await verifyShuffles(run, tally));
}

/** Makes the checks of our own policy. */
function verifyPolicy<E>({ contents, record, election, electionText, trusteesText, trustees }: Run<E>): void {
  checkSetupPolicy(election, { election: electionText, trustees: trusteesText }, trustees, record);
  const shufflers = new Set<number>();
  for (const height of heightsOf(contents, 'Shuffle')) {
    const event = contents.index.event(height);
    invariant(event.type === 'Shuffle', 'these are the heights of shuffles');
    shufflers.add(event.owner);
  }
  const isDecrypted = heightsOf(contents, 'PartialDecryption').length > 0;
  if (trustees !== undefined) checkShufflers(election, trustees, shufflers, isDecrypted, record);
}

const failuresOf = (record: CheckRecord): number =>
  Object.values(record.totals().failed).reduce((sum, failures) => sum + failures, 0);
