import type { Translation } from '../../../i18n/translation.ts';
import type { DocumentProps } from '../../../ui/document.tsx';
import type { BoardName, NamedBoard } from './views.ts';

/** The way down to a board, or to a page below it. */
export function boardCrumbs(
  { slug, name, here }: { readonly slug: string; readonly name: NamedBoard | null; readonly here: string },
  below: string | null,
  t: Translation,
): NonNullable<DocumentProps['crumbs']> {
  const home = { text: t.frame.home, href: '/' };
  const consultation = name === null ? [] : [{ text: name.title, href: `/c/${slug}` }];
  const find = { text: t.ballots.findPageTitle, href: `/c/${slug}/find-my-vote` };
  // The heading says what it is: the path says which.
  const called = name === null ? t.ballots.boardTitle : `${name.place}, ${name.paper}`;
  const board = { text: called, href: below === null ? null : here };
  return [home, ...consultation, find, board, ...(below === null ? [] : [{ text: below, href: null }])];
}

/** Territory and paper in one line: two papers of one place are told apart by the second. */
export const boardLine = ({ above, place, paper }: BoardName): string =>
  [...(above === null ? [] : [above]), place, paper].join(' › ');
