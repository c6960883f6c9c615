import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { PlacesTable } from './places-table.tsx';
import type { PublicTrusteesView } from './views.ts';

/** Who holds the key of a consultation, and that they can use it, for everyone. */
export function PublicTrusteesPage(props: { view: PublicTrusteesView; frame: Frame; t: Translation }): JSX.Element {
  const { view, frame, t } = props;
  const words = t.trustees;
  return (
    <Document
      title={words.publicTitle}
      frame={frame}
      t={t}
      community={view.title}
      crumbs={[
        { text: t.frame.home, href: '/' },
        { text: view.title, href: `/c/${view.slug}` },
        { text: words.publicTitle, href: null },
      ]}
    >
      <Hero above={view.title} title={words.publicTitle} lead={[words.publicLead(view.threshold, view.rows.length)]} />
      <Section id="places" title={words.places} full>
        <PlacesTable rows={view.rows} steps={[]} t={t} />
        <TableLink href={`/c/${view.slug}/trustees.csv`} of={words.places} t={t} />
        {view.opened !== null && <p>{words.opened(t.format.day(`${view.opened}T12:00:00Z`))}</p>}
      </Section>
      <Section id="files" title={words.files} say={[words.publicFilesSay]}>
        <div>
          <p>
            <a href={`/c/${view.slug}/trustees.json`}>{words.listFile}</a>
          </p>
          <p>{words.listHash}</p>
          <p class="hash">
            <code dir="ltr">{view.hash}</code>
          </p>
          {view.waiver !== null && (
            <>
              <p>{words.waiver}</p>
              <blockquote>{view.waiver}</blockquote>
            </>
          )}
        </div>
      </Section>
    </Document>
  );
}
