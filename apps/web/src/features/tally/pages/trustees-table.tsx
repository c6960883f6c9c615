import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { TrusteeLine } from './views.ts';

/** What each trustee has done and can do now. On a phone each row is a card. */
export function TrusteesTable(props: {
  readonly lines: readonly TrusteeLine[];
  readonly own: number | null | undefined;
  readonly t: Translation;
}): JSX.Element {
  const { lines, own, t } = props;
  const words = t.tally;
  const { columns } = words;
  return (
    <table class="stack" role="table">
      <caption class="vh">{words.trustees}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {columns.trustee}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.shuffles}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.decryptions}
          </th>
          <th scope="col" role="columnheader">
            {columns.waiting}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map(({ owner, name, shuffles, decryptions, waiting }) => (
          <tr key={owner} role="row">
            <th scope="row" role="rowheader">
              <b>
                {t.format.count(owner)}. <bdi>{name === '' ? words.unnamed(owner) : name}</bdi>
              </b>
              {owner === own && <small>{words.you}</small>}
            </th>
            <td role="cell" class="n" data-label={columns.shuffles}>
              {t.format.count(shuffles)}
            </td>
            <td role="cell" class="n" data-label={columns.decryptions}>
              {t.format.count(decryptions)}
            </td>
            <td role="cell" data-label={columns.waiting}>
              {waiting === 0 ? (
                <Status is="ok">{words.nothingWaits}</Status>
              ) : (
                <Status is="wait">{words.waits(waiting)}</Status>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
