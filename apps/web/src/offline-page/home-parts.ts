import { button, el } from './dom.ts';
import type { FrameWords } from './frame-words.ts';
import { paragraph, type Screen } from './page-app.ts';

/** A task on the first screen: its words, and where it begins. */
export type HomeTask = readonly [words: { readonly title: string; readonly says: string }, go: () => void];

/** The first screen: what a person may do here, and the page itself to be saved under `name`. */
export function homeScreen(words: FrameWords, name: string, tasks: readonly HomeTask[], limit?: string): Screen {
  return {
    title: words.homeTitle,
    parts: [
      paragraph(words.homeLead, 'lead'),
      el(
        'ul',
        { class: 'tasks' },
        ...tasks.map(([{ title, says }, go]) =>
          el('li', {}, button(title, go, 'link'), el('p', { class: 'soft' }, says)),
        ),
      ),
      limit === undefined ? undefined : paragraph(limit, 'soft'),
      ...savePageParts(words, name),
    ],
  };
}

/** The link that saves the page itself; nothing where it was opened from a disk. */
function savePageParts(words: FrameWords, name: string): readonly HTMLElement[] {
  if (!location.protocol.startsWith('http')) return [];
  return [
    el('h2', { class: 'h3' }, words.saveTitle),
    paragraph(words.savePageSays),
    el('p', {}, el('a', { class: 'btn two', href: location.pathname, download: name }, words.savePage)),
  ];
}
