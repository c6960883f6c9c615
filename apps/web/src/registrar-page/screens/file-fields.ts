import { el, field, on } from '../../offline-page/dom.ts';
import { backHome, type Problem, type Screen } from '../../offline-page/page-app.ts';
import { fileInput } from '../../offline-page/saving.ts';
import type { App } from '../app.ts';

/** The files that tasks ask for, by the names of their controls. */
const accepted = {
  order: '.json',
  roll: '.csv',
  list: '.csv',
  given: '.csv',
  upload: '.jsonl',
  published: '.bel,.zip',
};
export type FileName = keyof typeof accepted;

/** What was chosen stays chosen, in the next task too; but the list of given spares must be the newest each time. */
const kept = new Map<FileName, FileList>();

/** A file that was changed after it was chosen cannot be read: whoever comes back chooses anew. */
function forget(fault: unknown): never {
  kept.clear();
  throw fault;
}

/** A form that asks for files: a screen, and what was chosen. */
export function fileForm(
  app: App,
  asked: readonly FileName[],
  more: {
    readonly title: string;
    readonly lead: string;
    readonly submit: string;
    readonly problems: readonly Problem[];
    readonly controls?: readonly HTMLElement[];
    readonly done: (chosen: Readonly<Partial<Record<FileName, File>>>) => Promise<void>;
  },
): Screen {
  const { words, run } = app;
  const inputs = asked.map((name) => [name, fileInput(name, accepted[name])] as const);
  for (const [name, input] of inputs) {
    const before = problemOf(more.problems, name) === undefined ? kept.get(name) : undefined;
    if (before !== undefined) input.files = before;
    else kept.delete(name);
    on(input, { onchange: () => void (input.files !== null && name !== 'given' && kept.set(name, input.files)) });
  }
  const chosen = (): Readonly<Partial<Record<FileName, File>>> =>
    Object.fromEntries(inputs.flatMap(([name, { files }]) => (files?.[0] === undefined ? [] : [[name, files[0]]])));
  return {
    title: more.title,
    problems: more.problems,
    parts: [
      el('p', {}, more.lead),
      on(
        el(
          'form',
          { novalidate: true },
          ...inputs.map(([name, input]) =>
            field(input, {
              label: words[`${name}Label`],
              hint: words[`${name}Hint`],
              problem: problemOf(more.problems, name),
            }),
          ),
          ...(more.controls ?? []),
          el('div', { class: 'acts' }, el('button', { class: 'btn', type: 'submit' }, more.submit)),
        ),
        { onsubmit: () => run(() => more.done(chosen()).catch(forget)) },
      ),
      backHome(app),
    ],
  };
}

/** What is wrong with one control. */
export const problemOf = (problems: readonly Problem[], name: string): string | undefined =>
  problems.flatMap((one) => (typeof one !== 'string' && one.field === name ? [one.says] : []))[0];
