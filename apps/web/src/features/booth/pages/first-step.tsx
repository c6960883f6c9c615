import type { ComponentChild, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';

interface HeadProps {
  /** Of the view; its title is `…-title`. */
  readonly of: string;
  readonly title: string;
  /** The button that leads out of the view. */
  readonly back: JSX.Element;
  readonly t: Translation;
}

/** How a view of the first step begins, in which one thing is typed. */
export const FirstStepHead = ({ of, title, back, t }: HeadProps): JSX.Element => (
  <>
    <p class="back">{back}</p>
    <p class="soft small step">{t.booth.step(1)}</p>
    <h1 id={`${of}-title`} tabindex={-1}>
      {title}
    </h1>
  </>
);

/** The button of the page that leads to the view before. */
export const GoBack = ({ t }: Pick<HeadProps, 't'>): JSX.Element => (
  <button type="button" class="link go-back">
    {t.booth.back}
  </button>
);

/** The one field of a view, with its hint and its problem. It has no name: no form could ever send it. */
export const OneField = (props: {
  readonly of: string;
  readonly label: ComponentChild;
  readonly hint: ComponentChild;
  readonly input: JSX.IntrinsicElements['input'];
}): JSX.Element => (
  <div class="field">
    <label for={`${props.of}-field`}>{props.label}</label>
    <span class="hint" id={`${props.of}-hint`}>
      {props.hint}
    </span>
    <p class="err" id={`${props.of}-problem`} role="alert" hidden />
    <input
      class="in"
      id={`${props.of}-field`}
      dir="ltr"
      spellcheck={false}
      aria-describedby={`${props.of}-problem ${props.of}-hint`}
      {...props.input}
    />
  </div>
);
