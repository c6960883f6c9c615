import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';

/** What is wrong in a form; `field` is the name of the control where it is mended. */
export interface FieldProblem {
  readonly field: string;
  readonly says: string;
}

/** What was typed, by the name of the control, and what is wrong with it. */
export interface FormState {
  readonly values: ReadonlyMap<string, string>;
  readonly problems: readonly FieldProblem[];
}

/** A form that nobody has touched yet. */
export const freshForm = (values: Iterable<readonly [string, string]> = []): FormState => ({
  values: new Map(values),
  problems: [],
});

interface Control {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly form: FormState;
}

const problemOf = ({ name, form }: Pick<Control, 'name' | 'form'>): FieldProblem | undefined =>
  form.problems.find(({ field }) => field === name);

/** Which words belong to a control, for whoever hears the page. */
function described(control: Control): { 'aria-describedby'?: string; 'aria-invalid'?: 'true' } {
  const problem = problemOf(control);
  const ids = [
    ...(control.hint === undefined ? [] : [`${control.name}-hint`]),
    ...(problem === undefined ? [] : [`${control.name}-problem`]),
  ];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(problem !== undefined && { 'aria-invalid': 'true' }),
  };
}

const Hint = ({ name, hint }: Pick<Control, 'name' | 'hint'>): JSX.Element | null =>
  hint === undefined ? null : (
    <span class="hint" id={`${name}-hint`}>
      {hint}
    </span>
  );

function Wrong(control: Pick<Control, 'name' | 'form'>): JSX.Element | null {
  const problem = problemOf(control);
  return problem === undefined ? null : (
    <p class="err" id={`${control.name}-problem`}>
      {problem.says}
    </p>
  );
}

/** Apart, because the types of the page's elements tell the kinds of input from one another. */
const inputs = {
  text: { type: 'text' },
  email: { type: 'email' },
  password: { type: 'password' },
  date: { type: 'date' },
  time: { type: 'time' },
  moment: { type: 'datetime-local' },
  search: { type: 'search' },
  file: { type: 'file' },
} as const;

/** One line to write, or a file to choose. */
export function Field(
  props: Control & {
    readonly type?: keyof typeof inputs;
    /** What the browser may fill in; WCAG 1.3.5. */
    readonly autocomplete?: string;
    readonly inputmode?: 'numeric' | 'decimal' | 'email' | 'text';
    readonly accept?: string;
    /** About how many signs are expected: the control is as wide. */
    readonly signs?: 6 | 12 | 20;
  },
): JSX.Element {
  const { name, label, hint, form, type = 'text', autocomplete = 'off', inputmode, accept, signs } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Hint name={name} {...(hint !== undefined && { hint })} />
      <Wrong name={name} form={form} />
      <input
        class={signs === undefined ? 'in' : `in signs-${signs}`}
        id={name}
        name={name}
        {...inputs[type]}
        autocomplete={autocomplete}
        {...(inputmode !== undefined && { inputmode })}
        {...(accept !== undefined && { accept })}
        // Neither a password nor a file is ever sent back.
        {...(type !== 'password' && type !== 'file' && { value: form.values.get(name) ?? '' })}
        {...described(props)}
      />
    </div>
  );
}

/** Several lines to write. */
export function LongField(props: Control & { readonly rows?: number }): JSX.Element {
  const { name, label, hint, form, rows = 5 } = props;
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Hint name={name} {...(hint !== undefined && { hint })} />
      <Wrong name={name} form={form} />
      <textarea class="in" id={name} name={name} rows={rows} {...described(props)}>
        {form.values.get(name) ?? ''}
      </textarea>
    </div>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly hint?: string;
}

/** One of many, in a list that unfolds. */
export function Select(props: Control & { readonly choices: readonly Choice[] }): JSX.Element {
  const { name, label, hint, form, choices } = props;
  const chosen = form.values.get(name);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <Hint name={name} {...(hint !== undefined && { hint })} />
      <Wrong name={name} form={form} />
      <select class="in" id={name} name={name} {...described(props)}>
        {choices.map(({ value, text }) => (
          <option key={value} value={value} selected={value === chosen}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

/**
 * A few choices in full view: one of them, or any number.
 *
 * Values of several are handed in and come back joined by a space; a value holds none. The error summary links to the first.
 */
export function Choices(
  props: Control & { readonly kind: 'one' | 'several'; readonly choices: readonly Choice[] },
): JSX.Element {
  const { name, label, hint, form, kind, choices } = props;
  const chosen = new Set((form.values.get(name) ?? '').split(' '));
  return (
    <fieldset class="field" {...described(props)}>
      <legend>{label}</legend>
      <Hint name={name} {...(hint !== undefined && { hint })} />
      <Wrong name={name} form={form} />
      <ul class="picks">
        {choices.map((choice, i) => (
          <li key={choice.value}>
            <input
              type={kind === 'one' ? 'radio' : 'checkbox'}
              id={i === 0 ? name : `${name}-${i}`}
              name={name}
              value={choice.value}
              checked={chosen.has(choice.value)}
            />
            <label for={i === 0 ? name : `${name}-${i}`}>
              {choice.text}
              {choice.hint !== undefined && <small>{choice.hint}</small>}
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

/** What is wrong, above the form: each line leads to the control where it is mended. Nothing when all is well. */
export function ErrorSummary({ form, t }: { form: FormState; t: Translation }): JSX.Element | null {
  if (form.problems.length === 0) return null;
  return (
    <div class="problem" role="alert" tabindex={-1}>
      <h2>{t.frame.problem}</h2>
      <ul>
        {form.problems.map(({ field, says }) => (
          <li key={`${field} ${says}`}>
            <a href={`#${field}`}>{says}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A form that sends itself: the server answers with the next page, or with the same and what is wrong. */
export function Form(props: {
  readonly action: string;
  /** Has a file among its controls. */
  readonly files?: boolean;
  readonly submit: string;
  /** What is seldom wanted, beside what the page is for. */
  readonly quiet?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { action, files = false, submit, quiet = false, children } = props;
  return (
    <form action={action} method="post" novalidate {...(files && { enctype: 'multipart/form-data' })}>
      {children}
      <button class={quiet ? 'btn two' : 'btn'}>{submit}</button>
    </form>
  );
}
