import type { ToldSwitches } from '@convite/counting';
import type { JSX } from 'preact';
import { ProjectName } from '../../../report/project-name.tsx';
import type { ReportReader } from '../../../report/report-reader.ts';
import { Section } from '../../../ui/section.tsx';
import type { SwitchSearch } from './views.ts';

/** Of each option that lost, what would have changed it, with the page that tells it whole; or how far the search is. */
export function ChangesSection(props: {
  readonly search: SwitchSearch;
  readonly reader: ReportReader;
}): JSX.Element | null {
  const { search, reader } = props;
  const { report, t, hasMoney } = reader;
  const words = t.results;
  const lost = report.not_funded.map(({ id }) => id);
  if (lost.length === 0) return null;
  const isOpen = search.done < search.options;
  const say = !isOpen
    ? [words.changesSay]
    : [search.state === 'searching' ? words.changesGoOn(search.done, search.options) : words.changesGivenUp];
  return (
    <Section id="changes" title={t.project.change} say={say}>
      <table class={hasMoney ? 'wide' : undefined}>
        <caption class="vh">{t.project.change}</caption>
        <thead>
          <tr>
            <th scope="col">{t.result.project}</th>
            {hasMoney && (
              <th scope="col" class="n">
                {words.changeCost(reader.unit)}
              </th>
            )}
            <th scope="col" class="n">
              {words.changeVotes}
            </th>
          </tr>
        </thead>
        <tbody>
          {lost.map((id) => {
            const found = search.found[id];
            return (
              <tr key={id}>
                <th scope="row">
                  <ProjectName id={id} reader={reader} part="#change" />
                </th>
                {hasMoney && <td class="n">{found === undefined ? words.unknownYet : lessCost(found, reader)}</td>}
                <td class="n">{found === undefined ? words.unknownYet : moreVotes(found, reader)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Section>
  );
}

const lessCost = ({ cost }: ToldSwitches, { t, amount }: ReportReader): string =>
  cost.type === 'switch' ? amount(cost.funded) : t.results.changeNone;

const moreVotes = ({ ballots }: ToldSwitches, { t }: ReportReader): string =>
  ballots.type === 'switch' ? `+${t.format.count(ballots.funded)}` : t.results.changeNone;
