import { hash } from 'node:crypto';
import { type CommittedEntry, makeRollCommitter, type RollCommitment, type Sha256 } from '@convite/domain';
import { fileLines } from './file-pieces.ts';

/** Everybody who is on a roll, in a file. */
export interface EntriesFile {
  /** Of a file of our own: each line an entry in JSON. */
  readonly path: string;
  /** Address of the consultation. */
  readonly consultation: string;
  readonly salt: Uint8Array;
}

/** One place for every hash: three million buffers of their own would be swept up late, and fill the memory until then. */
function makeSha256(): Sha256 {
  const bytes = Buffer.alloc(32);
  const written = (binary: string): Uint8Array => {
    bytes.write(binary, 'latin1');
    return bytes;
  };
  return {
    ofText: (text) => written(hash('sha256', text, 'binary')),
    ofBytes: (data) => written(hash('sha256', data, 'binary')),
  };
}

const entriesToTell = 20_000;

/** Commits to the entries of a file, and tells how many it has taken. Requires: there is one. */
export async function commitToEntries(
  { path, consultation, salt }: EntriesFile,
  tell: (done: number) => void,
): Promise<RollCommitment> {
  const committer = makeRollCommitter(salt, makeSha256());
  let done = 0;
  for await (const line of fileLines(path)) {
    const entry: CommittedEntry = JSON.parse(line);
    committer.add(entry);
    done++;
    if (done % entriesToTell === 0) tell(done);
  }
  return committer.finish(consultation);
}
