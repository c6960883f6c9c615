import { measure, type ZipContent, zipSource } from '@convite/archive';
import { type ArchiveSource, bytesSource } from '@convite/crypto';
import { canonicalJson, invariant } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import type { WorkContest, WorkList } from '@convite/trustee';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { boardSource } from '../../ballots/index.ts';
import { trusteeNumber } from '../../trustees/index.ts';
import { findWork, putWork } from '../store-answers.ts';
import { type OpenTask, openTasks } from '../store-works.ts';
import type { TalliedConsultation } from '../store.ts';
import type { TallyContext } from '../tally-context.ts';

const names = z.record(z.string(), z.string());

const mostTrustees = 10_000;

/**
 * Makes the work file of a trustee: all contests that wait for this one now. Its list is stored; its bytes are never put
 * together, for each archive is read where it stands when the file is sent.
 *
 * @param asked the number of the trustee, where places are not bound to accounts: all of it is public, and so is who fetched
 * it for whom
 * @returns the hash that names it; undefined where nothing waits
 */
export async function makeWorkFile(
  { database, now }: TallyContext,
  { id, slug, title, trustees }: TalliedConsultation,
  { account, asked }: { readonly account: string; readonly asked: number },
): Promise<string | undefined> {
  const owner = (await trusteeNumber(database, id, account)) ?? asked;
  if (!Number.isSafeInteger(owner) || owner < 1 || owner > mostTrustees) return undefined;
  const tasks = await openTasks(database, id, owner);
  if (tasks.length === 0 || trustees === null) return undefined;
  const list: WorkList = {
    convite_work: 1,
    consultation: { slug, title },
    trustees: trustees.hash,
    contests: tasks.map(contestOf),
  };
  const text = `${canonicalJson(list)}\n`;
  const hash = createHash('sha256').update(text).digest('hex');
  await putWork(database, id, { hash, owner, list: text, sums: tasks.map(({ crc32 }) => crc32) }, now());
  return hash;
}

const longestName = 4000;

function contestOf({ id, place, template, uuid, fingerprint, head, task, bytes, sha256 }: OpenTask): WorkContest {
  const [first = ''] = Object.values(names.parse(template));
  const name = `${place}: ${first}`.normalize('NFC').slice(0, longestName).toWellFormed();
  return { id, name, uuid, fingerprint, head, to_do: task, archive: { bytes, sha256 }, side: null };
}

/** What of a stored list its file is made from; the list was written here. */
const storedList = z.object({
  contests: z.array(z.object({ id: z.string(), archive: z.object({ bytes: z.int() }) })),
});

/** The bytes of a work file that was made; undefined where there is none of this name. */
export async function workSource(
  { database, ballots }: TallyContext,
  consultation: string,
  hash: string,
): Promise<ArchiveSource | undefined> {
  const work = await findWork(database, consultation, hash);
  if (work === undefined) return undefined;
  const { contests } = storedList.parse(JSON.parse(work.list));
  const source = bytesSource(Buffer.from(work.list));
  const { crc32 } = await measure(source, nodeSha256);
  const first: ZipContent = { path: 'work.json', size: source.size, crc32, source };
  const archives = contests.map(({ id, archive }, i): ZipContent => {
    const sum = work.sums[i];
    invariant(sum !== undefined, 'a list is stored with a sum for each archive');
    return {
      ...{ path: `contests/${id}/archive.bel`, size: archive.bytes, crc32: sum },
      source: boardSource(ballots, id, archive.bytes),
    };
  });
  return zipSource([first, ...archives]);
}

const pieceBytes = 256 * 1024;

/** The bytes of a file from `start` up to `end`, a piece at a time. */
export async function* workPieces(source: ArchiveSource, start: number, end: number): AsyncGenerator<Uint8Array, void> {
  for (let at = start; at < end; at += pieceBytes) yield await source.read(at, Math.min(pieceBytes, end - at));
}
