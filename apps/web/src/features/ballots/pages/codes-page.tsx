import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section, Status } from '../../../ui/section.tsx';
import { boardCrumbs, boardLine } from './board-crumbs.tsx';
import type { CodesView } from './views.ts';

/** All ballots whose code begins with the same signs: one's own is among them, and nobody knows which. */
export function CodesPage({ view, frame, t }: { view: CodesView; frame: Frame; t: Translation }): JSX.Element {
  const words = t.ballots;
  const { slug, name, prefix, entries, board } = view;
  const none = prefix === '' ? words.emptyUrn : words.codesLead(0);
  const crumbs = boardCrumbs({ slug, name, here: board }, words.codesTitle(prefix), t);
  return (
    <Document title={words.codesTitle(prefix)} frame={frame} t={t} crumbs={crumbs} unlisted>
      <Hero
        above={name === null ? undefined : boardLine(name)}
        title={words.codesTitle(prefix)}
        lead={[entries.length === 0 ? none : words.codesLead(entries.length)]}
        acts={
          <a class="btn two" href={board}>
            {words.backToBoard}
          </a>
        }
      />
      <Section id="codes" title={words.findTitle} say={words.findSay}>
        {entries.length === 0 ? (
          <p>{none}</p>
        ) : (
          <table class="codes">
            <caption class="vh">{words.codesTitle(prefix)}</caption>
            <thead>
              <tr>
                <th scope="col">{words.codeColumn}</th>
                <th scope="col" class="n">
                  {words.numberColumn}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map(({ tracker, shown, number, isReplaced }) => (
                <tr key={tracker} id={tracker}>
                  <th scope="row">
                    <code dir="ltr">{shown}</code>
                    <br />
                    <Status is={isReplaced ? 'no' : 'ok'}>{isReplaced ? words.replaced : words.counts}</Status>
                  </th>
                  <td class="n">{t.format.count(number)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Section>
    </Document>
  );
}
