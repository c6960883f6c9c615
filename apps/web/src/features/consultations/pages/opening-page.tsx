import type { OpeningProblem } from '@convite/domain';
import { assertNever } from '@convite/kernel';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { WaitingAct } from '../../../ui/waiting-act.tsx';
import { calendarWords, type StaffProps } from './consultation-frame.tsx';
import { roomAddress } from './room-page.tsx';
import type { OpeningView } from './views.ts';

/** What is missing before the vote can be opened; how two people open it, and close it once its time is over. */
export function OpeningPage(props: StaffProps<OpeningView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, problems, contests, lacksStations, lacksOrder, mayClose, mayAnnul, waiting, waitingAnnulment } = view;
  const words = t.controlRoom;
  const isBefore = head.status === 'draft' || head.status === 'frozen';
  const mayPropose = (isBefore && problems.length === 0) || mayClose;
  const isAnnulled = head.status === 'annulled';
  const lead = isBefore ? words.openLead : head.isDemo ? words.closeLeadDemo : words.closeLead;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={isBefore ? words.openTitle : isAnnulled ? words.step.vote : words.closeTitle}
      lead={[...(isAnnulled ? [] : [lead]), ...calendarWords(head, t)]}
    >
      <ErrorSummary form={form} t={t} />
      {lacksOrder && (
        <p class="note wait">
          <a href={`/org/c/${head.slug}/order`}>{t.optionOrder.missing}</a>
        </p>
      )}
      {isBefore && lacksStations && (
        <p class="note wait">
          <a href={`/org/c/${head.slug}/stations`}>{t.stations.missing}</a>
        </p>
      )}
      {isBefore && problems.length > 0 && (
        <Section id="missing" title={words.freezeMissing(problems.length)}>
          <ul class="say">
            {problems.map((problem) => (
              <li key={JSON.stringify(problem)}>
                <Missing problem={problem} view={view} t={t} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {waiting !== null && <WaitingAct act={waiting} t={t} />}
      {mayPropose && waiting === null && (
        <Section id="propose" title={words.propose} say={[words.inContests(contests)]}>
          <Form action={`/org/c/${head.slug}/vote/${isBefore ? 'open' : 'close'}`} submit={words.propose}>
            <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
          </Form>
        </Section>
      )}
      {waitingAnnulment !== null && (
        <WaitingAct act={waitingAnnulment} of={{ id: 'waiting-annulment', title: words.annulWholeWaiting }} t={t} />
      )}
      {mayAnnul && waitingAnnulment === null && (
        <Section id="annul" title={words.annulWholeTitle} say={[words.annulWholeRail]}>
          <Form action={`/org/c/${head.slug}/vote/annul`} submit={words.annulWholePropose} quiet>
            <Field name="why_annul" label={words.reason} hint={words.reasonHint} form={form} />
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}

function Missing(props: { problem: OpeningProblem; view: OpeningView; t: Translation }): JSX.Element {
  const { problem, view, t } = props;
  const room = `/org/c/${view.head.slug}`;
  const words = t.controlRoom;
  switch (problem.type) {
    case 'not_now':
      return <a href={`${room}/freeze`}>{words.freezeFirst}</a>;
    case 'already_over':
      return <a href={`${room}/calendar`}>{words.alreadyOver}</a>;
    case 'no_contests':
      return <>{words.freezeNoContests}</>;
    case 'contests':
      return (
        <a href={roomAddress(room, { state: problem.need })}>
          {words.needing(problem.contests, words.need[problem.need])}
        </a>
      );
    case 'roll_not_frozen':
      return <a href={`${room}/roll`}>{words.rollNotFrozen}</a>;
    case 'no_trustees':
      return <a href={`${room}/trustees`}>{words.noTrustees}</a>;
    case 'not_rehearsed':
      return <a href={`${room}/trustees#places`}>{words.notRehearsed(problem.trustees)}</a>;
    case 'no_mailer':
      return <a href={`${room}/second-factor`}>{t.secondFactor.noMailer}</a>;
    case 'unsafe_database':
      return (
        <>
          {words.unsafeDatabase} <code dir="ltr">{problem.settings.join(' ')}</code>
        </>
      );
    default:
      return assertNever(problem);
  }
}
