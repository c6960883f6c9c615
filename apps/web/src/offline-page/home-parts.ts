import { button, el } from './dom.ts';
import type { FrameWords } from './frame-words.ts';
import { paragraph } from './page-app.ts';

/** A task on the first screen. */
export interface HomeTask {
  readonly title: string;
  readonly says: string;
  readonly go: () => void;
}

export const taskList = (tasks: readonly HomeTask[]): HTMLElement =>
  el(
    'ul',
    { class: 'tasks' },
    ...tasks.map(({ title, says, go }) => el('li', {}, button(title, go, 'link'), el('p', { class: 'soft' }, says))),
  );

/** The link that saves the page itself; nothing where it was opened from a disk. */
export function savePageParts(words: FrameWords, name: string): readonly HTMLElement[] {
  if (!location.protocol.startsWith('http')) return [];
  return [
    el('h2', { class: 'h3' }, words.saveTitle),
    paragraph(words.savePageSays),
    el('p', {}, el('a', { class: 'btn two', href: location.pathname, download: name }, words.savePage)),
  ];
}
