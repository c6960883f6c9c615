import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { ActLine } from './views.ts';

const shapes = { proposed: 'wait', carried_out: 'ok', declined: 'no', withdrawn: 'stop' } as const;

/** A moment by the clocks of a zone. Those of a place are named once on the page; Greenwich is named beside each. */
export const momentText = (at: string, zone: string, t: Translation): string =>
  zone === 'UTC' ? `${t.format.moment(at, zone)} UTC` : t.format.moment(at, zone);

/** Whose hours a page tells. */
export const zoneWords = (zone: string, t: Translation): string => (zone === 'UTC' ? '' : t.consultations.zone(zone));

export const ActStatus = ({ state, t }: Pick<ActLine, 'state'> & { readonly t: Translation }): JSX.Element => (
  <Status is={shapes[state]}>{t.accounts.actStates[state]}</Status>
);

/** Acts, one in a row. */
export function ActTable(props: {
  readonly lines: readonly ActLine[];
  readonly zone: string;
  readonly caption: string;
  readonly t: Translation;
}): JSX.Element {
  const { lines, zone, caption, t } = props;
  const { accounts: words } = t;
  if (lines.length === 0) return <p>{words.actsNone}</p>;
  return (
    <table class="stack">
      <caption class="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.actColumn}</th>
          <th scope="col">{words.whereColumn}</th>
          <th scope="col">{words.proposerColumn}</th>
          <th scope="col">{words.whenColumn}</th>
          <th scope="col">{words.statusColumn}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.href}>
            <th scope="row">
              <a href={line.href}>{line.title}</a>
            </th>
            <td data-label={words.whereColumn}>{line.place}</td>
            <td data-label={words.proposerColumn}>{line.proposer}</td>
            <td data-label={words.whenColumn}>{momentText(line.at, zone, t)}</td>
            <td data-label={words.statusColumn}>
              <ActStatus state={line.state} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
