import { createHash, hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import {
  archiveContents,
  createCheckRecord,
  type Election,
  isMixed,
  Misread,
  readArchive,
  readCredentialList,
  readTally,
  readText,
  runningTally,
  sortedTally,
  type Suite,
  ballotsHere,
  verifyBallots,
  withElection,
  writeTally,
  type Codec,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import { decryptionFile, shuffleFile } from '@convite/trustee';
import { withFileSource } from '../../../reading/file-source.ts';
import {
  type CountBasis,
  type PlacedFailure,
  type TrusteeLists,
  verifyDecryptionPart,
  verifyShufflePart,
} from './tally-parts.ts';

/** What a thread is asked about the count of one contest. */
export type TallyTask =
  /** The archive of a vote that has ended: every ballot is checked once more and added up. */
  | { readonly type: 'encrypted_tally'; readonly path: string; readonly fingerprint: string }
  /** A file: how long it is, and its sums. */
  | { readonly type: 'measure'; readonly path: string }
  /** What a trustee brought for it. */
  | { readonly type: 'part'; readonly basis: CountBasis; readonly brought: BroughtPart };

/** A file as it stands in an answer. */
export interface BroughtPart {
  readonly kind: 'shuffle' | 'decryption';
  readonly owner: number;
  readonly sha256: string;
  readonly bytes: Uint8Array;
}

/** The encrypted tally of all ballots that count. */
export interface AddedUp {
  readonly payload: string;
  readonly counted: number;
  readonly weight: bigint;
  readonly hasMixed: boolean;
}

/** What container and list of a work file say of an archive. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

/** What may be appended to the board: the payload, and what follows from it. */
export type SoundPart =
  | { readonly kind: 'shuffle'; readonly payload: string; readonly endsShuffles: boolean }
  /** `result`: the payload of the result, where this is the last decryption that was needed. */
  | {
      readonly kind: 'decryption';
      readonly payload: string;
      readonly section: string;
      readonly result: string | undefined;
    };

export type PartRefusal =
  /** It was made for the board as it stood earlier, or for another. */
  { readonly type: 'stale' } | { readonly type: 'refused'; readonly failure: PlacedFailure };

export type TallyAnswer =
  | { readonly type: 'encrypted_tally'; readonly result: Result<AddedUp, PlacedFailure> }
  | { readonly type: 'measure'; readonly measured: Measured }
  | { readonly type: 'part'; readonly result: Result<SoundPart, PartRefusal> };

/** Does one of them. */
export async function performTallyTask(suite: Suite, trustees: TrusteeLists, task: TallyTask): Promise<TallyAnswer> {
  if (task.type === 'encrypted_tally') {
    return { type: 'encrypted_tally', result: await addUp(suite, task.path, task.fingerprint) };
  }
  if (task.type === 'measure') return { type: 'measure', measured: await measure(task.path) };
  const { basis, brought } = task;
  const part =
    brought.kind === 'shuffle'
      ? soundShuffle(suite, trustees, basis, brought)
      : soundDecryption(suite, trustees, basis, brought);
  return { type: 'part', result: part };
}

async function measure(path: string): Promise<Measured> {
  const sha256 = createHash('sha256');
  let [bytes, sum] = [0, 0];
  for await (const piece of createReadStream(path)) {
    invariant(piece instanceof Uint8Array, 'a stream without an encoding gives bytes');
    sha256.update(piece);
    sum = crc32(piece, sum);
    bytes += piece.length;
  }
  return { bytes, sha256: sha256.digest('hex'), crc32: sum };
}

const refused = (check: string, place: string, message: string): PartRefusal => ({
  type: 'refused',
  failure: { check, place, message },
});

/** The file in its form, of the election and the trustee that it should be of. */
function readPart<T extends { readonly uuid: string; readonly election_hash: string; readonly owner: number }>(
  form: Codec<T>,
  basis: CountBasis,
  { kind, owner, sha256, bytes }: BroughtPart,
): Result<T, PartRefusal> {
  if (hash('sha256', bytes) !== sha256) return err(refused('answer.hash', kind, 'The bytes are not the listed ones.'));
  const file = readText(form, Buffer.from(bytes).toString());
  if (file instanceof Misread) return err(refused('answer.form', kind + file.place, file.message));
  if (file.owner !== owner) return err(refused('answer.owner', kind, 'It is of another trustee than the answer.'));
  const isOther = file.uuid !== basis.uuid || file.election_hash !== basis.fingerprint;
  return isOther ? err(refused('answer.election', kind, 'It is of another election.')) : ok(file);
}

function soundShuffle(
  suite: Suite,
  trustees: TrusteeLists,
  basis: CountBasis,
  brought: BroughtPart,
): Result<SoundPart, PartRefusal> {
  const file = readPart(shuffleFile, basis, brought);
  if (!file.ok) return file;
  const { head, shuffle: payload, owner } = file.value;
  if (head !== basis.head) return err({ type: 'stale' });
  const verified = verifyShufflePart(suite, trustees, basis, { owner, payload });
  return verified.ok
    ? ok({ kind: 'shuffle', payload, ...verified.value })
    : err({ type: 'refused', failure: verified.error });
}

function soundDecryption(
  suite: Suite,
  trustees: TrusteeLists,
  basis: CountBasis,
  brought: BroughtPart,
): Result<SoundPart, PartRefusal> {
  const file = readPart(decryptionFile, basis, brought);
  if (!file.ok) return file;
  const { head, decryption: payload, owner, section } = file.value;
  if (head !== basis.head) return err({ type: 'stale' });
  const verified = verifyDecryptionPart(suite, trustees, basis, { owner, payload, section });
  return verified.ok
    ? ok({ kind: 'decryption', payload, ...verified.value })
    : err({ type: 'refused', failure: verified.error });
}

/**
 * Adds up the ballots of an archive whose vote has ended. Every check that the verifier makes on container, chain,
 * credentials and ballots is made here by the same functions.
 */
async function addUp(suite: Suite, path: string, fingerprint: string): Promise<Result<AddedUp, PlacedFailure>> {
  return await withFileSource(path, async (source) => {
    const reading = await readArchive(source, { sha256: nodeSha256 });
    if (!reading.ok) {
      const [first] = reading.failures;
      const check = first?.check ?? 'container.header';
      return err({ check, place: `byte ${first?.place.offset ?? 0}`, message: first?.message ?? '' });
    }
    const record = createCheckRecord();
    const contents = archiveContents(source, reading.index, nodeSha256);
    const setup = contents.index.event(0);
    invariant(setup.type === 'Setup', 'an archive whose chain holds begins with its setup');
    const text = (await contents.textOf(setup.election, record)) ?? '';
    const added = await withElection(suite, text, record, async (election) => {
      if (election.fingerprint !== fingerprint) return undefined;
      const { group, questions } = election;
      const list = (await contents.bytes(setup.credentials, record)) ?? new Uint8Array();
      const credentials = readCredentialList(group, list, { mixed: questions.some(isMixed) }, record);
      if (credentials === undefined) return undefined;
      const heights = Uint32Array.from(
        Array.from({ length: contents.index.length }, (_, height) => height).filter(
          (height) => contents.index.typeAt(height) === 'Ballot',
        ),
      );
      const workers = ballotsHere(suite, text);
      const ballots = await verifyBallots(contents, heights, credentials, workers, record, () => undefined);
      for (const { checks } of ballots.findings) record.absorb(checks);
      return { ...ballots, payload: tallyText(election, ballots.findings), hasMixed: questions.some(isMixed) };
    });
    const [failure] = record.totals().failures;
    if (failure !== undefined) return err(failure);
    if (added === undefined)
      return err({ check: 'election.identity', place: 'election', message: 'It is another election.' });
    const { payload, counted, weight, hasMixed } = added;
    return ok({ payload, counted, weight, hasMixed });
  });
}

function tallyText<E>(election: Election<E>, findings: readonly { readonly tally: string }[]): string {
  const running = runningTally(election);
  for (const { tally } of findings) {
    const part = readTally(election.group, tally, createCheckRecord());
    invariant(part !== undefined, 'our own workers write tallies that can be read');
    running.absorb(part);
  }
  return writeTally(election.group, sortedTally(election, running.sums()));
}
