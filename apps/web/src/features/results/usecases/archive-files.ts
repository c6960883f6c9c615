import { readSha256Hex } from '@convite/crypto';
import { invariant } from '@convite/kernel';
import type { Attempt } from '../../../jobs/job-queue.ts';
import { inTransaction } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import type { FileToSend } from '../archives/file-bytes.ts';
import { type ResultsContext, resultsJobNames } from '../results-context.ts';
import { findConsultation, type LanguageMap } from '../store.ts';
import { findArchive, publishedArchive } from '../store-archives.ts';
import { runTask } from './run-task.ts';

/** The archive of a consultation whose result is published. */
export async function archiveFile(
  { database, archives }: ResultsContext,
  slug: string,
): Promise<FileToSend | undefined> {
  const consultation = await findConsultation(database, slug);
  const record = consultation === undefined ? undefined : await publishedArchive(database, consultation.id);
  if (record?.made == null || !(await archives.exists(record.id))) return undefined;
  return { path: archives.pathsOf(record.id).archive, bytes: record.made.bytes, sha256: record.made.sha256 };
}

/** The result protocol of a published result, and what stands under the name of this site beside it. */
export async function protocolOf(
  { database, archives, signProtocol, software }: ResultsContext,
  slug: string,
): Promise<{ readonly file: FileToSend; readonly signature: string } | undefined> {
  const consultation = await findConsultation(database, slug);
  const record = consultation === undefined ? undefined : await publishedArchive(database, consultation.id);
  if (record?.made == null) return undefined;
  const { manifestHash, indexHash } = record.made;
  const archive = await archives.open({ id: record.id, manifestHash, indexHash });
  if (typeof archive === 'string' || archive.protocol === null) return undefined;
  const sha256 = readSha256Hex(archive.protocol.sha256);
  invariant(sha256 !== undefined, 'the index of an archive is as it was written');
  return {
    file: { path: archives.pathsOf(record.id).protocol, ...archive.protocol },
    signature: signProtocol({ slug, sha256, software }),
  };
}

export type PartFile =
  | { readonly type: 'made'; readonly file: FileToSend }
  | { readonly type: 'being_made'; readonly title: LanguageMap; readonly waitsForRoom: boolean };

/** The archive of a part of the tree; the first who asks has it made. Undefined where there is no such territory. */
export async function partFile(context: ResultsContext, slug: string, code: string): Promise<PartFile | undefined> {
  const { database, archives } = context;
  const consultation = await findConsultation(database, slug);
  const record = consultation === undefined ? undefined : await publishedArchive(database, consultation.id);
  if (consultation === undefined || record?.made == null) return undefined;
  const { manifestHash, indexHash } = record.made;
  const archive = await archives.open({ id: record.id, manifestHash, indexHash });
  if (typeof archive === 'string' || !archive.territories.some((territory) => territory.code === code))
    return undefined;
  const found = await archives.findPart(record.id, code);
  if (found !== undefined) return { type: 'made', file: found };
  await inTransaction(database, (tx) =>
    requestJob(tx, {
      ...{ name: resultsJobNames.part, subject: `${record.id} ${code}`, priority: 5 },
      queue: 'consultation-archives',
    }),
  );
  return { type: 'being_made', title: consultation.title, waitsForRoom: context.room.isFull() };
}

/** Milliseconds that the making of a part may take. */
export const longestPart = 3_600_000;

/** Makes the archive of a part: a job. */
export async function makeArchivePart(
  { database, archives, processes }: ResultsContext,
  subject: string,
  { signal }: Pick<Attempt, 'signal'>,
): Promise<void> {
  const [id = '', ...rest] = subject.split(' ');
  const root = rest.join(' ');
  const record = await findArchive(database, id);
  if (record?.status !== 'published' || (await archives.findPart(id, root)) !== undefined) return;
  await archives.keepPart(id, root, async (out) => {
    const path = archives.pathsOf(id).archive;
    const done = await runTask(processes, { type: 'part', path, root, out }, { milliseconds: longestPart, signal });
    if (!done.ok) throw new Error(`a process that made a part ${done.error}`);
    const { bytes, sha256 } = done.value;
    return { bytes, sha256 };
  });
}
