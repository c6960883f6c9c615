import type { JSX } from 'preact';
import { Section } from '../../../ui/section.tsx';
import { type ReportedProject, type ReportReader, ruleName } from '../../../report/report-reader.ts';
import type { ComparedCount } from './views.ts';

const mostShown = 12;

/** What the other rule would have done with this project, and what it would have taken away for it. */
export function OtherRule(props: {
  compared: ComparedCount;
  project: ReportedProject;
  reader: ReportReader;
}): JSX.Element | null {
  const { compared, project, reader } = props;
  const { report, t, name, unit, amount } = reader;
  if (compared.status === 'lots_required') return null;
  const now = report.winners.includes(project.id);
  const then = compared.winners.includes(project.id);
  const verdict = then
    ? now
      ? t.project.otherWinsToo
      : t.project.otherWins
    : now
      ? t.project.otherLosesIt
      : t.project.otherLoses;
  const dropped = then && !now ? report.winners.filter((id) => !compared.winners.includes(id)) : [];
  const unserved = ({ properties: { voters } }: ComparedCount): number => voters.marked - voters.with_funded;
  return (
    <Section id="other" title={t.project.otherRule(ruleName(compared.rule, t))}>
      <div>
        <p>
          {verdict} {dropped.length > 0 && t.project.dropped}
        </p>
        {dropped.length > 0 && (
          <table class={reader.wide ? 'wide' : undefined}>
            <caption class="vh">{t.project.droppedCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.project.droppedCaption}</th>
                <th scope="col" class="n">
                  {t.result.votes}
                </th>
                <th scope="col" class="n">
                  {t.result.cost(unit)}
                </th>
              </tr>
            </thead>
            <tbody>
              {dropped.slice(0, mostShown).map((id) => {
                const other = reader.project(id);
                return (
                  <tr key={id}>
                    <th scope="row">
                      {name(id)}
                      {other?.neighbourhood != null && <small>{other.neighbourhood}</small>}
                    </th>
                    <td class="n">{t.format.count(other?.votes ?? 0)}</td>
                    <td class="n">{amount(other?.cost ?? '0')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        {dropped.length > mostShown && <p>{t.result.andMore(dropped.length - mostShown)}</p>}
        {then !== now && (
          <p>{t.project.unservedThen(unserved(compared), compared.properties.voters.marked, unserved(report))}</p>
        )}
      </div>
    </Section>
  );
}
