import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { QrPicture, squaresOf } from '../../../ui/qr-picture.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';

/** The table of a consultation, for whoever gives passes there. */
export interface TableView {
  readonly slug: string;
  readonly title: string;
}

interface PassesProps {
  readonly view: TableView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}

const passesAddress = ({ slug }: TableView): string => `/org/c/${slug}/passes`;

/** Who is at the table, as their document says. */
export function PassesPage(props: PassesProps & { readonly form: FormState; readonly number: string }): JSX.Element {
  const { view, staff, frame, t, form, number } = props;
  const words = t.secondFactor;
  return (
    <StaffPage head={view} staff={staff} frame={frame} t={t} title={words.passesTitle} lead={words.passesLead}>
      <ErrorSummary form={form} t={t} />
      <Form action={passesAddress(view)} submit={words.give}>
        <input type="hidden" name="number" value={number} />
        <Field name="name" label={words.name} form={form} />
        <Field name="birth_date" type="date" label={words.birthDate} signs={20} form={form} />
        <Field name="document" label={words.document} hint={words.documentHint} signs={20} form={form} />
        <Field name="told_apart" label={words.apart} hint={words.apartHint} form={form} />
      </Form>
    </StaffPage>
  );
}

/** The passes of one person, shown once. */
export function GivenPage(
  props: PassesProps & { readonly passes: readonly { readonly place: string; readonly href: string }[] },
): JSX.Element {
  const { view, staff, frame, t, passes } = props;
  const words = t.secondFactor;
  const between = { text: words.passesTitle, href: passesAddress(view) };
  return (
    <StaffPage
      head={view}
      staff={staff}
      frame={frame}
      t={t}
      title={words.givenTitle}
      lead={words.givenLead}
      between={between}
    >
      {passes.map(({ place, href }, i) => (
        <Section key={href} id={`pass-${i + 1}`} title={place}>
          <div>
            <QrPicture squares={squaresOf(href)} title={words.givenQr(place)} />
            <p class="hash">
              <code dir="ltr">{href}</code>
            </p>
          </div>
        </Section>
      ))}
      <p class="acts">
        <a class="btn" href={passesAddress(view)}>
          {words.givenNext}
        </a>
      </p>
    </StaffPage>
  );
}
