import type { BoardNames } from '../board/board-reader.ts';
import type { NamedBoard } from '../pages/views.ts';

/** The text in a language; in the first of the consultation where it lacks that one. */
export const inLanguage = (texts: Readonly<Record<string, string>>, language: string): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';

/** What the pages of a board call it, from its own files: nothing here asks the database. */
export const namedBoard = (names: BoardNames | undefined, language: string): NamedBoard | null =>
  names === undefined
    ? null
    : {
        ...{ place: names.place, above: names.above },
        ...{ title: inLanguage(names.title, language), paper: inLanguage(names.paper, language) },
      };
