import { button, el, saveFile } from './dom.ts';
import type { FrameWords } from './frame-words.ts';
import { paragraph } from './page-app.ts';

/** A file to be saved, with what it is for; `saved` is called when the person has told the browser to. */
export function saveStep(
  { words }: { readonly words: Pick<FrameWords, 'save' | 'saved'> },
  file: { readonly name: string; readonly content: BlobPart; readonly type?: string },
  says: string,
  saved: () => void = () => undefined,
): HTMLElement {
  const told = el('p', { class: 'st ok', role: 'status' });
  const save = (): void => {
    saveFile(file.name, file.content, file.type);
    told.replaceChildren(withName(words.saved, file.name));
    saved();
  };
  return el('div', { class: 'save' }, paragraph(says), button(withName(words.save, file.name), save), told);
}

/** What is said of a file. Its name runs from left to right, whatever a person's own name in it does. */
function withName(says: (name: string) => string, name: string): HTMLElement {
  const [before = '', after = ''] = says('\n').split('\n');
  return el('span', {}, before, el('bdi', { dir: 'ltr' }, name), after);
}

/** A control for files, and what was chosen. */
export function fileInput(id: string, accept: string, isMany = false): HTMLInputElement {
  return el('input', { class: 'in', type: 'file', id, accept, multiple: isMany });
}

export const filesIn = ({ files }: HTMLInputElement): readonly File[] => [...(files ?? [])];
