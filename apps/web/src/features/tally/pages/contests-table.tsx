import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { TallyLine, TallyStage, TallyView } from './views.ts';

export const stageShapes = {
  fault: 'stop',
  preparing: 'check',
  shuffle: 'wait',
  decrypt: 'wait',
  voting: 'wait',
  opened: 'ok',
  withheld: 'no',
  annulled: 'no',
} as const satisfies Record<TallyStage, string>;

/** Contests in rows, what somebody must look at first. On a phone each row is a card. */
export function ContestsTable(props: {
  readonly lines: readonly TallyLine[];
  readonly view: Pick<TallyView, 'slug' | 'threshold'>;
  readonly t: Translation;
}): JSX.Element {
  const { lines, view, t } = props;
  const words = t.tally;
  const { columns } = words;
  return (
    <table class="stack room" role="table">
      <caption class="vh">{words.contests}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {columns.contest}
          </th>
          <th scope="col" role="columnheader">
            {columns.stage}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.counted}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.shuffles}
          </th>
          <th scope="col" role="columnheader" class="n">
            {columns.signed}
          </th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {lines.map((line) => (
          <tr key={line.id} role="row" class={line.stage === 'fault' ? 'x-stop' : undefined}>
            <th scope="row" role="rowheader">
              <b>{line.hasBoard ? <a href={`/c/${view.slug}/contests/${line.id}/board`}>{line.name}</a> : line.name}</b>
              <small>
                <bdi>{line.code}</bdi> · {line.template}
              </small>
            </th>
            <td role="cell" data-label={columns.stage}>
              <Status is={stageShapes[line.stage]}>{words.stages[line.stage]}</Status>
              {line.failure !== null && (
                <small>
                  {words.failure(line.failure.check, line.failure.place)}{' '}
                  <bdi dir="ltr" lang="en">
                    {line.failure.message}
                  </bdi>
                </small>
              )}
            </td>
            <td role="cell" class="n" data-label={columns.counted}>
              {line.counted === null ? words.none : t.format.count(line.counted)}
            </td>
            <td role="cell" class="n" data-label={columns.shuffles}>
              {line.isShuffled ? t.format.count(line.shuffles) : words.none}
            </td>
            <td role="cell" class="n" data-label={columns.signed}>
              {line.counted === null || line.stage === 'withheld'
                ? words.none
                : words.signed(line.decryptions, view.threshold)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
