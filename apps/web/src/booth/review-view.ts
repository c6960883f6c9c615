import { type BoothData, shownTitle } from './booth-data.ts';
import { part } from './page-parts.ts';

/** Draws what is about to be cast: the chosen in the order of their numbers, or that the paper stays blank. */
export function drawReview(
  page: Document,
  { words, options }: BoothData,
  marked: readonly number[],
  blank: boolean,
  change: (number: number) => void,
): void {
  const chosen = blank ? [] : options.filter(({ number }) => marked.includes(number));
  part(page, 'review-count', HTMLElement).textContent = blank ? words.chosenBlank : (words.chosen[chosen.length] ?? '');
  const list = part(page, 'chosen', HTMLOListElement);
  list.replaceChildren(
    ...chosen.map(({ number }) => {
      const title = shownTitle(page, number);
      const button = element(page, 'button', 'link', `${words.change} `);
      const whose = element(page, 'span', 'vh', '');
      if (title !== null) whose.append(title.cloneNode(true));
      button.append(whose);
      button.setAttribute('type', 'button');
      button.addEventListener('click', () => {
        change(number);
      });
      const line = page.createElement('li');
      const name = element(page, 'span', 'name', '');
      // As it stands on the paper: its title in each language, and what it costs.
      for (const said of title?.parentElement?.children ?? []) name.append(said.cloneNode(true));
      line.append(element(page, 'span', 'pno', String(number)), name, button);
      return line;
    }),
  );
  const canCast = blank || chosen.length > 0;
  part(page, 'cast-form', HTMLFormElement).hidden = !canCast;
  part(page, 'nothing-chosen', HTMLElement).hidden = canCast;
}

function element(page: Document, name: string, className: string, text: string): HTMLElement {
  const made = page.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}
