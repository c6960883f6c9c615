import {
  type ArchiveSource,
  ballotWire,
  type BoardIndex,
  createCredentialIndex,
  Misread,
  readText,
} from '@convite/crypto';
import type { RecordContent } from '@convite/crypto';

/** The ballots on a board, unverified. */
export interface BallotCount {
  readonly ballots: number;
  /** Different credentials that they name. */
  readonly credentials: number;
}

/** A canonical ballot names its credential within so many bytes. */
const headBytes = 1024;

const canonicalHead = /^\{"election_uuid":"[^"\\]*","election_hash":"[^"\\]*","credential":"([^"\\]*)"/u;

/** Counts the ballots of a board and the credentials that they name, from the beginning of each. */
export async function countBallots(
  source: ArchiveSource,
  index: BoardIndex,
  progress: (done: number, of: number) => void,
): Promise<BallotCount> {
  const heights = Array.from({ length: index.length }, (_, height) => height).filter(
    (height) => index.typeAt(height) === 'Ballot',
  );
  const seen = createCredentialIndex(heights.length);
  for (const [i, height] of heights.entries()) {
    const event = index.event(height);
    if (event.type === 'Ballot') seen.add(await credentialOf(source, event.payload));
    progress(i + 1, heights.length);
  }
  return { ballots: heights.length, credentials: seen.size };
}

async function credentialOf(source: ArchiveSource, { offset, length }: RecordContent): Promise<string> {
  const textOf = async (bytes: number): Promise<string> =>
    Buffer.from(await source.read(offset, Math.min(bytes, length))).toString('utf8');
  const found = canonicalHead.exec(await textOf(headBytes))?.[1];
  if (found !== undefined) return found;
  const ballot = readText(ballotWire, await textOf(length));
  return ballot instanceof Misread ? '' : ballot.credential;
}
