import { boardsAddresses, boardsCsv } from '../downloads/boards-files.ts';
import type { ObserversContext } from '../observers-context.ts';
import { findObserved } from '../store.ts';
import { observedBoards } from '../store-boards.ts';
import { inLanguage } from './show-observed.ts';

/** Where the site is, and in which language papers are named. */
export interface Asked {
  readonly slug: string;
  readonly origin: string;
  readonly language: string;
}

/** All boards of a consultation as a table, or as a list of addresses; undefined where there is no such consultation. */
export async function boardsFile(
  { database }: ObserversContext,
  form: 'table' | 'addresses',
  { slug, origin, language }: Asked,
): Promise<string | undefined> {
  const consultation = await findObserved(database, slug);
  if (consultation === undefined) return undefined;
  const boards = await observedBoards(database, consultation.id);
  return form === 'addresses'
    ? boardsAddresses(boards, { origin, slug })
    : boardsCsv(boards, { origin, slug, nameOf: (paper) => inLanguage(paper, language) });
}
