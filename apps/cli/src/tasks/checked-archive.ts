import {
  type ArchiveContents,
  archiveContents,
  type ArchiveHead,
  createCheckRecord,
  declaredPolicy,
  electionWire,
  Misread,
  readArchive,
  readText,
  type Verification,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';
import { loadMachineSuite, nodeSha256 } from '@convite/machine';
import { type CheckedElection, openElection } from '@convite/trustee';
import { availableParallelism } from 'node:os';
import { type FileSource, openFileSource } from '../machine/file-source.ts';
import { progressLine } from '../output/progress-line.ts';
import { shellWord } from '../output/shell-word.ts';
import { verifyFile } from '../verify/verify-file.ts';
import { isThere } from './new-files.ts';
import type { FailedChecks, TaskRefusal } from './refusal.ts';
import type { TaskContext } from './task.ts';

/** Milliseconds of ballots that are verified on one core before others are asked. */
const patience = 300;

/** An archive whose container and chain hold; what it contains nobody has looked at. */
export interface ReadArchive {
  readonly given: string;
  readonly contents: ArchiveContents;
  readonly head: ArchiveHead;
  readonly electionText: string;
  /** The election declares our policy. */
  readonly isStrict: boolean;
  /** Where the side file is, as the person would name it; undefined where there is none. */
  readonly side: string | undefined;
  readonly bytes: number;
}

/** An election whose archive passed every check, and where it stands. */
export interface CheckedArchive extends ReadArchive, CheckedElection {
  readonly name: string;
}

/** Where the side file of an archive stands unless somebody says otherwise. */
export const sidePathOf = (archive: string): string => `${archive.replace(/\.bel$/u, '')}.side.json`;

/**
 * Makes every check on an archive, those of our policy too where the election declares it, and hands it over.
 *
 * What is handed over is read by the hashes that were checked: were the file exchanged meanwhile, nothing would be read.
 */
export function withCheckedArchive(
  context: TaskContext,
  given: string,
  use: (archive: CheckedArchive) => Promise<Result<0 | 1, TaskRefusal>>,
): Promise<Result<0 | 1, TaskRefusal>> {
  return withReadArchive(context, given, async (archive) => {
    const checked = await check(context, archive);
    return checked.ok ? await use(checked.value) : checked;
  });
}

/**
 * Reads an archive and hands it over as soon as container and chain hold.
 *
 * Hazards: nothing that it contains was checked: for those who check the whole afterwards.
 */
export async function withReadArchive(
  context: TaskContext,
  given: string,
  use: (archive: ReadArchive) => Promise<Result<0 | 1, TaskRefusal>>,
): Promise<Result<0 | 1, TaskRefusal>> {
  const path = context.path(given);
  const source = await openFileSource(path);
  if (!source.ok) return err({ type: 'input', path: given, fault: source.error });
  try {
    const archive = await read(context, given, source.value);
    if (!archive.ok) return archive;
    return await use(archive.value);
  } finally {
    await source.value.close();
  }
}

async function read(
  context: TaskContext,
  given: string,
  source: FileSource,
): Promise<Result<ReadArchive, TaskRefusal>> {
  const { words } = context;
  const { size } = source;
  context.warn(words.tasks.checkingFirst(size < 100_000 ? words.archive.bytes(size) : words.verify.megabytes(size)));
  const reading = await readArchive(source, { sha256: nodeSha256 });
  if (!reading.ok && reading.reason === 'not_an_archive') return err({ type: 'not_an_archive', path: given });
  const contents = archiveContents(source, reading.index, nodeSha256);
  const electionText = await electionTextOf(contents);
  const sidePath = context.given.values.get('side') ?? sidePathOf(given);
  const hasSide = context.given.values.has('side') || (await isThere(context.path(sidePath)));
  const known = {
    given,
    electionText,
    isStrict: declaresPolicy(electionText),
    side: hasSide ? sidePath : undefined,
  };
  if (reading.ok) return ok({ ...known, contents, head: reading.head, bytes: size });
  const verified = await verifyAll(context, known);
  return verified.ok ? err({ type: 'changed', path: given }) : verified;
}

/** Makes every check on an archive where it lies, those of our policy too where the election declares it. */
export async function verifyAll(
  context: TaskContext,
  { given, isStrict, side }: Pick<ReadArchive, 'given' | 'isStrict' | 'side'>,
): Promise<Result<Verification, TaskRefusal>> {
  const sidePath = side === undefined ? undefined : context.path(side);
  const verified = await verify(context, context.path(given), sidePath, isStrict);
  if (!verified.ok || verified.value.answer === 'accepted') return verified;
  const command = `verify ${shellWord(given)}${isStrict ? ' --strict' : ''}${side === undefined ? '' : ` --side ${shellWord(side)}`}`;
  return err({ type: 'archive_refused', path: given, ...failuresOf(verified.value), verify: command });
}

async function check(context: TaskContext, archive: ReadArchive): Promise<Result<CheckedArchive, TaskRefusal>> {
  const verified = await verifyAll(context, archive);
  if (!verified.ok) return verified;
  const { given, head, contents } = archive;
  if (head.parent !== verified.value.head) return err({ type: 'changed', path: given });
  const election = await openElection(await loadMachineSuite(), contents, head, archive.isStrict);
  return ok({ ...archive, ...election, name: verified.value.election?.name ?? '' });
}

/** The text of the election, before anything of it is believed; empty where there is none. */
async function electionTextOf(contents: ArchiveContents): Promise<string> {
  const setup = contents.index.length === 0 ? undefined : contents.index.event(0);
  if (setup?.type !== 'Setup') return '';
  return (await contents.textOf(setup.election, createCheckRecord())) ?? '';
}

/** Whether an election declares our policy. */
export function declaresPolicy(electionText: string): boolean {
  const election = readText(electionWire, electionText);
  return !(election instanceof Misread) && declaredPolicy(election.description) !== undefined;
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

/** How many checks fail, and the first three failures. */
export const failuresOf = ({ checks }: Verification): FailedChecks => ({
  failed: Object.keys(checks.failed).length,
  first: checks.failures.slice(0, 3),
});
