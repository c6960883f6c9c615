import type { ArchiveSource } from '@convite/crypto';
import type { BallotsContext } from '../ballots-context.ts';

/**
 * The first bytes of the archive of a contest, as its published files have them: what stands there never changes.
 *
 * Requires: the board was published at least so far. Cost: nothing is kept; each read opens the files that it needs.
 */
export const boardSource = (
  { boards }: Pick<BallotsContext, 'boards'>,
  contest: string,
  size: number,
): ArchiveSource => ({
  size,
  read: (offset, length) => boards.read(contest, offset, length),
});
