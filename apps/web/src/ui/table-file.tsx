import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';
import { type FormState, Select } from './form.tsx';
import { Section } from './section.tsx';
import { TableLink } from './table-link.tsx';

const choicesOf = (words: Readonly<Record<string, string>>): readonly { value: string; text: string }[] =>
  Object.entries(words).map(([value, text]) => ({ value, text }));

/** What may be declared of a file of rows; what is not is recognised. */
export function TableFields({ form, t }: { form: FormState; t: Translation }): JSX.Element {
  const { tables: words } = t;
  return (
    <>
      <Select
        name="encoding"
        label={words.encoding}
        hint={words.encodingHint}
        form={form}
        choices={choicesOf(words.encodings)}
      />
      <Select name="separator" label={words.separator} form={form} choices={choicesOf(words.separators)} />
    </>
  );
}

/** Everything to mend in a file, each with its place; null stands for the whole file. */
export function TableProblems(props: {
  problems: readonly { readonly place: string | null; readonly says: string }[];
  /** Those that are not shown. */
  more: number;
  /** Where all of them are saved from; null where they are not kept. */
  table: string | null;
  t: Translation;
}): JSX.Element {
  const { problems, more, table, t } = props;
  const { tables: words } = t;
  return (
    <Section id="problems" title={words.problems} full>
      <div>
        <table class="defects">
          <caption class="vh">{words.problems}</caption>
          <thead>
            <tr>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ place, says }, i) => (
              <tr key={i}>
                <th scope="row">{place ?? words.wholeFile}</th>
                <td>{says}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {more > 0 && <p>{words.moreProblems(more)}</p>}
        {table !== null && <TableLink href={table} of={words.problems} t={t} />}
      </div>
    </Section>
  );
}
