import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { CodeField } from './code-field.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { ToSignInPage } from './to-sign-in-page.tsx';
import { accountFields, type PasskeyAsked } from './views.ts';

/** Two ways in: a passkey, or the first of two proofs. */
export function SignInPage(props: {
  readonly form: FormState;
  readonly asked: PasskeyAsked;
  /** Where to go afterwards. */
  readonly back: string;
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { form, asked, back, frame, t } = props;
  const { accounts: words } = t;
  const title = form.problems.length > 0 ? t.frame.errorTitle(words.signInTitle) : words.signInTitle;
  return (
    <Document title={title} frame={frame} t={t} unlisted>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.signInTitle} lead={[words.signInLead]} />
      <Section id="passkey-way" title={words.passkeyTitle} say={[words.passkeySay]}>
        <PasskeyForm action="/sign-in/passkey" kind="get" submit={words.passkeyGo} asked={asked} back={back} t={t} />
      </Section>
      <Section id="password-way" title={words.passwordTitle} say={[words.passwordSay]}>
        <Form action="/sign-in" submit={words.continue}>
          <input type="hidden" name={accountFields.back} value={back} />
          <Field name={accountFields.email} label={words.email} type="email" autocomplete="username" form={form} />
          <Field
            name={accountFields.password}
            label={words.password}
            type="password"
            autocomplete="current-password"
            form={form}
          />
        </Form>
        <p>{words.lostProof}</p>
      </Section>
    </Document>
  );
}

/** The second of two proofs. */
export function SecondPage(props: {
  readonly form: FormState;
  readonly back: string;
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { form, back, frame, t } = props;
  const { accounts: words } = t;
  const title = form.problems.length > 0 ? t.frame.errorTitle(words.secondTitle) : words.secondTitle;
  return (
    <Document title={title} frame={frame} t={t} unlisted>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.secondTitle} lead={[words.secondLead]} />
      <Form action="/sign-in/second" submit={words.signInTitle}>
        <input type="hidden" name={accountFields.back} value={back} />
        <CodeField form={form} t={t} />
      </Form>
      <p>{words.lostProof}</p>
    </Document>
  );
}

export const SignedOutPage = ({ frame, t }: { readonly frame: Frame; readonly t: Translation }): JSX.Element => (
  <ToSignInPage
    title={t.accounts.signedOutTitle}
    says={t.accounts.signedOut}
    go={t.accounts.signInAgain}
    frame={frame}
    t={t}
  />
);
