import { hash } from 'node:crypto';
import { makeRollCommitter, type RollCommitment, type Sha256 } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import type { RolledConsultation } from '../store.ts';
import { committed, currentEntries } from '../store-people.ts';

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

/** Commits to the roll as it is now, with a salt that the caller keeps or forgets. Requires: somebody is on it. */
export async function commitToRoll(
  database: Database,
  { id, slug }: Pick<RolledConsultation, 'id' | 'slug'>,
  salt: Uint8Array,
): Promise<RollCommitment> {
  const committer = makeRollCommitter(salt, makeSha256());
  for await (const entries of currentEntries(database, id)) {
    for (const entry of entries) committer.add(committed(entry));
  }
  return committer.finish(slug);
}
