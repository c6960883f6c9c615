import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { Need, RoomLine } from './views.ts';

/** How soon somebody must act, as a shape and a colour of the row's side. */
export const urgency = {
  lots: 'stop',
  no_options: 'stop',
  cost: 'stop',
  no_voters: 'stop',
  approval: 'check',
  waiver: 'check',
  no_election: 'wait',
} as const satisfies Record<Need, string>;

/** Contests in rows, each with what it needs next and from whom. On a phone each row is a card. */
export function RoomTable(props: { lines: readonly RoomLine[]; address: string; t: Translation }): JSX.Element {
  const { lines, address, t } = props;
  const { columns, approvedOf, none, exceptions } = t.controlRoom;
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
            {columns.options}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.voters}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.turnout}
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
                <a href={`${address}/contests/${line.id}`}>{line.name}</a>
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
            <td role="cell" class="n" data-label={columns.options}>
              {approvedOf(line.approved, line.options)}
            </td>
            <td role="cell" class="n" data-label={columns.voters}>
              {t.format.count(line.voters)}
            </td>
            <td role="cell" class="n" data-label={columns.turnout}>
              {line.turnout === null ? none : t.format.count(line.turnout)}
            </td>
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
