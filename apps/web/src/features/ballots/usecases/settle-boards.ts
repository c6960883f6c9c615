import { appendAudit } from '../../../persistence/audit.ts';
import { type Database, inTransaction } from '../../../persistence/database.ts';
import type { BallotsContext } from '../ballots-context.ts';
import { bindKey, boundKey, openConsultations } from '../store-recovery.ts';

/** Why it is not known what was signed before. */
export type Unsettled =
  /** The folder of the boards is a copy: what came after it was copied is not in it. */
  | 'copied'
  /** The database belongs to another folder of boards, with another key. */
  | 'other_key';

/** What a database says of the folder of its boards. */
export interface BoardBinding {
  /** The key that the folder had at the first start; undefined before that. */
  readonly key: string | undefined;
  /** Whether a vote may be under way, or will be: only then something can be signed twice. */
  readonly isInUse: boolean;
}

export async function boardBinding(database: Database): Promise<BoardBinding> {
  return { key: await boundKey(database), isInUse: (await openConsultations(database)).length > 0 };
}

export const bindBoards = (database: Database, key: string): Promise<void> => bindKey(database, key);

/** Writes down, for everybody to read, that boards go on after a restore: in every consultation that is not over. */
export async function recordSettling(
  { database, boards, now }: Pick<BallotsContext, 'boards' | 'database' | 'now'>,
  why: Unsettled,
): Promise<void> {
  await inTransaction(database, async (tx) => {
    await bindKey(tx, boards.keyText);
    for (const { id, territory } of await openConsultations(tx)) {
      await appendAudit(tx, {
        ...{ event: 'boards.settled', subject: id, actor: null, territory, isPublic: true, now: now() },
        details: { why, key: boards.keyText },
      });
    }
  });
}
