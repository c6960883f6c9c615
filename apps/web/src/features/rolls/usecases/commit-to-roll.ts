import type { RollCommitment } from '@convite/domain';
import { err, invariant, ok, type Result } from '@convite/kernel';
import type { ProcessFailure } from '../../../jobs/processes.ts';
import type { RollsContext } from '../rolls-context.ts';
import type { RolledConsultation } from '../store.ts';
import { committedLines } from '../store-people.ts';

/** A million people on a slow machine under load. */
const longestCommitting = 10 * 60 * 1000;

const fileName = 'entries';

/** Writing everybody down is about the first third of the time, in thousandths. */
const writingThousandths = 300;

/** What is committed to, and who wants to know how it goes. */
export interface Committing extends Pick<RolledConsultation, 'id' | 'slug'> {
  readonly people: number;
  readonly salt: Uint8Array;
  readonly signal: AbortSignal | undefined;
  /** In thousandths. */
  readonly tell: (progress: number) => void;
}

/**
 * Commits to the roll as it is now, with a salt that the caller keeps or forgets: in a process of its own, for a million
 * people are millions of hashes. Requires: somebody is on it.
 */
export async function commitToRoll(
  { database, readers, work }: Pick<RollsContext, 'database' | 'readers' | 'work'>,
  { id, slug, people, salt, signal, tell }: Committing,
): Promise<Result<RollCommitment, ProcessFailure>> {
  return await work.use(async (place) => {
    let written = 0;
    for await (const { lines, count } of committedLines(database, id)) {
      if (signal?.aborted === true) return err('stopped');
      await place.append(fileName, Buffer.from(lines));
      written += count;
      tell(Math.floor(Math.min(1, written / people) * writingThousandths));
    }
    const answer = await readers.run(
      { type: 'commitment', path: place.path(fileName), consultation: slug, salt },
      { milliseconds: longestCommitting, signal },
      ({ done }) => tell(writingThousandths + Math.floor(Math.min(1, done / people) * (999 - writingThousandths))),
    );
    if (!answer.ok) return answer;
    invariant(answer.value.type === 'commitment', 'a process answers what it was asked');
    const { count, commitment } = answer.value;
    return ok({ count, commitment });
  });
}
