import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import { Choices, ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { QrPicture } from '../../../ui/qr-picture.tsx';
import { Hero } from '../../../ui/section.tsx';
import { CodeField } from './code-field.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { ToSignInPage } from './to-sign-in-page.tsx';
import { accountFields, type AppView, type PasskeyAsked, type SetUpView } from './views.ts';

interface Around {
  readonly form: FormState;
  readonly frame: Frame;
  readonly t: Translation;
}

const titleOf = (title: string, { form, t }: Around): string =>
  form.problems.length > 0 ? t.frame.errorTitle(title) : title;

/** The first page of a link: who it is for, and how that person wants to sign in. */
export function SetUpPage(props: Around & { readonly view: SetUpView }): JSX.Element {
  const { view, form, frame, t } = props;
  const { accounts: words } = t;
  const lead = [
    view.name === null ? words.setUpFirst : words.setUpInvited(view.name),
    ...(view.needsCode ? [words.setUpRecovery] : []),
  ];
  return (
    <Document title={titleOf(words.setUpTitle, props)} frame={frame} t={t} unlisted>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.setUpTitle} lead={lead} />
      <Form action={view.path} submit={words.continue}>
        {view.needsCode && (
          <Field
            name={accountFields.spoken}
            label={words.spokenCode}
            hint={words.spokenCodeHint}
            signs={12}
            form={form}
          />
        )}
        {view.name === null && (
          <>
            <Field
              name={accountFields.name}
              label={words.yourName}
              hint={words.yourNameHint}
              autocomplete="name"
              form={form}
            />
            <Field name={accountFields.email} label={words.email} type="email" autocomplete="email" form={form} />
          </>
        )}
        <Choices
          name={accountFields.how}
          label={words.how}
          kind="one"
          choices={[
            { value: 'passkey', text: words.howPasskey, hint: words.howPasskeyHint },
            { value: 'password', text: words.howPassword, hint: words.howPasswordHint },
          ]}
          form={form}
        />
      </Form>
    </Document>
  );
}

export function PasswordPage(props: Around & { readonly path: string; readonly email: string }): JSX.Element {
  const { path, email, form, frame, t } = props;
  const { accounts: words } = t;
  return (
    <Document title={titleOf(words.choosePasswordTitle, props)} frame={frame} t={t} unlisted>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.choosePasswordTitle} lead={[]} />
      <Form action={`${path}/password`} submit={words.continue}>
        {/* Tells the browser's own store of passwords whose this one is. */}
        <input type="text" autocomplete="username" value={email} hidden readonly />
        <Field
          name={accountFields.password}
          label={words.password}
          hint={words.choosePasswordHint}
          type="password"
          autocomplete="new-password"
          form={form}
        />
      </Form>
      <OtherWay path={path} t={t} />
    </Document>
  );
}

export function AppPage(props: Around & { readonly view: AppView }): JSX.Element {
  const { view, form, frame, t } = props;
  const { accounts: words } = t;
  return (
    <Document title={titleOf(words.appTitle, props)} frame={frame} t={t} unlisted>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.appTitle} lead={[words.appLead]} />
      <QrPicture squares={view.squares} title={words.appPicture} />
      <p>
        {words.appTyped} <code class="secret">{view.secret}</code>
      </p>
      <Form action={`${view.path}/code`} submit={words.appDone}>
        <CodeField form={form} t={t} />
      </Form>
      <OtherWay path={view.path} t={t} />
    </Document>
  );
}

export function PasskeyPage(props: Around & { readonly path: string; readonly asked: PasskeyAsked }): JSX.Element {
  const { path, asked, form, frame, t } = props;
  const { accounts: words } = t;
  return (
    <Document title={titleOf(words.passkeySetUpTitle, props)} frame={frame} t={t} unlisted>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.passkeySetUpTitle} lead={[words.passkeySetUpLead]} />
      <PasskeyForm action={`${path}/passkey`} kind="create" submit={words.passkeySetUpGo} asked={asked} t={t} />
      <OtherWay path={path} t={t} />
    </Document>
  );
}

export const LinkGonePage = ({ frame, t }: { readonly frame: Frame; readonly t: Translation }): JSX.Element => (
  <ToSignInPage
    title={t.accounts.linkGoneTitle}
    says={t.accounts.linkGone}
    go={t.accounts.signInTitle}
    frame={frame}
    t={t}
  />
);

const OtherWay = ({ path, t }: { readonly path: string; readonly t: Translation }): JSX.Element => (
  <p>
    <a href={path}>{t.accounts.otherWay}</a>
  </p>
);
