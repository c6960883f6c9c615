import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';

/** Where the code of the letter is typed or scanned. The field has no name: no form could ever send it. */
export const CodeView = ({ t: { booth } }: { readonly t: Translation }): JSX.Element => (
  <section id="code" hidden>
    <p class="back">
      <button type="button" class="link go-back">
        {booth.back}
      </button>
    </p>
    <p class="soft small step">{booth.step(1)}</p>
    <h1 id="code-title" tabindex={-1}>
      {booth.codeTitle}
    </h1>
    <p id="code-reason" class="note wait" hidden />
    <form id="code-form" autocomplete="off" novalidate>
      <div class="field">
        <label for="code-field">{booth.codeLabel}</label>
        <span class="hint" id="code-hint">
          {booth.codeHint}
        </span>
        <p class="err" id="code-problem" role="alert" hidden />
        <input
          class="in code"
          id="code-field"
          type="text"
          dir="ltr"
          autocomplete="off"
          autocapitalize="none"
          autocorrect="off"
          spellcheck={false}
          aria-describedby="code-problem code-hint"
        />
      </div>
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
