import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { AnswerState } from './answers-table.tsx';
import { tallyAddress } from './tally-address.ts';
import type { AnswerView } from './views.ts';

/** What became of what a trustee brought, while it is looked at and after. */
export function AnswerPage(props: {
  readonly view: AnswerView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { view, staff, frame, t } = props;
  const { answer, left } = view;
  const words = t.tally;
  return (
    <StaffPage
      head={view}
      staff={staff}
      frame={frame}
      t={t}
      title={words.answerOf(answer.owner)}
      lead={[answer.isDone ? words.checked : words.checkingSay]}
      between={{ text: words.title, href: tallyAddress(view) }}
      busy={!answer.isDone}
    >
      <p>
        <AnswerState line={answer} t={t} />
        {!answer.isDone && ` ${t.states.pendingRefreshes}`}
      </p>
      {left.length > 0 && (
        <Section id="left" title={words.left} say={[words.leftSay]} full>
          <table class="facts">
            <caption class="vh">{words.left}</caption>
            <tbody>
              {left.map(({ contest, name, kind, outcome, failure }) => (
                <tr key={contest}>
                  <th scope="row">{name ?? <bdi dir="ltr">{contest}</bdi>}</th>
                  <td>
                    {words.why[outcome](words.kinds[kind])}
                    {failure !== null && (
                      <small>
                        {words.failure(failure.check, failure.place)} <bdi dir="ltr">{failure.message}</bdi>
                      </small>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <TableLink href={`${tallyAddress(view)}/answers/${answer.id}/left.csv`} of={words.left} t={t} />
        </Section>
      )}
      <p>
        <a href={tallyAddress(view)}>{words.back}</a>
      </p>
    </StaffPage>
  );
}
