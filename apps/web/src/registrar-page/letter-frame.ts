import { button, el } from '../offline-page/dom.ts';
import { saveStep } from '../offline-page/saving.ts';
import type { App } from './app.ts';

/** Letters as they are printed: what the page shows, prints and saves are the same bytes. */
export interface FramedLetters {
  readonly html: string;
  readonly name: string;
  /** What the frame and the control are called. */
  readonly title: string;
  readonly print: string;
}

/** Shows letters in a frame of their own, which the page's styles do not reach, and prints that frame alone. */
export function letterFrame(app: App, { html, name, title, print }: FramedLetters): readonly HTMLElement[] {
  const frame = el('iframe', { class: 'letters', title });
  app.showIn(frame, html);
  return [
    el('p', { class: 'soft' }, app.words.sheetPrintNote),
    el(
      'div',
      { class: 'acts' },
      button(print, () => frame.contentWindow?.print()),
    ),
    frame,
    saveStep(app, { name, content: html, type: 'text/html' }, app.words.sheetSave),
  ];
}
