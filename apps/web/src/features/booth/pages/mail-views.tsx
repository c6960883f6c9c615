import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Stations } from './stations.tsx';
import type { Paper } from './views.ts';

interface ViewProps {
  readonly paper: Paper;
  readonly t: Translation;
}

/** Where a voter says to which address a code is sent. The fields have no names: no form could ever send them. */
export function AddressView({ paper, t }: ViewProps): JSX.Element {
  const { booth } = t;
  const { mail } = booth;
  return (
    <section id="address" hidden>
      <p class="back">
        <button type="button" class="link go-back">
          {booth.back}
        </button>
      </p>
      <p class="soft small step">{booth.step(1)}</p>
      <h1 id="address-title" tabindex={-1}>
        {mail.addressTitle}
      </h1>
      <p id="address-reason" class="note wait" hidden />
      <p>{mail.addressSays}</p>
      <form id="address-form" autocomplete="off" novalidate>
        <div class="field">
          <label for="address-field">{mail.addressLabel}</label>
          <span class="hint" id="address-hint">
            {mail.addressHint}
          </span>
          <p class="err" id="address-problem" role="alert" hidden />
          <input
            class="in"
            id="address-field"
            type="email"
            dir="ltr"
            maxlength={254}
            autocomplete="email"
            autocapitalize="none"
            autocorrect="off"
            spellcheck={false}
            aria-describedby="address-problem address-hint"
          />
        </div>
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
  return (
    <section id="mailed" hidden>
      <p class="back">
        <button type="button" class="link" id="mailed-other">
          {mail.other}
        </button>
      </p>
      <p class="soft small step">{booth.step(1)}</p>
      <h1 id="mailed-title" tabindex={-1}>
        {mail.codeTitle}
      </h1>
      <p id="mailed-says" class="note" role="status" />
      <form id="mailed-form" autocomplete="off" novalidate>
        <div class="field">
          <label for="mailed-field">{mail.codeLabel}</label>
          <span class="hint" id="mailed-hint">
            {mail.codeHint}
          </span>
          <p class="err" id="mailed-problem" role="alert" hidden />
          <input
            class="in code"
            id="mailed-field"
            type="text"
            dir="ltr"
            inputmode="numeric"
            autocomplete="one-time-code"
            spellcheck={false}
            aria-describedby="mailed-problem mailed-hint"
          />
        </div>
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
