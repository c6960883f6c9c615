import type { RollCommitment } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { RollsContext } from '../rolls-context.ts';
import type { RolledConsultation } from '../store.ts';
import { committedLines } from '../store-people.ts';

/** A million people on a slow machine under load. */
const longestCommitting = 10 * 60 * 1000;

const fileName = 'entries';

/**
 * Commits to the roll as it is now, with a salt that the caller keeps or forgets: in a process of its own, for a million
 * people are millions of hashes. Requires: somebody is on it.
 */
export async function commitToRoll(
  { database, readers, work }: Pick<RollsContext, 'database' | 'readers' | 'work'>,
  { id, slug }: Pick<RolledConsultation, 'id' | 'slug'>,
  salt: Uint8Array,
): Promise<RollCommitment> {
  return await work.use(async (place) => {
    for await (const lines of committedLines(database, id)) await place.append(fileName, Buffer.from(lines));
    const answer = await readers.run(
      { type: 'commitment', path: place.path(fileName), consultation: slug, salt },
      { milliseconds: longestCommitting, signal: undefined },
    );
    if (!answer.ok) throw new Error(`a process that committed to a roll ${answer.error}`);
    invariant(answer.value.type === 'commitment', 'a process answers what it was asked');
    const { count, commitment } = answer.value;
    return { count, commitment };
  });
}
