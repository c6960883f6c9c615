import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { QrPicture, squaresOf } from '../../../ui/qr-picture.tsx';
import { Hero, Section } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';

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

function PassesFrame(
  props: PassesProps & {
    readonly title: string;
    readonly lead: readonly string[];
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const { view, staff, frame, t, title, lead, children } = props;
  return (
    <StaffDocument
      title={title}
      frame={frame}
      t={t}
      staff={staff}
      community={view.title}
      crumbs={[
        { text: t.frame.home, href: '/org' },
        { text: t.controlRoom.title, href: `/org/c/${view.slug}` },
        { text: t.secondFactor.passesTitle, href: null },
      ]}
    >
      <Hero above={view.title} title={title} lead={lead} />
      {children}
    </StaffDocument>
  );
}

/** Who is at the table, as their document says. */
export function PassesPage(props: PassesProps & { readonly form: FormState; readonly number: string }): JSX.Element {
  const { view, t, form, number } = props;
  const words = t.secondFactor;
  return (
    <PassesFrame {...props} title={words.passesTitle} lead={words.passesLead}>
      <ErrorSummary form={form} t={t} />
      <Form action={passesAddress(view)} submit={words.give}>
        <input type="hidden" name="number" value={number} />
        <Field name="name" label={words.name} form={form} />
        <Field name="birth_date" type="date" label={words.birthDate} signs={20} form={form} />
        <Field name="document" label={words.document} hint={words.documentHint} signs={20} form={form} />
        <Field name="told_apart" label={words.apart} hint={words.apartHint} form={form} />
      </Form>
    </PassesFrame>
  );
}

/** The passes of one person, shown once. */
export function GivenPage(
  props: PassesProps & { readonly passes: readonly { readonly place: string; readonly href: string }[] },
): JSX.Element {
  const { view, t, passes } = props;
  const words = t.secondFactor;
  return (
    <PassesFrame {...props} title={words.givenTitle} lead={words.givenLead}>
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
    </PassesFrame>
  );
}
