import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { momentText, zoneWords } from './act-table.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { accountFields, type OwnAccountView, type PasskeyAsked } from './views.ts';

/** The own account: what it is opened with, another passkey, and the way out everywhere. */
export function AccountPage(props: {
  readonly view: OwnAccountView;
  readonly asked: PasskeyAsked;
  readonly form: FormState;
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { view, asked, form, frame, t } = props;
  const { accounts: words } = t;
  const title = form.problems.length > 0 ? t.frame.errorTitle(words.account) : words.account;
  return (
    <StaffDocument title={title} staff={view} frame={frame} t={t}>
      <ErrorSummary form={form} t={t} />
      <Hero title={words.account} lead={[`${view.name}, ${view.email}`]} />
      <Section id="proofs" title={words.proofs} say={[words.proofsSay, zoneWords(view.zone, t)]}>
        <ul class="plain">
          {view.hasPassword && <li>{words.howPassword}</li>}
          {view.passkeys.map(({ id, name, at }) => (
            <li key={id}>
              <form action="/org/account/passkeys/remove" method="post">
                <input type="hidden" name={accountFields.passkey} value={id} />
                <p>{words.passkeyMade(name, momentText(at, view.zone, t))}</p>
                <button class="btn two" aria-label={`${words.passkeyRemove}: ${momentText(at, view.zone, t)}`}>
                  {words.passkeyRemove}
                </button>
              </form>
            </li>
          ))}
        </ul>
      </Section>
      <Section id="another" title={words.passkeyAnother} say={[words.passkeyAnotherSay]}>
        <PasskeyForm action="/org/account/passkeys" kind="create" submit={words.passkeySetUpGo} asked={asked} t={t} />
      </Section>
      <Section id="everywhere" title={words.signOut}>
        <form action="/org/sign-out-everywhere" method="post">
          <button class="btn two">{words.signOutEverywhere}</button>
        </form>
      </Section>
    </StaffDocument>
  );
}
