type Child = Node | string | undefined;

type Handlers = { readonly onclick?: () => void; readonly onsubmit?: () => void; readonly onchange?: () => void };
type Attributes = Readonly<Record<string, string | boolean | number | undefined>>;

/** Makes an element. Texts are texts: nothing here reads markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== undefined && value !== false) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Adds what happens when an element is used; a form never leaves the page. */
export function on<E extends HTMLElement>(element: E, { onclick, onsubmit, onchange }: Handlers): E {
  if (onclick !== undefined) element.addEventListener('click', onclick);
  if (onchange !== undefined) element.addEventListener('change', onchange);
  if (onsubmit !== undefined) {
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      onsubmit();
    });
  }
  return element;
}

export const button = (text: string | Node, onclick: () => void, look = 'btn'): HTMLButtonElement =>
  on(el('button', { type: 'button', class: look }, text), { onclick });

/** A control with its label, its hint and, where something is wrong with it, the sentence that says so. */
export function field(
  control: HTMLElement,
  { label, hint, problem }: { readonly label: string; readonly hint?: string; readonly problem?: string | undefined },
): HTMLElement {
  const { id } = control;
  const described = [hint === undefined ? [] : `${id}-hint`, problem === undefined ? [] : `${id}-problem`].flat();
  if (described.length > 0) control.setAttribute('aria-describedby', described.join(' '));
  if (problem !== undefined) control.setAttribute('aria-invalid', 'true');
  return el(
    'div',
    { class: 'field' },
    el('label', { for: id }, label),
    hint === undefined ? undefined : el('span', { class: 'hint', id: `${id}-hint` }, hint),
    problem === undefined ? undefined : el('p', { class: 'err', id: `${id}-problem` }, problem),
    control,
  );
}

/** Hands a file over to the browser, which saves it where the person says. */
export function saveFile(name: string, content: BlobPart, type = 'application/json'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  el('a', { href: address, download: name }).click();
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
