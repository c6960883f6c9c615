import type { FreezingProblem } from '@convite/domain';
import { assertNever } from '@convite/kernel';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { WaitingAct } from '../../../ui/waiting-act.tsx';
import { calendarWords, type StaffProps } from './consultation-frame.tsx';
import { roomAddress } from './room-page.tsx';
import type { FreezeView } from './views.ts';

/** What is missing before the rule can be frozen, or what would be frozen and by whom. */
export function FreezePage(props: StaffProps<FreezeView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, problems, rules, lineUp, contests, asksMailCode, waiting } = view;
  const words = t.controlRoom;
  return (
    <StaffPage head={head} staff={staff} frame={frame} t={t} title={words.freezeTitle} lead={[words.freezeLead]}>
      <ErrorSummary form={form} t={t} />
      {problems.length > 0 ? (
        <Section id="missing" title={words.freezeMissing(problems.length)}>
          <ul class="say">
            {problems.map((problem, i) => (
              <li key={i}>
                <Missing problem={problem} view={view} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      ) : (
        <Section id="frozen" title={words.willFreeze} say={[words.freezeReady]}>
          <div>
            <table class="facts">
              <caption class="vh">{words.willFreeze}</caption>
              <tbody>
                <tr>
                  <th scope="row">{words.papers}</th>
                  <td>{t.format.count(contests)}</td>
                </tr>
                <tr>
                  <th scope="row">{words.calendarTitle}</th>
                  <td>{calendarWords(head, t).join(' ')}</td>
                </tr>
                <tr>
                  <th scope="row">{t.secondFactor.ask}</th>
                  <td>{asksMailCode ? t.secondFactor.mail : t.secondFactor.letter}</td>
                </tr>
                {rules.map(({ template, name, hash }) => (
                  <tr key={template}>
                    <th scope="row">
                      <b>
                        <a href={`/org/c/${head.slug}/rule/${template}`}>{t.consultations.acts.ruleHash(name)}</a>
                      </b>
                    </th>
                    <td class="hash">
                      <code dir="ltr">{hash}</code>
                    </td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t.consultations.acts.lineUp}</th>
                  <td class="hash">
                    <code dir="ltr">{lineUp}</code>
                  </td>
                </tr>
              </tbody>
            </table>
            {waiting === null && (
              <Form action={`/org/c/${head.slug}/freeze`} submit={words.propose}>
                <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
              </Form>
            )}
          </div>
        </Section>
      )}
      {waiting !== null && <WaitingAct act={waiting} t={t} />}
    </StaffPage>
  );
}

function Missing(props: { problem: FreezingProblem; view: FreezeView; t: Translation }): JSX.Element {
  const { problem, view, t } = props;
  const room = `/org/c/${view.head.slug}`;
  const words = t.consultations;
  switch (problem.type) {
    case 'not_now':
      return <>{t.controlRoom.freezeState(words.states[problem.state])}</>;
    case 'calendar':
      return <a href={`${room}/calendar`}>{words.calendarProblems[problem.problem.type]}</a>;
    case 'no_contests':
      return <a href={`${room}/templates`}>{t.controlRoom.freezeNoContests}</a>;
    case 'envelope':
      return <a href={`${room}/envelopes`}>{words.envelopeProblems[problem.problem.type]}</a>;
    case 'template':
      return (
        <a href={`${room}/rule/${problem.id}`}>
          {words.templateProblems[problem.problem.type]}
          {'names' in problem.problem && ` ${words.ruleNames(t.format.list(problem.problem.names))}`}
        </a>
      );
    case 'no_mailer':
      return <a href={`${room}/second-factor`}>{t.secondFactor.noMailer}</a>;
    case 'options':
      return (
        <a href={roomAddress(room, { state: states[problem.problem] })}>
          {t.controlRoom.freezeOptions(problem.contests, words.optionsProblems[problem.problem])}
        </a>
      );
    default:
      return assertNever(problem);
  }
}

/** The filter of the control room that shows the contests of a problem. */
const states = {
  no_options: 'no_options',
  too_many_options: '',
  not_approved: 'approval',
  cost_missing: 'cost',
  cost_above_envelope: 'cost',
  neither_envelope_nor_winners: '',
} as const;
