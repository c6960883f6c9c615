import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { calendarWords, type StaffProps } from './consultation-frame.tsx';
import type { Head } from './views.ts';

/** When the vote opens and closes, as the clocks of its place show it. */
export function CalendarFields({ form, t }: { form: FormState; t: Translation }): JSX.Element {
  const words = t.controlRoom;
  return (
    <>
      <Field name="zone" label={words.zone} hint={words.zoneHint} form={form} signs={20} />
      <Field name="opens_at" type="moment" label={words.opensAt} hint={words.timeHint} form={form} />
      <Field name="closes_at" type="moment" label={words.closesAt} hint={words.closesHint} form={form} />
      <Field
        name="complaints_until"
        type="moment"
        label={words.complaintsUntil}
        hint={words.complaintsHint}
        form={form}
      />
    </>
  );
}

/** The calendar while it is being written; once frozen, how to propose a later end. */
export function CalendarPage(
  props: StaffProps<Head> & { readonly form: FormState; readonly isSaved: boolean },
): JSX.Element {
  const { view: head, staff, frame, t, form, isSaved } = props;
  const words = t.controlRoom;
  const address = `/org/c/${head.slug}/calendar`;
  const mayExtend = head.status === 'frozen' || head.status === 'open';
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={mayExtend ? words.extendTitle : words.calendarTitle}
      lead={[...(mayExtend ? [words.extendLead] : []), ...calendarWords(head, t)]}
    >
      <ErrorSummary form={form} t={t} />
      {isSaved && <p class="note">{words.saved}</p>}
      {head.status === 'draft' && (
        <Form action={address} submit={words.save}>
          <CalendarFields form={form} t={t} />
        </Form>
      )}
      {mayExtend && (
        <Form action={`${address}/extend`} submit={words.propose}>
          <Field name="closes_at" type="moment" label={words.newClosing} hint={words.timeHint} form={form} />
          <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
        </Form>
      )}
    </StaffPage>
  );
}
