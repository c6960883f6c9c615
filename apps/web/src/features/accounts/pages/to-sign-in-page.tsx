import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero } from '../../../ui/section.tsx';

/** A page that says one thing, from which the way leads to signing in. */
export const ToSignInPage = (props: {
  readonly title: string;
  readonly says: string;
  readonly go: string;
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element => (
  <Document title={props.title} frame={props.frame} t={props.t} unlisted>
    <Hero
      title={props.title}
      lead={[props.says]}
      acts={
        <a class="btn" href="/sign-in">
          {props.go}
        </a>
      }
    />
  </Document>
);
