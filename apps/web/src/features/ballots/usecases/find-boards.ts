import type { BallotsContext } from '../ballots-context.ts';
import type { BoardName } from '../pages/views.ts';
import { listBoards } from '../store-elections.ts';
import { inLanguage } from './board-name.ts';

/** Boards on one page. */
const mostBoards = 100;

/** The contests of a consultation that have been opened. */
export interface FoundBoards {
  readonly title: string;
  readonly boards: readonly (BoardName & { readonly contest: string })[];
  readonly isCut: boolean;
}

/** Finds them by name or code of their territory; undefined where there is no such consultation. */
export async function findBoards(
  { database }: BallotsContext,
  slug: string,
  search: string,
  language: string,
): Promise<FoundBoards | undefined> {
  const listed = await listBoards(database, slug, search, mostBoards + 1);
  if (listed === undefined) return undefined;
  const { title, boards } = listed;
  return {
    title: inLanguage(title, language),
    boards: boards
      .slice(0, mostBoards)
      .map(({ paper, ...board }) => ({ ...board, paper: inLanguage(paper, language) })),
    isCut: boards.length > mostBoards,
  };
}
