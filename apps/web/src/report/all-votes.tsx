import type { JSX } from 'preact';
import { Bar } from '../ui/charts/bar.tsx';
import { Section } from '../ui/section.tsx';
import { ProjectName, SealedTitle } from './project-name.tsx';
import { drawn, type ReportedProject, type ReportReader, shortReason } from './report-reader.ts';

/** Every project with its votes, from most to fewest, and whether it was funded. */
export function AllVotes({ reader }: { reader: ReportReader }): JSX.Element {
  const { report, t, ranked, hasPoints, unit, hasMoney } = reader;
  const say = [
    hasPoints ? t.result.allVotesPoints(ranked.length) : t.result.allVotesOrder(ranked.length),
    ...(report.rule.rule === 'equal-shares' ? [t.result.allVotesShares] : []),
  ];
  const measure = (project: ReportedProject): number => (hasPoints ? drawn(project.points ?? '0') : project.votes);
  const most = Math.max(1, ...ranked.map(measure));
  const lost = new Map(report.not_funded.map(({ id, reason }) => [id, reason]));
  const funded = new Set(report.winners);
  return (
    <Section id="votes" title={t.result.allVotes} say={say}>
      <table class={reader.wide ? 'votes wide' : 'votes'}>
        <caption class="vh">{t.result.allVotesCaption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.result.project}</th>
            <th scope="col" class="n">
              {hasPoints ? t.result.points : t.result.votes}
            </th>
            {hasMoney && (
              <th scope="col" class="n">
                {t.result.cost(unit)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {ranked.map((project) => {
            const reason = lost.get(project.id);
            const won = funded.has(project.id);
            return (
              <tr key={project.id} class={won ? 'won' : undefined}>
                <th scope="row">
                  <div>
                    <span>
                      <ProjectName id={project.id} reader={reader} />
                      <SealedTitle id={project.id} reader={reader} />
                      <small class="meta">
                        <span class={won ? 'st ok' : 'st no'}>
                          {won
                            ? t.rules.status.funded
                            : reason === undefined
                              ? t.rules.status.open
                              : shortReason(reason, reader)}
                        </span>
                        <span>
                          {project.id}
                          {project.neighbourhood !== null && ` · ${project.neighbourhood}`}
                        </span>
                      </small>
                    </span>
                    <Bar share={measure(project) / most} t={t} />
                  </div>
                </th>
                <td class="n">
                  <b>{hasPoints ? t.format.number(project.points ?? '0', 0) : t.format.count(project.votes)}</b>
                </td>
                {hasMoney && <td class="n">{reader.amount(project.cost)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}
