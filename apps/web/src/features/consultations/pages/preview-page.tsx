import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { PreviewLine, PreviewView } from './views.ts';

/** Who would win a past vote under a rule that is being written, beside who wins under another. */
export function PreviewPage({ view, staff, frame, t }: StaffProps<PreviewView>): JSX.Element {
  const { head, template, vote, href, outcome } = view;
  const words = t.controlRoom;
  const waits = outcome.type === 'waiting';
  const differ =
    outcome.type === 'counted' && outcome.beside !== null
      ? outcome.projects.filter(({ here, beside }) => here !== beside).length
      : null;
  const said = waits
    ? [words.previewWaits, t.states.pendingRefreshes]
    : outcome.type === 'refused'
      ? [words.previewRefused]
      : differ === null
        ? []
        : [differ === 0 ? words.previewSame : words.previewDiffers(differ)];
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.previewPage}
      above={`${words.ruleTitle(template.name)} · ${vote}`}
      lead={said}
      busy={waits}
      acts={
        <>
          <a class="btn two" href={`/org/c/${head.slug}/rule/${template.id}`}>
            {words.editRule}
          </a>{' '}
          <a class="btn two" href={href}>
            {words.fullResult}
          </a>
        </>
      }
    >
      {outcome.type === 'counted' && (
        <Section id="winners" title={words.previewPage} full>
          <table class="stack">
            <caption class="vh">{words.previewPage}</caption>
            <thead>
              <tr>
                <th scope="col">{words.project}</th>
                <th scope="col" class="n">
                  {t.format.withUnit(t.consultations.cost, outcome.unit)}
                </th>
                <th scope="col" class="n">
                  {words.votes}
                </th>
                <th scope="col">{words.previewThis}</th>
                {outcome.beside !== null && <th scope="col">{t.rules.names[outcome.beside]}</th>}
              </tr>
            </thead>
            <tbody>
              {outcome.projects.map((project) => (
                <tr key={project.id}>
                  <th scope="row">
                    <b>{project.name}</b>
                  </th>
                  <td class="n" data-label={t.consultations.cost}>
                    {t.format.number(project.cost, 2)}
                  </td>
                  <td class="n" data-label={words.votes}>
                    {t.format.count(project.votes)}
                  </td>
                  <td data-label={words.previewThis}>
                    <Fate is={project.here} t={t} />
                  </td>
                  {project.beside !== null && (
                    <td data-label={outcome.beside === null ? '' : t.rules.names[outcome.beside]}>
                      <Fate is={project.beside} t={t} />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          <TableLink href={view.table} of={words.previewPage} t={t} />
        </Section>
      )}
    </StaffPage>
  );
}

const shapes = { wins: 'ok', loses: 'no', lots: 'check' } as const;

function Fate({ is, t }: { is: PreviewLine['here']; t: Translation }): JSX.Element {
  const { wins, loses, openTie } = t.controlRoom;
  return <Status is={shapes[is]}>{{ wins, loses, lots: openTie }[is]}</Status>;
}
