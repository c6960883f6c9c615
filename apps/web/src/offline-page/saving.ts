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
  return el(
    'div',
    { class: 'save' },
    paragraph(says),
    button(words.save(file.name), () => {
      saveFile(file.name, file.content, file.type);
      told.textContent = words.saved(file.name);
      saved();
    }),
    told,
  );
}

/** A control for files, and what was chosen. */
export function fileInput(id: string, accept: string, isMany = false): HTMLInputElement {
  return el('input', { class: 'in', type: 'file', id, accept, multiple: isMany });
}

export const filesIn = ({ files }: HTMLInputElement): readonly File[] => [...(files ?? [])];
