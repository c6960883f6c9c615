import type { PlacedUploadProblem } from '@convite/domain';
import { invariant } from '@convite/kernel';
import { z } from 'zod';
import type { Attempt } from '../../../jobs/job-queue.ts';
import type { WorkPlace } from '../../../jobs/work-folder.ts';
import { appendAudit } from '../../../persistence/audit.ts';
import { dropPieces, readPieces } from '../../../persistence/brought-pieces.ts';
import { inTransaction, type Tx } from '../../../persistence/database.ts';
import { requestJob } from '../../../persistence/job-outbox.ts';
import { fileLines } from '../../../reading/file-pieces.ts';
import { type PreparationContext, preparationJobNames } from '../preparation-context.ts';
import { holdPreparation } from '../store.ts';
import { findOrder } from '../store-orders.ts';
import {
  dropCredentials,
  findUploadById,
  isReading,
  moveUpload,
  noteReading,
  putCredentials,
  type UploadRecord,
} from '../store-uploads.ts';

/** A million credentials on a slow machine under load. */
const longestReading = 10 * 60 * 1000;
/** Checking is about the first half of the time, in thousandths. */
const checkingThousandths = 500;
/** Each time waits for the disk. */
const contestsAtOnce = 100;

type Context = Pick<PreparationContext, 'database' | 'readers' | 'work' | 'now'>;

const rowSchema = z.tuple([z.string(), z.int(), z.string(), z.string()]);

/**
 * Reads the file of public credentials that was brought and checks every line, in a process of its own: a job. What is right
 * is stored piece by piece, so that nobody waits for it, and taken in one transaction at the end, which asks for the job that
 * sets up the elections; or nothing is taken, and the upload says why.
 */
export async function readCredentials(context: Context, id: string, attempt: Attempt): Promise<void> {
  const { database, work, now } = context;
  const upload = await findUploadById(database, id);
  if (upload?.status !== 'reading') return;
  await work.use(async (place) => {
    await place.append('upload', new Uint8Array());
    for await (const piece of readPieces(database, id)) await place.append('upload', piece);
    const problems = await check(context, upload, place, attempt);
    // Withdrawn while it was read.
    if (problems === undefined && !(await stage(context, upload, place.path('contests')))) return;
    await inTransaction(database, async (tx) => {
      await holdPreparation(tx, upload.consultation);
      if (!(await isReading(tx, id))) return;
      if (problems === undefined) await take(context, tx, upload);
      else await moveUpload(tx, upload, 'refuse', { problems }, now());
      await dropPieces(tx, id);
    });
  });
}

/** @returns what is wrong with it; undefined where every line is right, no problem listed where it cannot be read. */
async function check(
  { database, readers }: Context,
  { id, consultation, contests, orderHash }: UploadRecord,
  place: WorkPlace,
  { signal, last }: Attempt,
): Promise<readonly PlacedUploadProblem[] | undefined> {
  const order = await findOrder(database, consultation);
  invariant(order?.hash === orderHash, 'an order stays as it is while credentials are there');
  const answer = await readers.run(
    { type: 'credentials', path: place.path('upload'), out: place.path('contests'), order: order.text, orderHash },
    { milliseconds: longestReading, signal },
    ({ done }) => {
      // Telling how far it has come is no part of the work.
      noteReading(database, id, Math.floor((done / contests) * checkingThousandths)).catch(() => undefined);
    },
  );
  if (answer.ok) {
    invariant(answer.value.type === 'credentials', 'a process answers what it was asked');
    const { problems } = answer.value;
    return problems.length === 0 ? undefined : problems;
  }
  if (answer.error === 'stopped' || !last) throw new Error(`reading credentials ended: ${answer.error}`);
  return [];
}

/** Stores every contest of a file without problems. @returns false when the upload was taken back meanwhile */
async function stage({ database }: Context, upload: UploadRecord, path: string): Promise<boolean> {
  const { id, consultation, contests } = upload;
  let stored = 0;
  /** Stores some more, after forgetting what an attempt that ended early had stored. */
  const put = (lines: readonly string[]): Promise<boolean> =>
    inTransaction(database, async (tx) => {
      if (!(await isReading(tx, id))) return false;
      if (stored === 0) await dropCredentials(tx, consultation);
      for (const line of lines) {
        const [contest, turn, credentials, spares] = rowSchema.parse(JSON.parse(line));
        await putCredentials(tx, consultation, { contest, turn, credentials, spares });
      }
      return true;
    });
  let lines: string[] = [];
  for await (const line of fileLines(path)) {
    lines.push(line);
    if (lines.length < contestsAtOnce && stored + lines.length < contests) continue;
    if (!(await put(lines))) return false;
    stored += lines.length;
    lines = [];
    await noteReading(
      database,
      id,
      checkingThousandths + Math.floor((stored / contests) * (999 - checkingThousandths)),
    );
  }
  invariant(stored === contests, 'a file without problems has every contest');
  return true;
}

async function take({ now }: Context, tx: Tx, upload: UploadRecord): Promise<void> {
  const { consultation, slug, territory, orderHash, sourceHash, broughtBy, contests, credentials, spares } = upload;
  await moveUpload(tx, upload, 'take', null, now());
  await requestJob(tx, {
    ...{ name: preparationJobNames.setUp, subject: consultation, priority: 5, queue: `set-up:${slug}` },
  });
  await appendAudit(tx, {
    event: 'credential.upload',
    subject: consultation,
    actor: broughtBy,
    territory,
    details: { sha256: sourceHash, order: orderHash, contests, credentials, spares },
    isPublic: true,
    now: now(),
  });
}
