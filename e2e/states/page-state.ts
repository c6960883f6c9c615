import type { JSX } from 'preact';
import type { Translation } from '../../apps/web/src/i18n/translation.ts';
import type { Frame } from '../../apps/web/src/ui/frame.ts';

/** One state of one page, ready to be drawn in any language. */
export interface PageState {
  readonly name: string;
  readonly draw: (frame: Frame, t: Translation) => JSX.Element;
}
