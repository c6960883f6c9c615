import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { money, type StaffProps } from './consultation-frame.tsx';
import { OptionTable } from './option-table.tsx';
import { votingWords } from './rule-words.ts';
import type { ContestView } from './views.ts';

/** What came back of the forms of the page. */
export interface ContestDoings {
  readonly form: FormState;
  readonly isSaved?: boolean;
}

/** One contest for staff: how it stands, its options, and what may be done. */
export function ContestPage(props: StaffProps<ContestView> & { doings: ContestDoings }): JSX.Element {
  const { view, staff, frame, t, doings } = props;
  const { head, id, name, above, template } = view;
  const words = t.controlRoom;
  const address = `/org/c/${head.slug}/contests/${id}`;
  const isDraft = head.status === 'draft';
  const waits = view.options.some(({ isApproved, isWithdrawn }) => !isApproved && !isWithdrawn);
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.contestTitle(name)}
      above={[...above, template].join(' › ')}
    >
      <ErrorSummary form={doings.form} t={t} />
      {doings.isSaved === true && <p class="note">{words.saved}</p>}
      <Section id="facts" title={words.facts}>
        <div>
          <Facts view={view} t={t} />
          {isDraft && (
            <div class="acts">
              {waits && <Do action={`${address}/approve`} says={words.approveAll} />}
              {!view.hasWaiver && <Do action={`${address}/waiver`} says={words.signWaiver} />}
            </div>
          )}
        </div>
      </Section>
      <Section id="options" title={t.consultations.optionsTitle} say={[t.consultations.optionsRail]}>
        <div>
          <OptionTable
            head={head}
            options={view.options}
            withReview
            correct={isDraft ? (number) => `${address}/options/${number}` : undefined}
            t={t}
          />
          {view.options.length > 0 && (
            <TableLink href={`${address}/options.csv`} of={t.consultations.optionsTitle} t={t} />
          )}
          {isDraft && (
            <p class="acts">
              <a class="btn two" href={`${address}/options/new`}>
                {t.optionForms.add}
              </a>
            </p>
          )}
        </div>
      </Section>
      {(head.status === 'frozen' || head.status === 'open') && (
        <Section id="withdraw" title={words.withdrawTitle} say={[words.withdrawRail]}>
          <Form action={`${address}/withdraw`} submit={words.propose}>
            <Field name="number" label={words.withdrawNumber} form={doings.form} inputmode="numeric" signs={6} />
            <Field name="why_withdraw" label={words.reason} hint={words.reasonHint} form={doings.form} />
          </Form>
        </Section>
      )}
      {!isDraft && view.status !== 'annulled' && view.status !== 'certified' && (
        <Section id="annul" title={words.annulTitle} say={[words.annulRail]}>
          <Form action={`${address}/annul`} submit={words.propose}>
            <Field name="why_annul" label={words.reason} hint={words.reasonHint} form={doings.form} />
          </Form>
        </Section>
      )}
      {!isDraft && (
        <p>
          <a href={`/c/${head.slug}/contests/${id}`}>{words.publicPage}</a>
        </p>
      )}
    </StaffPage>
  );
}

const Do = ({ action, says }: { action: string; says: string }): JSX.Element => (
  <form method="post" action={action}>
    <button class="btn two">{says}</button>
  </form>
);

function Facts({ view, t }: { view: ContestView; t: Translation }): JSX.Element {
  const { head, envelope, voters, turnout } = view;
  const winners = view.paper.rule.maximumWinners;
  const words = t.controlRoom;
  const facts: readonly (readonly [string, string])[] = [
    [words.columns.state, t.consultations.contestStates[view.status]],
    [t.consultations.code, view.code],
    [words.columns.voters, t.format.count(voters)],
    [words.columns.turnout, turnout === null ? words.none : t.format.count(turnout)],
    [words.electionWritten, turnout === null ? words.no : words.yes],
    [words.envelope, envelope === null ? words.none : money(envelope, head, t)],
    ...(winners === null ? [] : ([[words.maximumWinners, t.format.count(winners)]] as const)),
    [words.signWaiver, view.hasWaiver ? words.yes : words.no],
  ];
  return (
    <table class="facts">
      <caption class="vh">{words.facts}</caption>
      <tbody>
        {facts.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
        <tr>
          <th scope="row">{words.form}</th>
          <td>{votingWords(view.paper, t).join(' ')}</td>
        </tr>
      </tbody>
    </table>
  );
}
