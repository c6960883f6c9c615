import type { JSX } from 'preact';
import type { ComponentChildren } from 'preact';
import { Section, Status } from '../ui/section.tsx';
import type { ReportReader } from './report-reader.ts';

type Verdict = 'holds' | 'fails' | 'unknown' | 'notAsked';

/** What was checked about the outcome; a check that fails is said in the same size. */
export function Properties({ reader }: { reader: ReportReader }): JSX.Element | null {
  const { report, t, names } = reader;
  if (report.status === 'lots_required') return null;
  const { within_budget, exhaustive, price_system: prices, ejr_plus_up_to_one: groups } = report.properties;
  const some = (ids: readonly string[]): string =>
    ids.length <= 4 ? names(ids) : `${names(ids.slice(0, 4))}, ${t.result.andMore(ids.length - 4)}`;
  const outside = prices === null || prices.outside.length === 0 ? [] : [t.result.pricesOutside(prices.outside.length)];
  return (
    <Section id="properties" title={t.result.properties} say={[t.result.propertiesRail]}>
      <div>
        <table>
          <caption class="vh">{t.result.properties}</caption>
          <tbody>
            <Check title={t.result.withinBudget} verdict={within_budget.holds ? 'holds' : 'fails'} reader={reader} />
            <Check title={t.result.exhaustive} verdict={exhaustive.holds ? 'holds' : 'fails'} reader={reader}>
              {exhaustive.holds
                ? t.result.exhaustiveYes
                : t.result.exhaustiveNo(exhaustive.fits.length, some(exhaustive.fits))}
            </Check>
            <Check
              title={t.result.prices}
              verdict={prices === null ? 'notAsked' : prices.holds ? 'holds' : 'fails'}
              reader={reader}
            >
              {prices === null
                ? t.result.pricesNone
                : [prices.holds ? t.result.pricesYes : t.result.pricesNo, ...outside].join(' ')}
            </Check>
            <Check
              title={t.result.groups}
              verdict={groups.holds === null ? 'unknown' : groups.holds ? 'holds' : 'fails'}
              reader={reader}
            >
              {groups.holds === null ? (
                t.result.groupsUnknown
              ) : groups.holds ? (
                t.result.groupsYes
              ) : (
                <Failed reader={reader} />
              )}
            </Check>
          </tbody>
        </table>
        <ShareOut reader={reader} />
      </div>
    </Section>
  );
}

const shapes = { holds: 'ok', fails: 'stop', unknown: 'wait', notAsked: 'no' } as const;

function Check(props: {
  title: string;
  verdict: Verdict;
  reader: ReportReader;
  children?: ComponentChildren;
}): JSX.Element {
  const { title, verdict, reader, children } = props;
  return (
    <tr>
      <th scope="row">
        <b>{title}</b> <Status is={shapes[verdict]}>{reader.t.result[verdict]}</Status>
        {children !== undefined && <small>{children}</small>}
      </th>
    </tr>
  );
}

const mostGroups = 8;

function Failed({ reader }: { reader: ReportReader }): JSX.Element {
  const { report, t, name } = reader;
  const { violations } = report.properties.ejr_plus_up_to_one;
  const worst = violations.toSorted((a, b) => b.group - a.group);
  return (
    <>
      {t.result.groupsNo}
      <ul>
        {worst.slice(0, mostGroups).map(({ project, group }) => (
          <li key={project}>{t.result.groupsOne(group, name(project))}</li>
        ))}
        {worst.length > mostGroups && <li>{t.result.andMore(worst.length - mostGroups)}</li>}
      </ul>
    </>
  );
}

/** Where the money goes, by theme and by neighbourhood, where the file has them. */
function ShareOut({ reader }: { reader: ReportReader }): JSX.Element | null {
  const { report, t, amount, unit } = reader;
  const lists = [
    { title: t.result.byCategory, shares: report.properties.by_category },
    { title: t.result.byNeighbourhood, shares: report.properties.by_neighbourhood },
  ].filter(({ shares }) => shares.filter(({ name }) => name !== '').length > 1);
  if (lists.length === 0) return null;
  return (
    <details>
      <summary>{t.result.shareOut}</summary>
      {lists.map(({ title, shares }) => (
        <table key={title}>
          <caption>{title}</caption>
          <thead>
            <tr>
              <th scope="col">{t.result.name}</th>
              <th scope="col" class="n">
                {t.result.projects}
              </th>
              <th scope="col" class="n">
                {t.result.cost(unit)}
              </th>
            </tr>
          </thead>
          <tbody>
            {shares.map(({ name, funded, cost }) => (
              <tr key={name}>
                <th scope="row">{name === '' ? t.result.none : name}</th>
                <td class="n">{t.format.count(funded)}</td>
                <td class="n">{amount(cost)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </details>
  );
}
