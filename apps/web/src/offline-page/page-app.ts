import { button, el } from './dom.ts';
import type { FrameWords } from './frame-words.ts';

/** What a page of a task shows: its title, and everything below. */
export interface Screen {
  readonly title: string;
  readonly parts: readonly (HTMLElement | undefined)[];
  /** What is wrong with what was given; told first. */
  readonly problems?: readonly Problem[];
}

/** What is wrong, and the id of the control where it is mended, where there is one. */
export type Problem = string | { readonly field: string; readonly says: string };

/** What the tasks of a page of one file work with. */
export interface PageApp<Words extends FrameWords> {
  readonly words: Words;
  /** Shows a screen and brings whoever hears the page to its title. */
  readonly show: (screen: Screen) => void;
  readonly home: () => void;
  /** Runs what may take a while; a fault is told on the page. */
  readonly run: (work: () => Promise<void>) => void;
  /** While something is made that would be lost and is not saved, leaving asks first. */
  readonly unsaved: (isUnsaved: boolean) => void;
}

export const paragraph = (text: string, look?: string): HTMLElement => el('p', { class: look }, text);

/** The summary of what is wrong, which takes the focus. */
export function problemBox(words: FrameWords, problems: readonly Problem[]): HTMLElement {
  return el(
    'div',
    { class: 'problem', role: 'alert', tabindex: -1 },
    el('h2', {}, words.problemTitle),
    el('ul', {}, ...problems.map((problem) => el('li', {}, typeof problem === 'string' ? problem : toField(problem)))),
  );
}

/** A link that leads to a control, without the address being changed. */
function toField({ field, says }: Exclude<Problem, string>): HTMLElement {
  return button(says, () => document.querySelector<HTMLElement>(`#${field}`)?.focus(), 'link');
}

/** A way back to the start. */
export const backHome = ({ words, home }: Pick<PageApp<FrameWords>, 'words' | 'home'>): HTMLElement =>
  el('p', { class: 'back' }, button(words.home, home, 'link'));

/** A hash in groups, to be read aloud. */
export const spokenHash = (hash: string): HTMLElement =>
  el('p', { class: 'spoken', dir: 'ltr' }, ...(hash.match(/.{4}/gu) ?? []).map((group) => el('code', {}, `${group} `)));
