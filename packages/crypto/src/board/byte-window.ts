import { invariant } from '@convite/kernel';
import { type Sha256Hex, sha256Hex, type Sha256Maker } from '../primitives/sha256.ts';
import { type ArchiveSource, readExactly } from './archive-source.ts';
import { blockBytes } from './tar-record.ts';

/** A view of a source that moves forward: what lies inside needs no read, and each byte is hashed once. */
export interface ByteWindow {
  readonly size: number;
  /** The most that one view shows. */
  readonly span: number;
  /** Requires: offsets that never go back, no more than `span` bytes, all within the source. */
  readonly at: (offset: number, length: number) => Promise<Uint8Array>;
  /** Goes on to the end and gives the SHA-256 of the whole source. */
  readonly finish: () => Promise<Sha256Hex>;
}

/** Memory: two times `span` bytes. `progress` is told how many bytes were read so far. */
export function createByteWindow(
  source: ArchiveSource,
  span: number,
  { createSha256 }: Sha256Maker,
  progress: (bytesRead: number) => void,
): ByteWindow {
  invariant(span >= blockBytes, 'a window shows a block');
  const whole = createSha256();
  let start = 0;
  let bytes: Uint8Array = new Uint8Array(0);
  let hashedTo = 0;

  const moveTo = async (offset: number): Promise<void> => {
    bytes = await readExactly(source, offset, Math.min(span, source.size - offset));
    start = offset;
    whole.update(bytes.subarray(hashedTo - start));
    hashedTo = start + bytes.length;
    progress(hashedTo);
  };

  return {
    size: source.size,
    span,
    at: async (offset, length) => {
      if (offset + length > start + bytes.length) await moveTo(offset);
      return bytes.subarray(offset - start, offset - start + length);
    },
    finish: async () => {
      while (hashedTo < source.size) await moveTo(hashedTo);
      return sha256Hex(whole.digest());
    },
  };
}
