import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { Need, RoomLine } from './views.ts';

/** How soon somebody must act, as a shape and a colour of the row's side. */
export const urgency = {
  fault: 'stop',
  lots: 'stop',
  no_options: 'stop',
  cost: 'stop',
  no_voters: 'stop',
  approval: 'check',
  waiver: 'check',
  no_election: 'wait',
  trustees: 'wait',
} as const satisfies Record<Need, string>;

/** Contests in rows, each with what it needs next and from whom. On a phone each row is a card. */
export function RoomTable(props: {
  lines: readonly RoomLine[];
  slug: string;
  /** How many trustees open each; null while people vote: then options and roll are of interest. */
  needed: number | null;
  t: Translation;
}): JSX.Element {
  const { lines, slug, needed, t } = props;
  const { columns, approvedOf, signedOf, none, exceptions } = t.controlRoom;
  const countOf = (count: number | null): string => (count === null ? none : t.format.count(count));
  const contestOf = ({ id }: RoomLine): string => `/org/c/${slug}/contests/${id}`;
  // Of a contest without a ballot there is no list yet.
  const ballotsOf = ({ id, turnout }: RoomLine): string | null =>
    (turnout ?? 0) > 0 ? `/c/${slug}/contests/${id}/board/codes` : null;
  return (
    <table class="stack room" role="table">
      <caption class="vh">{exceptions}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {columns.contest}
          </th>
          <th scope="col" role="columnheader">
            {columns.state}
          </th>
          <th scope="col" role="columnheader" class="n">
            {needed === null ? columns.options : columns.turnout}
          </th>
          <th scope="col" role="columnheader" class="n">
            {needed === null ? columns.voters : columns.counted}
          </th>
          <th scope="col" role="columnheader" class="n">
            {needed === null ? columns.turnout : columns.signed}
          </th>
          <th scope="col" role="columnheader">
            {columns.next}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row" class={line.need === null ? undefined : `x-${urgency[line.need]}`}>
            <th scope="row" role="rowheader">
              <b>
                <a href={contestOf(line)}>{line.name}</a>
              </b>
              <small>
                <bdi>{line.code}</bdi>
                {line.above === null ? '' : ` · ${line.above}`}
                {line.template === null ? '' : ` · ${line.template}`}
              </small>
            </th>
            <td role="cell" data-label={columns.state}>
              {line.need === null ? (
                <Status is={line.status === 'annulled' ? 'no' : 'ok'}>
                  {t.consultations.contestStates[line.status]}
                </Status>
              ) : (
                <Status is={urgency[line.need]}>{t.controlRoom.need[line.need]}</Status>
              )}
            </td>
            {(needed === null
              ? ([
                  ['options', approvedOf(line.approved, line.options), `${contestOf(line)}#options`],
                  ['voters', t.format.count(line.voters), null],
                  ['turnout', countOf(line.turnout), ballotsOf(line)],
                ] as const)
              : ([
                  ['turnout', countOf(line.turnout), ballotsOf(line)],
                  ['counted', countOf(line.counted), line.counted === null ? null : ballotsOf(line)],
                  ['signed', line.signed === null ? none : signedOf(line.signed, needed), null],
                ] as const)
            ).map(([column, text, href]) => (
              <td key={column} role="cell" class="n" data-label={columns[column]}>
                {href === null ? (
                  text
                ) : (
                  <a class="figure" href={href}>
                    {text}
                    <span class="vh">
                      {' '}
                      ·{' '}
                      {[columns[column], line.name, line.code, line.template ?? '']
                        .filter((part) => part !== '')
                        .join(', ')}
                    </span>
                  </a>
                )}
              </td>
            ))}
            <td role="cell" data-label={columns.next}>
              {line.need === null ? (
                t.controlRoom.nothingNeeded
              ) : (
                <>
                  {t.controlRoom.nextStep[line.need]}
                  <small>{t.controlRoom.who[line.need]}</small>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
