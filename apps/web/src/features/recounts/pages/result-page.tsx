import type { JSX } from 'preact';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import type { Translation } from '../../../i18n/translation.ts';
import { AllVotes } from '../../../report/all-votes.tsx';
import { Ballots } from '../../../report/ballots.tsx';
import { CheckIt } from './check-it.tsx';
import { Decided } from '../../../report/decided.tsx';
import { HowCounted } from '../../../report/how-counted.tsx';
import { OpenLots, Ties } from '../../../report/ties.tsx';
import { Places } from '../../../report/places.tsx';
import { Properties } from '../../../report/properties.tsx';
import { Reach } from '../../../report/reach.tsx';
import { communityOf, readerOf, type ReportReader, ruleName, voteLine } from '../../../report/report-reader.ts';
import { TwoRules } from './two-rules.tsx';
import type { ResultView } from './views.ts';
import { RemoveIt, WhatIf } from './what-if.tsx';

/** The result of a recount: the answer first, then everything that it rests on. */
export function ResultPage({ view, frame, t }: { view: ResultView; frame: Frame; t: Translation }): JSX.Element {
  const { report } = view;
  // Under a tie that only lots settle there is no second result to set beside this one.
  const compared = view.compared?.status === 'complete' ? view.compared : null;
  const reader = readerOf(view.address, report, t);
  const isOpen = report.status === 'lots_required';
  const heading = isOpen ? t.result.headingLots : t.result.heading(report.winners.length, reader.money(report.cost));
  const { marked, with_funded: served } = report.properties.voters;
  const line = voteLine(report);
  return (
    <Document
      title={`${heading}. ${line}`}
      frame={frame}
      t={t}
      community={communityOf(report)}
      crumbs={[
        { text: t.frame.home, href: '/' },
        { text: t.result.crumb, href: null },
      ]}
      unlisted={view.origin === 'upload' || view.changed !== null}
    >
      <Hero
        above={line}
        title={heading}
        poster
        lead={[t.result.voted(report.ballots.total), ...(isOpen ? [] : [t.result.served(served, marked)])]}
        acts={
          <a class="btn two" href="#check">
            {t.result.checkLink}
          </a>
        }
        aside={<About view={view} reader={reader} />}
      />
      {view.changed !== null && <Changed view={view} changed={view.changed} reader={reader} />}
      {isOpen && <OpenLots lots={view.lots} reader={reader} />}
      <Decided reader={reader} />
      {compared !== null && !isOpen && <TwoRules view={view} compared={compared} reader={reader} />}
      {compared === null && view.compared !== null && !isOpen && (
        <Section id="rules" title={t.result.twoRules}>
          <p>{t.result.twoRulesLots(ruleName(view.compared.rule, t))}</p>
        </Section>
      )}
      <Ballots reader={reader} />
      <AllVotes reader={reader} />
      <Places compared={compared} reader={reader} />
      <Reach compared={compared} reader={reader} />
      <HowCounted reader={reader} />
      <Ties reader={reader} />
      <Properties reader={reader} />
      <CheckIt view={view} reader={reader} />
      <WhatIf whatIf={view.whatIf} reader={reader} />
      {view.removal !== null && <RemoveIt removal={view.removal} t={t} />}
    </Document>
  );
}

/** What the page must not be mistaken for. */
function About({ view, reader }: { view: ResultView; reader: ReportReader }): JSX.Element {
  const { t } = reader;
  const { origin, official, report } = view;
  const says = { demo: t.result.aboutDemo, sample: t.result.aboutSample, upload: t.result.aboutUpload };
  const winners = new Set(report.winners);
  const listed = new Set(official ?? []);
  const added = report.winners.filter((id) => !listed.has(id)).length;
  const missing = (official ?? []).filter((id) => !winners.has(id)).length;
  return (
    <div class="note check">
      <h2>{t.result.aboutTitle}</h2>
      <p>{says[origin]}</p>
      <p>{t.result.aboutRule(ruleName(report.rule, t))}.</p>
      {official !== null && report.status === 'complete' && view.changed === null && (
        <p>{added === 0 && missing === 0 ? t.result.officialSame : t.result.officialDiffers(added, missing)}</p>
      )}
      {view.expires !== null && <p>{t.result.aboutExpires(t.format.day(view.expires))}</p>}
    </div>
  );
}

/** Says plainly that a what-if is not what happened. */
function Changed(props: {
  view: ResultView;
  changed: NonNullable<ResultView['changed']>;
  reader: ReportReader;
}): JSX.Element {
  const { view, changed, reader } = props;
  const { t, money, names } = reader;
  const { budget, rule, without } = changed.changes;
  const said = [
    ...(budget === null ? [] : [t.result.changedBudget(money(budget))]),
    ...(rule === null ? [] : [t.result.changedRule(ruleName(view.report.rule, t))]),
    ...(without.length === 0 ? [] : [t.result.changedWithout(names(without))]),
  ];
  return (
    <div class="note wait">
      <h2>{t.result.changedTitle}</h2>
      <p>{said.join(' ')}</p>
      <p>
        <a href={changed.from}>{t.result.changedBack}</a>
      </p>
    </div>
  );
}
