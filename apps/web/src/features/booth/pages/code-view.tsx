import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { FirstStepHead, GoBack, OneField } from './first-step.tsx';

/** Where the code of the letter is typed or scanned. */
export const CodeView = ({ t, t: { booth } }: { readonly t: Translation }): JSX.Element => (
  <section id="code" hidden>
    <FirstStepHead of="code" title={booth.codeTitle} back={<GoBack t={t} />} t={t} />
    <p id="code-reason" class="note wait" hidden />
    <form id="code-form" autocomplete="off" novalidate>
      <OneField
        of="code"
        label={booth.codeLabel}
        hint={booth.codeHint}
        input={{ class: 'in code', type: 'text', autocomplete: 'off', autocapitalize: 'none', autocorrect: 'off' }}
      />
      <p class="hide-code">
        <label>
          <input type="checkbox" id="code-show" autocomplete="off" /> {booth.codeHide}
        </label>
      </p>
      <p>{booth.codePrivate}</p>
      <p class="acts">
        <button class="btn">{booth.codeGo}</button>
        <button type="button" class="btn two" id="scan" hidden>
          {booth.scan}
        </button>
      </p>
      <p class="err" id="camera-problem" role="alert" hidden />
      <video id="camera" aria-label={booth.camera} muted playsinline hidden />
    </form>
    <details>
      <summary>{booth.codeHelpTitle}</summary>
      <p>{booth.codeHelp}</p>
    </details>
  </section>
);
