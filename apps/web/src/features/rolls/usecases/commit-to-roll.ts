import { hash } from 'node:crypto';
import { makeRollCommitter, type RollCommitment, type Sha256 } from '@convite/domain';
import type { Database } from '../../../persistence/database.ts';
import type { RolledConsultation } from '../store.ts';
import { committed, currentEntries } from '../store-people.ts';

const sha256: Sha256 = {
  ofText: (text) => hash('sha256', text, 'buffer'),
  ofBytes: (bytes) => hash('sha256', bytes, 'buffer'),
};

/** Commits to the roll as it is now, with a salt that the caller keeps or forgets. Requires: somebody is on it. */
export async function commitToRoll(
  database: Database,
  { id, slug }: Pick<RolledConsultation, 'id' | 'slug'>,
  salt: Uint8Array,
): Promise<RollCommitment> {
  const committer = makeRollCommitter(salt, sha256);
  for await (const entries of currentEntries(database, id)) {
    for (const entry of entries) committer.add(committed(entry));
  }
  return committer.finish(slug);
}
