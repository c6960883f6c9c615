import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState, Select } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { treeAddress } from './tree-page.tsx';
import { encodingChoices, type ProblemList, separatorChoices } from './views.ts';

/** Bringing a file of territories; with what was wrong with the last one. */
export function ImportPage(props: {
  form: FormState;
  wrong: ProblemList | null;
  maximumBytes: number;
  staff: { readonly name: string };
  frame: Frame;
  t: Translation;
}): JSX.Element {
  const { form, wrong, maximumBytes, staff, frame, t } = props;
  const words = t.territories;
  const hasProblems = form.problems.length > 0;
  return (
    <StaffDocument
      title={hasProblems ? t.frame.errorTitle(words.bringTitle) : words.bringTitle}
      frame={frame}
      t={t}
      staff={staff}
      crumbs={[
        { text: words.title, href: treeAddress },
        { text: words.bringTitle, href: null },
      ]}
    >
      <Hero title={words.bringTitle} lead={[words.bringLead]} />
      <ErrorSummary form={form} t={t} />
      {wrong !== null && <Problems wrong={wrong} t={t} />}
      <Form action={`${treeAddress}/import`} files submit={words.check}>
        <Field
          name="file"
          type="file"
          label={words.file}
          hint={words.fileHint(t.format.bytes(maximumBytes))}
          accept=".csv,.tsv,.txt,.json,.geojson"
          form={form}
        />
        <Select
          name="encoding"
          label={words.encoding}
          hint={words.encodingHint}
          form={form}
          choices={encodingChoices.map((value) => ({ value, text: words.encodings[value] }))}
        />
        <Select
          name="separator"
          label={words.separator}
          form={form}
          choices={separatorChoices.map((value) => ({ value, text: words.separators[value] }))}
        />
      </Form>
    </StaffDocument>
  );
}

/** Everything to mend in a file, by line or feature. */
export function Problems({ wrong, t }: { wrong: ProblemList; t: Translation }): JSX.Element {
  const words = t.territories;
  return (
    <Section id="problems" title={words.problems} full>
      <div>
        <table>
          <caption class="vh">{words.problems}</caption>
          <thead>
            <tr>
              <th scope="col">{words.where}</th>
              <th scope="col">{words.what}</th>
            </tr>
          </thead>
          <tbody>
            {wrong.problems.map(({ place, problem }, i) => (
              <tr key={`${i} ${problem.type}`}>
                <th scope="row">{place === null ? words.wholeFile : words.place(place)}</th>
                <td>{words.problem(problem)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {wrong.more > 0 && <p>{words.moreProblems(wrong.more)}</p>}
      </div>
    </Section>
  );
}
