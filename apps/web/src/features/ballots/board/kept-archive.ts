import { type ArchiveSource, type BoardHead, type BoardIndex, readArchive } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';

/** A copy of a board whose container and chain pass every check. */
export interface KeptArchive {
  readonly source: ArchiveSource;
  readonly index: BoardIndex;
}

/** Reads a copy of a board; undefined where anything of it is not in order. */
export async function keptArchive(source: ArchiveSource): Promise<KeptArchive | undefined> {
  const reading = await readArchive(source, { sha256: nodeSha256 });
  return reading.ok ? { source, index: reading.index } : undefined;
}

/** Whether an archive holds the board of a signed head: the hash of an event holds all before it. */
export const isOfHead = ({ index }: KeptArchive, { size, hash }: BoardHead): boolean =>
  index.length >= size && index.event(size - 1).hash === hash;
