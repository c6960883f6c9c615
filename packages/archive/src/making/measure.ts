import { type ArchiveSource, sha256Hex, type Sha256Hex, type Sha256Maker } from '@convite/crypto';
import { crc32 } from '../zip/crc32.ts';
import { piecesOf } from '../zip/write-zip.ts';

/** What manifest and container say of the bytes of an entry. */
export interface Measured {
  readonly crc32: number;
  readonly sha256: Sha256Hex;
}

/** Goes through a source once. */
export async function measure(
  source: ArchiveSource,
  { createSha256 }: Sha256Maker,
  progress: (bytes: number) => void = () => undefined,
): Promise<Measured> {
  const running = createSha256();
  let crc = 0;
  let done = 0;
  for await (const piece of piecesOf(source)) {
    running.update(piece);
    crc = crc32(piece, crc);
    done += piece.length;
    progress(done);
  }
  return { crc32: crc, sha256: sha256Hex(running.digest()) };
}
