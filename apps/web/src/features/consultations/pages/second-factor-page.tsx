import type { JSX } from 'preact';
import { Choices, ErrorSummary, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { SecondFactorView } from './views.ts';

/** What people are asked for beside the letter: chosen in a draft, read once it is frozen. */
export function SecondFactorPage(
  props: StaffProps<SecondFactorView> & { readonly form: FormState; readonly isSaved: boolean },
): JSX.Element {
  const { view, staff, frame, t, form, isSaved } = props;
  const { head, isAsked, hasMailer, people, without } = view;
  const words = t.secondFactor;
  const address = `/org/c/${head.slug}/second-factor`;
  const isDraft = head.status === 'draft';
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.title}
      lead={isDraft ? words.lead : [isAsked ? words.frozenMail : words.frozenLetter]}
      acts={
        isAsked && head.status === 'open' ? (
          <a class="btn two" href={`/org/c/${head.slug}/passes`}>
            {words.toPasses}
          </a>
        ) : undefined
      }
    >
      <ErrorSummary form={form} t={t} />
      {isSaved && <p class="note">{words.saved(isAsked)}</p>}
      {isDraft && (
        <Form action={address} submit={t.controlRoom.save}>
          <Choices
            name="second"
            kind="one"
            label={words.ask}
            form={form}
            choices={[
              { value: 'letter', text: words.letter, hint: words.letterHint },
              { value: 'mail', text: words.mail, hint: words.mailHint },
            ]}
          />
          {without > 0 && (
            <Choices
              name="tables"
              kind="several"
              label={words.tablesLabel(without, people)}
              hint={words.tablesHint}
              form={form}
              choices={[{ value: 'yes', text: words.tables(without) }]}
            />
          )}
        </Form>
      )}
      <Section id="people" title={words.whoTitle}>
        <ul class="say">
          <li>{hasMailer ? words.mailerSet : words.noMailer}</li>
          <li>{people === 0 ? words.noRoll : words.addresses(people - without, people)}</li>
          {without > 0 && (
            <li>
              {words.mend} <a href={`/org/c/${head.slug}/roll`}>{words.toRoll}</a>
            </li>
          )}
        </ul>
      </Section>
      <Section id="reveals" title={words.revealsTitle}>
        <ul class="say">
          {words.reveals.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
    </StaffPage>
  );
}
