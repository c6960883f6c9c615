import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { boardCrumbs, boardLine } from './board-crumbs.tsx';
import type { BoardView } from './views.ts';

/** The public ballot box of one contest: how many votes, everything to download, the way to one's own code. */
export function BoardPage({ view, frame, t }: { view: BoardView; frame: Frame; t: Translation }): JSX.Element {
  const words = t.ballots;
  const files = [
    { href: `${view.here}/archive.bel`, text: `${words.archive} (${t.format.bytes(view.bytes)})` },
    { href: `${view.here}/ballots.txt`, text: words.list },
    { href: `${view.here}/head`, text: words.head },
    { href: `${view.here}/key`, text: words.key },
  ];
  return (
    <Document
      title={view.name === null ? words.boardTitle : words.boardOf(view.name.place, view.name.paper)}
      frame={frame}
      t={t}
      crumbs={boardCrumbs(view, null, t)}
      unlisted
    >
      <Hero
        above={view.name === null ? undefined : boardLine(view.name)}
        title={words.boardTitle}
        lead={[words.boardLead(view.ballots), words.boardMore]}
      />
      <Section id="find" title={words.findTitle} say={words.findSay}>
        <Groups view={view} t={t} />
      </Section>
      <Section id="downloads" title={words.downloadsTitle} say={words.downloadsSay}>
        <ul class="ways">
          {files.map(({ href, text }) => (
            <li key={href}>
              <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="check" title={words.checkTitle} say={words.checkSay}>
        <div>
          <code class="cmd" dir="ltr">
            npm run -s convite <span>--</span> verify archive.bel <span>--strict</span>
          </code>
          <p>
            {words.electionData}{' '}
            <code class="cmd" dir="ltr">
              {view.fingerprint.match(/.{1,4}/gu)?.join(' ')}
            </code>
          </p>
          <p>
            <a href={`/c/${view.slug}/observe`}>{t.observers.seeConsultation}</a>
          </p>
        </div>
      </Section>
    </Document>
  );
}

function Groups({ view, t }: { view: BoardView; t: Translation }): JSX.Element {
  if (view.groups.length === 0) {
    return (
      <p>
        <a class="btn" href={`${view.here}/codes`}>
          {t.ballots.allOn}
        </a>
      </p>
    );
  }
  return (
    <div>
      <p>{t.ballots.groupSays}</p>
      <ul class="code-groups" aria-label={t.ballots.startsWith}>
        {view.groups.map(({ prefix, href }) => (
          <li key={prefix}>
            <a href={href}>
              <code>{prefix}</code>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
