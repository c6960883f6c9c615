import type { CountedReport } from '@convite/counting';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { OtherRule } from './other-rule.tsx';
import { WhyFunded, WhyNot } from '../../../report/project-reasons.tsx';
import { communityOf, readerOf, type ReportedProject, type ReportReader } from '../../../report/report-reader.ts';
import { Changes } from '../../../report/project-switches.tsx';
import { type ProjectView, whatIfFields } from './views.ts';

/** One project, won or lost, by the same template for all: why, what would have changed it, what now. */
export function ProjectPage(props: {
  view: ProjectView;
  project: ReportedProject;
  frame: Frame;
  t: Translation;
}): JSX.Element {
  const { view, project, frame, t } = props;
  const { report } = view;
  const reader = readerOf(view.address, report, t);
  const name = reader.name(project.id);
  const fate = fateOf(report, project.id);
  const title = { won: t.project.won, lost: t.project.lost, open: t.project.open }[fate](name);
  const place = 1 + reader.ranked.filter(({ votes }) => votes > project.votes).length;
  return (
    <Document
      title={title}
      frame={frame}
      t={t}
      community={communityOf(report)}
      crumbs={[
        { text: t.frame.home, href: '/' },
        { text: t.result.crumb, href: view.address },
        { text: t.project.crumb(project.id), href: null },
      ]}
      unlisted={view.origin === 'upload'}
    >
      <Hero
        above={t.project.above(
          project.id,
          report.projects.length,
          project.neighbourhood,
          project.categories[0] ?? null,
        )}
        title={title}
        lead={[t.project.chosenBy(project.votes, place, reader.money(project.cost))]}
      />
      {fate === 'lost' && <WhyNot supporters={view.supporters} project={project} reader={reader} />}
      {fate === 'won' && <WhyFunded supporters={view.supporters} project={project} reader={reader} />}
      {fate === 'open' && (
        <Section id="why" title={t.project.whyOpen}>
          <p>{t.project.whyOpenText}</p>
        </Section>
      )}
      {fate !== 'open' && (
        <Changes
          switches={view.switches}
          project={project}
          funded={fate === 'won'}
          address={frame.here}
          reader={reader}
        />
      )}
      {view.compared !== null && fate !== 'open' && (
        <OtherRule compared={view.compared} project={project} reader={reader} />
      )}
      <WhatNow view={view} project={project} lost={fate === 'lost'} reader={reader} />
    </Document>
  );
}

/** Whether a project won, lost, or is among those that lots decide about. */
function fateOf(counted: CountedReport, id: string): 'won' | 'lost' | 'open' {
  if (counted.winners.includes(id)) return 'won';
  return counted.not_funded.some((lost) => lost.id === id) ? 'lost' : 'open';
}

function WhatNow(props: {
  view: ProjectView;
  project: ReportedProject;
  lost: boolean;
  reader: ReportReader;
}): JSX.Element {
  const { view, project, lost, reader } = props;
  const { t, money } = reader;
  const { switches } = view;
  const smaller =
    lost && typeof switches !== 'string' && switches.cost.type === 'switch' ? money(switches.cost.funded) : null;
  const without = `${view.whatIf.action}?${new URLSearchParams({ [whatIfFields.without]: project.id })}`;
  const ways = [
    { href: view.address, text: t.project.nowResult, why: t.project.nowResultText },
    { href: `${view.address}#how`, text: t.project.nowRounds, why: t.project.nowRoundsText },
    ...(view.whatIf.action === ''
      ? []
      : [{ href: without, text: t.project.nowWithout, why: t.project.nowWithoutText }]),
  ];
  return (
    <Section id="now" title={t.project.now} {...(smaller === null ? {} : { say: [t.project.nowSmaller(smaller)] })}>
      <ul class="now">
        {ways.map(({ href, text, why }, i) => (
          <li key={href}>
            <a class={i === 0 ? 'btn' : 'btn two'} href={href}>
              {text}
            </a>
            <span>{why}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
