import { type BoothData, countSentence, filled } from './booth-data.ts';
import { isFound } from './folded-text.ts';
import { onClick, onSubmit, optionalPart, part, say } from './page-parts.ts';
import { readNumbers } from './typed-numbers.ts';

/** The paper: what is marked on it, and how much that is. */
export interface ChooseView {
  marked(): readonly number[];
  mark(numbers: readonly number[]): void;
  /** Says something above the paper, such as that an old selection was found. */
  note(sentence: string | undefined): void;
  /** Says at the top what keeps the paper from being reviewed, and leads there. */
  refuse(): void;
}

/** Opens the view. `changed` is told of each mark; `review` of the wish to go on. */
export function openChooseView(
  page: Document,
  data: BoothData,
  signal: AbortSignal,
  { changed, review }: { readonly changed: () => void; readonly review: () => void },
): ChooseView {
  const { words } = data;
  const form = part(page, 'choose-form', HTMLFormElement);
  const boxes = new Map(
    [...form.querySelectorAll<HTMLInputElement>('input[name=p]')].map((box) => [Number(box.value), box]),
  );
  const said = part(page, 'said', HTMLOutputElement);
  const problem = part(page, 'choose-problem', HTMLElement);
  const marked = (): readonly number[] => [...boxes].filter(([, box]) => box.checked).map(([number]) => number);
  const recount = (): void => {
    const { length } = marked();
    const sentence = countSentence(data, length);
    if (said.textContent !== sentence) said.textContent = sentence;
    said.classList.toggle('over', length > data.most);
    if (length <= data.most && !problem.hidden) {
      problem.hidden = true;
      page.title = words.titles.choose;
    }
  };
  form.addEventListener(
    'change',
    (event) => {
      if (!(event.target instanceof HTMLInputElement) || event.target.name !== 'p') return;
      recount();
      changed();
    },
    { signal },
  );
  typedNumbers(page, data, boxes, signal, () => {
    recount();
    changed();
  });
  search(page, words, signal);
  onSubmit(form, signal, review);
  recount();
  return {
    marked,
    mark(numbers) {
      for (const [number, box] of boxes) box.checked = numbers.includes(number);
      recount();
    },
    note: (sentence) => {
      say(part(page, 'choose-note', HTMLElement), sentence);
    },
    refuse() {
      page.title = filled(words.errorTitle, { title: words.titles.choose });
      part(page, 'choose-problem-says', HTMLElement).textContent = countSentence(data, marked().length);
      problem.hidden = false;
      problem.focus();
    },
  };
}

/** The quick way: numbers as on paper and on the radio, marked all at once. */
function typedNumbers(
  page: Document,
  { words, single }: BoothData,
  boxes: ReadonlyMap<number, HTMLInputElement>,
  signal: AbortSignal,
  changed: () => void,
): void {
  const field = part(page, 'nums', HTMLInputElement);
  const answer = part(page, 'nums-says', HTMLElement);
  const mark = (): void => {
    const { known, unknown } = readNumbers(field.value, new Set(boxes.keys()));
    const taken = single ? known.slice(0, 1) : known;
    for (const number of taken) {
      const box = boxes.get(number);
      if (box !== undefined) box.checked = true;
    }
    const sentences = [
      ...(taken.length > 0 ? [filled(words.numbersMarked, { numbers: taken.join(', ') })] : []),
      ...(unknown.length > 0 ? [filled(words.numbersUnknown, { numbers: unknown.join(', ') })] : []),
    ];
    say(answer, sentences.join(' ') || words.numbersNone);
    field.value = unknown.join(', ');
    field.focus();
    changed();
  };
  onClick(part(page, 'nums-go', HTMLButtonElement), signal, mark);
  // Enter in this field marks; the form would take it for the wish to go on.
  field.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      mark();
    },
    { signal },
  );
}

function search(page: Document, words: BoothData['words'], signal: AbortSignal): void {
  const field = optionalPart(page, 'search', HTMLInputElement);
  if (field === undefined) return;
  const matches = part(page, 'matches', HTMLElement);
  const lines = [...page.querySelectorAll<HTMLElement>('#choose-form .choose > li')].map((line) => ({
    line,
    text: line.textContent,
  }));
  field.addEventListener(
    'input',
    () => {
      let shown = 0;
      for (const { line, text } of lines) {
        line.hidden = !isFound(field.value, text);
        if (!line.hidden) shown += 1;
      }
      say(matches, field.value.trim() === '' ? undefined : filled(words.matches, { count: String(shown) }));
    },
    { signal },
  );
  field.addEventListener(
    'keydown',
    (event) => {
      // Enter would send the form, and with it go on to the review.
      if (event.key === 'Enter') event.preventDefault();
    },
    { signal },
  );
}
