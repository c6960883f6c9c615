import type { JSX } from 'preact';
import { languages, locales } from '../../../i18n/locale.ts';
import type { Translation } from '../../../i18n/translation.ts';
import { Choices, ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { calendarWords, type StaffProps } from './consultation-frame.tsx';
import type { CalendarView, Head } from './views.ts';

/** In which languages, and what it is called in each. */
export function TitleFields({ form, t }: { form: FormState; t: Translation }): JSX.Element {
  const words = t.controlRoom;
  return (
    <>
      <Choices
        name="languages"
        kind="several"
        label={words.languages}
        form={form}
        choices={locales.map((locale) => ({ value: locale, text: languages[locale].name }))}
      />
      {locales.map((locale) => (
        <Field
          key={locale}
          name={`title_${locale}`}
          label={words.nameIn(t.format.language(locale))}
          hint={words.nameHint}
          form={form}
        />
      ))}
    </>
  );
}

/** In what money, and how finely. */
export function UnitFields({ form, t }: { form: FormState; t: Translation }): JSX.Element {
  const words = t.controlRoom;
  return (
    <>
      <Field name="currency" label={words.currency} hint={words.currencyHint} form={form} signs={6} />
      <Field name="decimals" label={words.decimals} form={form} inputmode="numeric" signs={6} />
    </>
  );
}

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

/** Title, languages, currency and calendar while they are being written; once frozen, how to propose a later end. */
export function CalendarPage(
  props: StaffProps<CalendarView> & { readonly form: FormState; readonly isSaved: boolean },
): JSX.Element {
  const { view, staff, frame, t, form, isSaved } = props;
  const { head } = view;
  const words = t.controlRoom;
  const address = `/org/c/${head.slug}/calendar`;
  const isDraft = head.status === 'draft';
  const mayExtend = head.status === 'frozen' || head.status === 'open';
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={mayExtend ? words.extendTitle : isDraft ? t.drafts.pageTitle : words.calendarTitle}
      lead={[...(mayExtend ? [words.extendLead] : []), ...calendarWords(head, t)]}
    >
      <ErrorSummary form={form} t={t} />
      {isSaved && <p class="note">{words.saved}</p>}
      {isDraft && (
        <>
          <Section id="title" title={t.drafts.titleTitle} say={[t.drafts.titleRail]}>
            <Form action={`${address}/title`} submit={words.save}>
              {view.hasHours && <p>{t.drafts.has_hours}</p>}
              <TitleFields form={form} t={t} />
            </Form>
          </Section>
          <Section id="unit" title={t.drafts.unitTitle}>
            {view.hasAmounts ? <Counted head={head} t={t} /> : <UnitForm address={address} form={form} t={t} />}
          </Section>
          <Section id="calendar" title={words.calendarTitle}>
            <Form action={address} submit={words.save}>
              <CalendarFields form={form} t={t} />
            </Form>
          </Section>
        </>
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

const UnitForm = ({ address, form, t }: { address: string; form: FormState; t: Translation }): JSX.Element => (
  <Form action={`${address}/unit`} submit={t.controlRoom.save}>
    <UnitFields form={form} t={t} />
  </Form>
);

/** Why the currency stays, and where the amounts are. */
const Counted = ({ head, t }: { head: Head; t: Translation }): JSX.Element => (
  <div>
    <p>{t.drafts.countedIn(head.unit, head.decimals)}</p>
    <p>{t.drafts.has_amounts}</p>
    <p class="acts">
      <a class="btn two" href={`/org/c/${head.slug}/envelopes`}>
        {t.drafts.toEnvelopes}
      </a>{' '}
      <a class="btn two" href={`/org/c/${head.slug}/options`}>
        {t.drafts.toOptions}
      </a>
    </p>
  </div>
);
