import {
  type ArchiveContents,
  archiveContents,
  type ArchiveHead,
  createCheckRecord,
  declaredPolicy,
  type Election,
  electionWire,
  Misread,
  numberedChecks,
  readArchive,
  readText,
  type Suite,
  verifyTrustees,
  type Verification,
  type VerifiedTrustees,
  withElection,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { availableParallelism } from 'node:os';
import { type FileSource, openFileSource } from '../machine/file-source.ts';
import { nodeSha256 } from '../machine/node-sha256.ts';
import { loadMachineSuite } from '../machine/suite.ts';
import { progressLine } from '../output/progress-line.ts';
import { shellWord } from '../output/shell-word.ts';
import { verifyFile } from '../verify/verify-file.ts';
import { isThere } from './new-files.ts';
import type { TaskRefusal } from './refusal.ts';
import type { TaskContext } from './task.ts';

/** Milliseconds of ballots that are verified on one core before others are asked. */
const patience = 300;

/** An election whose archive passed every check, and where it stands. */
export interface CheckedArchive {
  readonly given: string;
  readonly suite: Suite;
  readonly contents: ArchiveContents;
  readonly head: ArchiveHead;
  readonly electionText: string;
  readonly trustees: VerifiedTrustees;
  readonly name: string;
  /** The election declares our policy, and the archive keeps it. */
  readonly isStrict: boolean;
  /** Where the side file is, as the person would name it; undefined where there is none. */
  readonly side: string | undefined;
  readonly bytes: number;
}

/** Where the side file of an archive stands unless somebody says otherwise. */
export const sidePathOf = (archive: string): string => `${archive.replace(/\.bel$/u, '')}.side.json`;

/**
 * Makes every check on an archive, those of our policy too where the election declares it, and hands it over.
 *
 * What is handed over is read by the hashes that were checked: were the file exchanged meanwhile, nothing would be read.
 */
export async function withCheckedArchive(
  context: TaskContext,
  given: string,
  use: (archive: CheckedArchive) => Promise<Result<0 | 1, TaskRefusal>>,
): Promise<Result<0 | 1, TaskRefusal>> {
  const path = context.path(given);
  const source = await openFileSource(path);
  if (!source.ok) return err({ type: 'input', path: given, fault: source.error });
  try {
    const archive = await check(context, given, source.value);
    if (!archive.ok) return archive;
    return await use(archive.value);
  } finally {
    await source.value.close();
  }
}

async function check(
  context: TaskContext,
  given: string,
  source: FileSource,
): Promise<Result<CheckedArchive, TaskRefusal>> {
  const { words } = context;
  const { size } = source;
  context.warn(words.tasks.checkingFirst(size < 100_000 ? words.archive.bytes(size) : words.verify.megabytes(size)));
  const path = context.path(given);
  const reading = await readArchive(source, { sha256: nodeSha256 });
  if (!reading.ok && reading.reason === 'not_an_archive') return err({ type: 'not_an_archive', path: given });
  const contents = archiveContents(source, reading.index, nodeSha256);
  const policy = await policyOf(contents);
  const sidePath = context.given.values.get('side') ?? sidePathOf(given);
  const hasSide = context.given.values.has('side') || (await isThere(context.path(sidePath)));
  const verified = await verify(context, path, hasSide ? context.path(sidePath) : undefined, policy !== undefined);
  if (!verified.ok) return verified;
  const verification = verified.value;
  const verifyCommand = `verify ${shellWord(given)}${policy === undefined ? '' : ' --strict'}${hasSide ? ` --side ${shellWord(sidePath)}` : ''}`;
  if (verification.answer !== 'accepted' || !reading.ok) {
    return err({ type: 'archive_refused', path: given, ...failuresOf(verification), verify: verifyCommand });
  }
  if (reading.head.parent !== verification.head) return err({ type: 'changed', path: given });
  const setup = contents.index.event(0);
  invariant(setup.type === 'Setup', 'an accepted archive begins with its setup');
  const record = createCheckRecord();
  const electionText = (await contents.textOf(setup.election, record)) ?? '';
  const trusteesText = (await contents.textOf(setup.trustees, record)) ?? '';
  const suite = await loadMachineSuite();
  const trustees = withElection(suite, electionText, record, ({ group }) =>
    verifyTrustees(group, trusteesText, record),
  );
  invariant(trustees !== undefined, 'an accepted archive has trustees whose checks hold');
  return ok({
    given,
    suite,
    contents,
    head: reading.head,
    electionText,
    trustees,
    name: verification.election?.name ?? '',
    isStrict: policy !== undefined,
    side: hasSide ? sidePath : undefined,
    bytes: source.size,
  });
}

/** The policy that an election declares before anything of it is believed. */
async function policyOf(contents: ArchiveContents) {
  const setup = contents.index.length === 0 ? undefined : contents.index.event(0);
  if (setup?.type !== 'Setup') return undefined;
  const election = readText(electionWire, (await contents.textOf(setup.election, createCheckRecord())) ?? '');
  return election instanceof Misread ? undefined : declaredPolicy(election.description);
}

/** Makes every check on the archive at a path. */
export async function verify(
  context: TaskContext,
  path: string,
  side: string | undefined,
  isStrict: boolean,
): Promise<Result<Verification, TaskRefusal>> {
  const now = (): number => performance.now();
  const progress = progressLine(context.terminal, context.words, now);
  const verified = await verifyFile(
    { path, earlier: undefined, side, isStrict },
    { threads: availableParallelism(), patience, now, progress: progress.show },
  );
  progress.clear();
  if (!verified.ok) {
    const refusal = verified.error;
    return refusal.type === 'changed'
      ? err({ type: 'changed', path: refusal.path })
      : err({ type: 'input', path: refusal.path, fault: refusal.fault });
  }
  return ok(verified.value.verification);
}

/** How many checks fail, and the first of them with their places. */
export function failuresOf({ checks }: Verification): { readonly failed: number; readonly first: readonly string[] } {
  const first = checks.failures
    .slice(0, 3)
    .map(({ check, place, message }) => `${numberedChecks[check].number} ${place}: ${message}`);
  return { failed: Object.keys(checks.failed).length, first };
}

/** Does something with the election of a checked archive. */
export function onElection<R>(
  { suite, electionText }: Pick<CheckedArchive, 'suite' | 'electionText'>,
  use: <E>(election: Election<E>) => R,
): R {
  const done = withElection(suite, electionText, createCheckRecord(), (election) => ({ value: use(election) }));
  invariant(done !== undefined, 'the election was read before');
  return done.value;
}
