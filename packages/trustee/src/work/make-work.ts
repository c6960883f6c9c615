import type { ZipContent } from '@convite/archive';
import { type ArchiveSource, bytesSource, type Sha256Maker, utf8 } from '@convite/crypto';
import { compareCodePoints } from '@convite/kernel';
import { type MeasuredContent, measuredContent, withList } from './pack.ts';
import { archivePath, sidePath, type WorkContest, type WorkList, workPath } from './work-form.ts';

/** A contest that waits for trustees, with its files. */
export interface WorkMaterial extends Omit<WorkContest, 'archive' | 'side'> {
  readonly archive: ArchiveSource;
  /** The text of the side file; undefined where there is none yet. */
  readonly side: string | undefined;
}

/** A work file, ready to be written: `writeZip(contents)`. */
export interface MadeWork {
  readonly list: WorkList;
  readonly contents: readonly ZipContent[];
}

/**
 * Makes what a trustee downloads: all contests that wait for trustees, each with its whole archive.
 *
 * Source: docs/spec/tally.md, B.
 * Requires: each contest once; `head` is the hash of the last event of its archive.
 * Cost: each source is read once here, and once when it is written; nothing of it is kept.
 */
export async function makeWork(
  work: Pick<WorkList, 'consultation' | 'trustees'> & {
    readonly contests: AsyncIterable<WorkMaterial> | Iterable<WorkMaterial>;
  },
  sha256: Sha256Maker,
): Promise<MadeWork> {
  const made: { readonly contest: WorkContest; readonly contents: readonly MeasuredContent[] }[] = [];
  for await (const { id, name, uuid, fingerprint, head, to_do, archive, side } of work.contests) {
    const archiveContent = await measuredContent(archivePath(id), archive, sha256);
    const sideContent =
      side === undefined ? undefined : await measuredContent(sidePath(id), bytesSource(utf8(side)), sha256);
    const files = { archive: stored(archiveContent), side: sideContent ? stored(sideContent) : null };
    made.push({
      contest: { id, name, uuid, fingerprint, head, to_do, ...files },
      contents: sideContent === undefined ? [archiveContent] : [archiveContent, sideContent],
    });
  }
  const inOrder = made.toSorted((a, b) => compareCodePoints(a.contest.id, b.contest.id));
  const { consultation, trustees } = work;
  const list: WorkList = { convite_work: 1, consultation, trustees, contests: inOrder.map(({ contest }) => contest) };
  const contents = inOrder.flatMap((one) => one.contents);
  return { list, contents: await withList(workPath, list, contents, sha256) };
}

const stored = ({ bytes, sha256 }: MeasuredContent) => ({ bytes, sha256 });
