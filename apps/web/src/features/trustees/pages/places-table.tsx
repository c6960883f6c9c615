import type { CeremonyStep } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { TrusteeRow } from './views.ts';

/** The trustees in rows: what each has handed in, and when they last rehearsed. On a phone each row is a card. */
export function PlacesTable(props: {
  readonly rows: readonly TrusteeRow[];
  /** Empty where the ceremony was held elsewhere. */
  readonly steps: readonly CeremonyStep[];
  readonly yours?: number | undefined;
  readonly t: Translation;
}): JSX.Element {
  const { rows, steps, yours, t } = props;
  const words = t.trustees;
  return (
    <table class="stack" role="table">
      <caption class="vh">{words.places}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {words.trustee}
          </th>
          {steps.map((step) => (
            <th key={step} scope="col" role="columnheader">
              {words.steps[step]}
            </th>
          ))}
          <th scope="col" role="columnheader">
            {words.rehearsal}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ place, name, brought, rehearsedOn }) => (
          <tr key={place} role="row">
            <th scope="row" role="rowheader">
              <b>
                {t.format.count(place)}. <bdi>{name === '' ? words.unnamed : name}</bdi>
              </b>
              {place === yours && <small>{words.you}</small>}
            </th>
            {steps.map((step) => (
              <td key={step} role="cell" data-label={words.steps[step]}>
                {brought.includes(step) ? (
                  <Status is="ok">{words.there}</Status>
                ) : (
                  <Status is="wait">{words.owed}</Status>
                )}
              </td>
            ))}
            <td role="cell" data-label={words.rehearsal}>
              {rehearsedOn === null ? (
                <Status is="wait">{words.owed}</Status>
              ) : (
                <>
                  <Status is="ok">{words.there}</Status> <small>{t.format.day(`${rehearsedOn}T12:00:00Z`)}</small>
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
