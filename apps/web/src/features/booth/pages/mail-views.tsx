import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { FirstStepHead, GoBack, OneField } from './first-step.tsx';
import { Stations } from './stations.tsx';
import type { Paper } from './views.ts';

interface ViewProps {
  readonly paper: Paper;
  readonly t: Translation;
}

/** Where a voter says to which address a code is sent. */
export function AddressView({ paper, t }: ViewProps): JSX.Element {
  const { booth } = t;
  const { mail } = booth;
  return (
    <section id="address" hidden>
      <FirstStepHead of="address" title={mail.addressTitle} back={<GoBack t={t} />} t={t} />
      <p id="address-reason" class="note wait" hidden />
      <p>{mail.addressSays}</p>
      <form id="address-form" autocomplete="off" novalidate>
        <OneField
          of="address"
          label={mail.addressLabel}
          hint={mail.addressHint}
          input={{ type: 'email', maxlength: 254, autocomplete: 'email', autocapitalize: 'none', autocorrect: 'off' }}
        />
        <p>{mail.addressPrivate}</p>
        <p id="address-busy" role="status" hidden />
        <p class="acts">
          <button class="btn">{mail.addressGo}</button>
          <button type="button" class="btn two" id="address-have">
            {mail.have}
          </button>
        </p>
      </form>
      <NoMail paper={paper} t={t} />
    </section>
  );
}

/** Where the code from the letter by e-mail is typed. */
export function MailedView({ paper, t }: ViewProps): JSX.Element {
  const { booth } = t;
  const { mail } = booth;
  const other = (
    <button type="button" class="link" id="mailed-other">
      {mail.other}
    </button>
  );
  return (
    <section id="mailed" hidden>
      <FirstStepHead of="mailed" title={mail.codeTitle} back={other} t={t} />
      <p id="mailed-says" class="note" role="status" />
      <form id="mailed-form" autocomplete="off" novalidate>
        <OneField
          of="mailed"
          label={mail.codeLabel}
          hint={mail.codeHint}
          input={{ class: 'in code', type: 'text', inputmode: 'numeric', autocomplete: 'one-time-code' }}
        />
        <p id="mailed-busy" role="status" hidden />
        <p class="acts">
          <button class="btn">{booth.codeGo}</button>
          <button type="button" class="btn two" id="mailed-again" hidden>
            {mail.again}
          </button>
        </p>
        <p class="soft" id="mailed-wait" hidden />
      </form>
      <p>{mail.nothingCame}</p>
      <NoMail paper={paper} t={t} />
    </section>
  );
}

/** The way of whoever cannot get at that mail. */
const NoMail = ({ paper, t }: ViewProps): JSX.Element => (
  <details>
    <summary>{t.booth.mail.helpTitle}</summary>
    <p>{t.booth.mail.help}</p>
    <Stations paper={paper} t={t} />
  </details>
);
