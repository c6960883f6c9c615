import type { BallotsContext } from '../ballots-context.ts';
import { listBoards } from '../store-elections.ts';

/** Boards on one page. */
const mostBoards = 100;

/** The contests of a consultation that have been opened; undefined where there is no such consultation. */
export async function findBoards(
  { database }: BallotsContext,
  slug: string,
  search: string,
): Promise<
  | {
      readonly boards: readonly { readonly contest: string; readonly name: string }[];
      readonly isCut: boolean;
    }
  | undefined
> {
  const boards = await listBoards(database, slug, search, mostBoards + 1);
  return boards === undefined ? undefined : { boards: boards.slice(0, mostBoards), isCut: boards.length > mostBoards };
}
