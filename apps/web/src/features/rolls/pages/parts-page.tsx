import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { importAddress, partAddress, partsPerPage, type PartsView, rollAddress } from './views.ts';

/** The parts of a roll that are brought by themselves: which are in, which are missing, which are on their way. */
export function PartsPage({ view, staff, frame, t }: RollPageProps<PartsView>): JSX.Element {
  const { head, parts, all, peopled, page } = view;
  const words = t.rolls;
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.partsTitle}
      lead={[words.partsLead(peopled, all), words.partsSay]}
    >
      {parts.length > 0 && (
        <Section id="parts" title={words.partsList} full>
          <table class="stack">
            <caption class="vh">{words.partsList}</caption>
            <thead>
              <tr>
                <th scope="col">{words.territory}</th>
                <th scope="col">{words.state}</th>
                <th scope="col" class="n">
                  {words.people}
                </th>
                <th scope="col">{words.partNewest}</th>
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <tr key={part.id}>
                  <th scope="row">
                    <a href={partAddress(head, part.id)}>{part.name}</a>
                  </th>
                  <td data-label={words.state}>
                    <State part={part} head={head} t={t} />
                  </td>
                  <td class="n" data-label={words.people}>
                    {t.format.count(part.people)}
                  </td>
                  <td data-label={words.partNewest}>
                    {part.at === null || part.by === null ? words.partNever : words.by(part.by, t.format.day(part.at))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <Pages view={view} all={all} page={page} t={t} />
          <TableLink href={`${rollAddress(head)}/files/parts.csv`} of={words.partsList} t={t} />
        </Section>
      )}
    </RollStaffPage>
  );
}

type Part = PartsView['parts'][number];

function State({ part, head, t }: { part: Part; head: PartsView['head']; t: Translation }): JSX.Element {
  const { partStates } = t.rolls;
  if (part.waiting !== null) {
    return (
      <Status is="wait">
        <a href={importAddress(head, part.waiting)}>
          {partStates.waiting}
          <span class="vh"> · {part.name}</span>
        </a>
      </Status>
    );
  }
  return part.people > 0 ? <Status is="ok">{partStates.in}</Status> : <Status is="stop">{partStates.missing}</Status>;
}

function Pages(props: { view: PartsView; all: number; page: number; t: Translation }): JSX.Element | null {
  const { view, all, page, t } = props;
  const { pageOf, previous, next } = t.consultations;
  const address = `${rollAddress(view.head)}/parts`;
  const from = (page - 1) * partsPerPage;
  if (all <= partsPerPage) return null;
  return (
    <p class="pager">
      <span>{pageOf(from + 1, Math.min(from + partsPerPage, all), all)}</span>
      {page > 1 && <a href={`${address}?p=${page - 1}`}>{previous}</a>}
      {from + partsPerPage < all && <a href={`${address}?p=${page + 1}`}>{next}</a>}
    </p>
  );
}
