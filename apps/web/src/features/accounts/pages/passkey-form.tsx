import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { accountFields, type PasskeyAsked } from './views.ts';

/**
 * A form that the script fills with the answer of a passkey and sends. Without script, or where the browser has no
 * passkeys, it says so and shows no button.
 */
export function PasskeyForm(props: {
  readonly action: string;
  /** `create` makes a passkey, `get` asks one. */
  readonly kind: 'create' | 'get';
  readonly submit: string;
  readonly asked: PasskeyAsked;
  readonly back?: string;
  readonly t: Translation;
}): JSX.Element {
  const { action, kind, submit, asked, back, t } = props;
  return (
    <form id="passkey" action={action} method="post" data-kind={kind} data-question={asked.question}>
      {back !== undefined && <input type="hidden" name={accountFields.back} value={back} />}
      <input type="hidden" name={accountFields.passkey} value="" />
      <p id="passkey-none">{t.accounts.passkeyNone}</p>
      <p id="passkey-failed" class="err" role="alert" hidden>
        {kind === 'get' ? t.accounts.passkeyFailed : t.accounts.passkeySetUpFailed}
      </p>
      <button class="btn" id="passkey-go" hidden>
        {submit}
      </button>
      {asked.script !== null && <script type="module" src={asked.script} />}
    </form>
  );
}
