import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import { tallyAddress } from './tally-address.ts';
import { type AnswerLine, itemOutcomes, type TallyView } from './views.ts';

/** What trustees brought, the last first. */
export function AnswersTable(props: {
  readonly lines: readonly AnswerLine[];
  readonly view: Pick<TallyView, 'slug' | 'zone'>;
  readonly t: Translation;
}): JSX.Element {
  const { lines, view, t } = props;
  const words = t.tally;
  return (
    <table class="facts">
      <caption class="vh">{words.answers}</caption>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <b>
                <a href={`${tallyAddress(view)}/answers/${line.id}`}>{words.answerOf(line.owner)}</a>
              </b>
              <small>{t.format.moment(line.at, view.zone)}</small>
            </th>
            <td>
              <AnswerState line={line} t={t} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How far an answer was looked at, or what became of it. */
export function AnswerState({ line, t }: { readonly line: AnswerLine; readonly t: Translation }): JSX.Element {
  const words = t.tally;
  if (!line.isDone) {
    return (
      <>
        <progress value={line.done} max={Math.max(1, line.contests)} aria-label={words.checking} />{' '}
        {words.progress(line.done, line.contests)}
      </>
    );
  }
  const isClean = (line.counts.refused ?? 0) + (line.counts.unknown ?? 0) + (line.counts.stale ?? 0) === 0;
  const sums = itemOutcomes.flatMap((outcome) => {
    const items = line.counts[outcome] ?? 0;
    return items === 0 ? [] : [words.outcomes[outcome](items)];
  });
  return <Status is={isClean ? 'ok' : 'check'}>{sums.length === 0 ? words.emptyAnswer : t.format.list(sums)}</Status>;
}
