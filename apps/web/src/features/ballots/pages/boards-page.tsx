import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import { Field, freshForm } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import type { BoardsView } from './views.ts';

/** The way from a consultation to the ballot box that one's own ballot is in. */
export function BoardsPage({ view, frame, t }: { view: BoardsView; frame: Frame; t: Translation }): JSX.Element {
  const words = t.ballots;
  const { boards, isCut, search, slug, title } = view;
  const crumbs = [
    { text: t.frame.home, href: '/' },
    { text: title, href: `/c/${slug}` },
    { text: words.findPageTitle, href: null },
  ];
  return (
    <Document title={words.findPageTitle} frame={frame} t={t} crumbs={crumbs} unlisted>
      <Hero title={words.findPageTitle} lead={[words.findPageLead]} />
      <Section id="boards" title={words.boardsTitle} say={isCut ? [words.moreBoards(boards.length)] : []}>
        <div>
          {(isCut || search !== '') && (
            <form method="get" action={`/c/${slug}/find-my-vote`}>
              <Field name="territory" label={words.territory} type="search" form={freshForm([['territory', search]])} />
              <button class="btn two" type="submit">
                {words.searchBoards}
              </button>
            </form>
          )}
          {boards.length === 0 ? (
            <p>{search === '' ? words.noBoards : words.noBoardFound(search)}</p>
          ) : (
            <ul class="ways">
              {boards.map(({ href, place, above, paper }) => (
                <li key={href}>
                  <a href={href}>
                    <span>
                      <b>{place}</b> {paper}
                      {above !== null && <small>{above}</small>}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </div>
      </Section>
    </Document>
  );
}
