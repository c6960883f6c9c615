import { openCamera } from './camera.ts';
import { type BoothWords, filled } from './booth-data.ts';
import { codeProblem } from './code-problem.ts';
import { onClick, onSubmit, optionalPart, part, say } from './page-parts.ts';

/** Where a voter types or scans the code of her letter. */
export interface CodeView {
  /** Empties the field, and says why the code is asked for, when there is a reason. */
  open(reason: string | undefined): void;
  close(): void;
}

/** Opens the view; `entered` gets a code that can be one, and the field forgets it. */
export function openCodeView(
  page: Document,
  words: BoothWords,
  signal: AbortSignal,
  entered: (code: string) => void,
): CodeView {
  const field = part(page, 'code-field', HTMLInputElement);
  const problem = part(page, 'code-problem', HTMLElement);
  const reason = part(page, 'code-reason', HTMLElement);
  const camera = openCamera(page, words, signal, (scanned) => {
    take(codeIn(scanned));
  });
  const take = (typed: string): void => {
    const wrong = codeProblem(typed, words);
    say(problem, wrong);
    field.toggleAttribute('aria-invalid', wrong !== undefined);
    if (wrong !== undefined) {
      page.title = filled(words.errorTitle, { title: words.titles.code });
      if (field.value === '') field.value = typed;
      field.focus();
      return;
    }
    field.value = '';
    entered(typed);
  };
  onSubmit(part(page, 'code-form', HTMLFormElement), signal, () => {
    take(field.value);
  });
  onClick(optionalPart(page, 'code-show', HTMLInputElement), signal, () => {
    field.type = part(page, 'code-show', HTMLInputElement).checked ? 'password' : 'text';
  });
  return {
    open(why) {
      field.value = '';
      field.toggleAttribute('aria-invalid', false);
      say(problem, undefined);
      say(reason, why);
    },
    close() {
      field.value = '';
      camera.close();
    },
  };
}

/** The code in what a camera reads off a letter: the fragment of an address, or the text itself. */
export const codeIn = (scanned: string): string => {
  const fragment = scanned.indexOf('#');
  return fragment === -1 ? scanned : scanned.slice(fragment + 1);
};
