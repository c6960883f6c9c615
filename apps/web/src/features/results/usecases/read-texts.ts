import type { ManifestContest } from '@convite/archive';
import type { ReadText } from '../pages/views.ts';
import type { Published } from './published-result.ts';

/** A text in further languages; archives of version 1 have none. */
type Further = Readonly<Record<string, string>> | undefined;

/** The language in which names and titles of an archive stand first: that of the answers that were sealed. */
export const firstLanguage = ({ archive, consultation }: Published): string =>
  archive.consultation.languages?.[0] ?? consultation.languages[0] ?? '';

/** A name or title of an archive as it is read in the language of the page. One that is the same in both stays in the first. */
export function readText(published: Published, text: string, further: Further): ReadText {
  const told = further?.[published.language];
  return told === undefined || told === text ? sealedText(published, text) : { text: told, lang: undefined };
}

/** A text in the first language of the consultation. */
export function sealedText(published: Published, text: string): ReadText {
  const first = firstLanguage(published);
  return { text, lang: first === published.language ? undefined : first };
}

/** What the options of a contest are called in a language, by their numbers, where that is not the title that was sealed. */
export const toldTitles = (
  { options }: Pick<ManifestContest, 'options'>,
  language: string,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    options.flatMap(({ number, title, titles }) => {
      const told = titles?.[language];
      return told === undefined || told === title ? [] : [[String(number), told]];
    }),
  );
