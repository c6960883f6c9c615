import { err, ok, type Result } from '@convite/kernel';
import { type ArchiveSource, readExactly } from './archive-source.ts';
import { firstDifference } from './ascii.ts';
import type { BoardFailure } from './board-checks.ts';
import type { BoardIndex } from './board-index.ts';
import { blockBytes } from './tar-record.ts';

/** How an archive goes on from an earlier one. */
export interface Extension {
  /** Events that both have. */
  readonly common: number;
  /** Events that the later one has on top. */
  readonly added: number;
}

const windowBytes = 2 ** 17;

/** The first record has a block of header and one of content. */
const firstRecordEnd = 2 * blockBytes;

/**
 * Checks `earlier.extends`: that an archive begins with every byte of an earlier one, which ends where an event ends.
 * So no event was taken out, changed or put between others since the earlier one was kept.
 *
 * Requires: the later archive is accepted, and `index` is its index. The earlier one need not be checked: what stands in
 * an accepted archive up to the end of an event is itself one.
 * Cost: each byte of the earlier archive is read once, of both.
 *
 * @returns err with the height at which the two part
 */
export async function checkExtends(
  earlier: ArchiveSource,
  later: { readonly source: ArchiveSource; readonly index: BoardIndex },
): Promise<Result<Extension, BoardFailure>> {
  const { source, index } = later;
  const refuse = (offset: number, message: string) =>
    err<BoardFailure>({ check: 'earlier.extends', place: { offset, height: index.heightAt(offset) }, message });
  const shared = Math.min(earlier.size, source.size);
  for (let offset = 0; offset < shared; offset += windowBytes) {
    const length = Math.min(windowBytes, shared - offset);
    const [before, after] = await Promise.all([
      readExactly(earlier, offset, length),
      readExactly(source, offset, length),
    ]);
    const difference = firstDifference(before, after);
    if (difference !== undefined) {
      return refuse(offset + difference, partMessage(index, offset + difference));
    }
  }
  if (earlier.size > source.size) {
    return refuse(shared, `The earlier archive goes on after height ${index.length - 1}, where this one ends.`);
  }
  const common = index.heightAt(shared);
  if (common === 0 || index.event(common - 1).end !== shared) {
    return refuse(shared, 'The earlier archive does not end where an event ends.');
  }
  return ok({ common, added: index.length - common });
}

function partMessage(index: BoardIndex, offset: number): string {
  if (offset < firstRecordEnd) return 'The two are different archives: they part in their first record.';
  return `The two archives part at height ${index.heightAt(offset)}.`;
}
