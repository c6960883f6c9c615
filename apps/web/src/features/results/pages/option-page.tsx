import type { CountReport } from '@convite/counting';
import type { ComponentProps, JSX } from 'preact';
import { WhyFunded, WhyNot } from '../../../report/project-reasons.tsx';
import { Changes } from '../../../report/project-switches.tsx';
import { type ReportedProject, shortReason } from '../../../report/report-reader.ts';
import { SealedTitle } from '../../../report/project-name.tsx';
import { Section } from '../../../ui/section.tsx';
import { contestCrumbs, contestReader } from './contest-page.tsx';
import { complaintWords, contestAddress, type PageProps, ResultFrame } from './result-frame.tsx';
import type { ContestResultView } from './views.ts';

/** What is known of an option; those that cannot be asked about have no place among the ones that are looked for. */
function switchesOf({ switches }: ContestResultView, option: string): ComponentProps<typeof Changes>['switches'] {
  if (switches === null) return 'not_available';
  const found = switches.found[option];
  if (found !== undefined) return found;
  if (switches.done === switches.options || switches.state === 'done') return 'not_available';
  return switches.state === 'searching' ? 'counting' : 'given_up';
}

/** One option, won or lost: why, and what would have changed it. */
export function OptionResultPage(
  props: PageProps<ContestResultView> & { readonly report: CountReport; readonly project: ReportedProject },
): JSX.Element {
  const { view, frame, t, report, project } = props;
  const { head, id, place } = view;
  const option = project.id;
  const reader = contestReader(view, report, t);
  const won = report.winners.includes(option);
  const reason = report.not_funded.find((lost) => lost.id === option)?.reason;
  const name = reader.name(option);
  const rank = 1 + reader.ranked.filter(({ votes }) => votes > project.votes).length;
  const crumbs = contestCrumbs(view, t).map((crumb) =>
    crumb.href === null ? { ...crumb, href: contestAddress(head, id) } : crumb,
  );
  return (
    <ResultFrame
      slug={head.slug}
      consultation={head.title}
      title={(won ? t.project.won : t.project.lost)(name)}
      frame={frame}
      t={t}
      community={place}
      lead={[
        ...(view.hasMoney ? [t.project.chosenBy(project.votes, rank, reader.money(project.cost))] : []),
        ...complaintWords(head, t),
      ]}
      stage={head.stage}
      crumbs={[...crumbs, { text: t.results.optionCrumb(option), href: null }]}
    >
      {reader.sealed(option) !== undefined && (
        <p>
          <SealedTitle id={option} reader={reader} />
        </p>
      )}
      {!view.hasMoney && reason !== undefined && (
        <Section id="why" title={t.project.whyNot}>
          <p>{shortReason(reason, reader)}</p>
        </Section>
      )}
      {view.hasMoney && !won && (
        <WhyNot supporters={view.supporters?.[option] ?? null} project={project} reader={reader} />
      )}
      {view.hasMoney && won && (
        <WhyFunded supporters={view.supporters?.[option] ?? null} project={project} reader={reader} />
      )}
      <Changes
        switches={switchesOf(view, option)}
        {...(view.switches === null ? {} : { progress: { done: view.switches.done, of: view.switches.options } })}
        project={project}
        funded={won}
        address={frame.here}
        reader={reader}
      />
      <p class="acts">
        <a class="btn" href={contestAddress(head, id)}>
          {t.results.see}
        </a>{' '}
        <a class="btn two" href={`${contestAddress(head, id)}#how`}>
          {t.project.nowRounds}
        </a>
      </p>
    </ResultFrame>
  );
}
