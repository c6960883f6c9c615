import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Status } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { momentText, zoneWords } from './act-table.tsx';
import type { TrailView } from './views.ts';

/** The trail as staff read it. */
export function TrailPage(props: {
  readonly view: TrailView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { view, staff, frame, t } = props;
  return (
    <StaffDocument title={t.accounts.trail} staff={staff} frame={frame} t={t}>
      <Hero
        title={t.accounts.trail}
        lead={[t.accounts.trailLead, zoneWords(view.zone, t)]}
        acts={
          <a class="btn two" href="/org/trail.csv">
            {t.accounts.trailTable}
          </a>
        }
      />
      <Lines view={view} marksPublic t={t} />
    </StaffDocument>
  );
}

/** What everyone may read of it, about one consultation. */
export function PublicTrailPage(props: {
  readonly view: TrailView;
  readonly consultation: { readonly title: string; readonly href: string };
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { view, consultation, frame, t } = props;
  const crumbs = [
    { text: t.frame.home, href: '/' },
    { text: consultation.title, href: consultation.href },
    { text: t.accounts.publicTrailTitle, href: null },
  ];
  return (
    <Document title={t.accounts.publicTrailTitle} frame={frame} t={t} crumbs={crumbs}>
      <Hero
        title={t.accounts.publicTrailTitle}
        lead={[t.accounts.publicTrailLead, zoneWords(view.zone, t)]}
        acts={
          <a class="btn two" href={`${consultation.href}/trail.csv`}>
            {t.accounts.trailTable}
          </a>
        }
      />
      <Lines view={view} marksPublic={false} t={t} />
    </Document>
  );
}

/** Hashes, in hexadecimal or in base 64. */
const isCode = /^(?:[0-9a-f]{40,}|sha384-.{64}|[A-Za-z0-9+/]{43})$/u;

function Lines(props: {
  readonly view: TrailView;
  readonly marksPublic: boolean;
  readonly t: Translation;
}): JSX.Element {
  const { view, marksPublic, t } = props;
  const { accounts: words } = t;
  if (view.lines.length === 0) return <p>{words.trailNone}</p>;
  return (
    <>
      <table class="stack">
        <caption class="vh">{words.trail}</caption>
        <thead>
          <tr>
            <th scope="col">{words.whatColumn}</th>
            <th scope="col">{words.whoColumn}</th>
            <th scope="col">{words.whenColumn}</th>
            <th scope="col">{words.actWhy}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <tr key={line.number} id={`line-${line.number}`}>
              <th scope="row">
                {eventText(line.event, t)}
                {line.place !== null && <small>{line.place}</small>}
                {line.details.map(([name, value]) => (
                  <small key={name}>
                    {name}: {isCode.test(value) ? <code dir="ltr">{value}</code> : value}
                  </small>
                ))}
                {marksPublic && line.isPublic && <Status is="check">{words.publicLine}</Status>}
              </th>
              <td data-label={words.whoColumn}>{line.actor ?? words.byClock}</td>
              <td data-label={words.whenColumn}>{momentText(line.at, view.zone, t)}</td>
              <td data-label={words.actWhy}>{line.reason ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pages view={view} t={t} />
    </>
  );
}

function Pages({ view, t }: { readonly view: TrailView; readonly t: Translation }): JSX.Element | null {
  if (view.older === null && view.newest === null) return null;
  return (
    <p class="acts">
      {view.newest !== null && (
        <a class="btn two" href={view.newest}>
          {t.accounts.newest}
        </a>
      )}{' '}
      {view.older !== null && (
        <a class="btn two" href={view.older}>
          {t.accounts.older}
        </a>
      )}
    </p>
  );
}

function eventText(event: string, { accounts }: Translation): string {
  const names: Readonly<Partial<Record<string, string>>> = { ...accounts.acts, ...accounts.events };
  return names[event] ?? event;
}
