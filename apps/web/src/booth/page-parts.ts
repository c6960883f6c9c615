import { invariant } from '@convite/kernel';

/** The part of the page with this id, which the server writes for every paper. @throws InvariantError if it is missing */
export function part<E extends Element>(page: Document, id: string, type: new () => E): E {
  const found = page.querySelector(`#${id}`);
  invariant(found instanceof type, `the page of the booth has the part ${id}`);
  return found;
}

/** The part with this id when the page has it: some stand only on some papers. */
export function optionalPart<E extends Element>(page: Document, id: string, type: new () => E): E | undefined {
  const found = page.querySelector(`#${id}`);
  return found instanceof type ? found : undefined;
}

/** Shows a sentence, or takes it away when there is none. */
export function say(place: HTMLElement, sentence: string | undefined): void {
  place.textContent = sentence ?? '';
  place.hidden = sentence === undefined;
}

/** Calls an act when a form is sent, which itself never leaves the page. */
export function onSubmit(form: HTMLFormElement, signal: AbortSignal, act: () => void): void {
  form.addEventListener(
    'submit',
    (event) => {
      event.preventDefault();
      act();
    },
    { signal },
  );
}

export function onClick(target: Element | undefined, signal: AbortSignal, act: () => void): void {
  target?.addEventListener('click', act, { signal });
}
