import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { TableFields, TableProblems } from '../../../ui/table-file.tsx';
import { treeAddress } from './tree-page.tsx';
import type { ProblemList } from './views.ts';

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
        <TableFields form={form} t={t} />
      </Form>
    </StaffDocument>
  );
}

/** Everything to mend in a file, by line or feature. */
export function Problems({ wrong, t }: { wrong: ProblemList; t: Translation }): JSX.Element {
  const words = t.territories;
  const problems = wrong.problems.map(({ place, problem }) => ({
    place: place === null ? null : words.place(place),
    says: words.problem(problem),
  }));
  const table = wrong.list === null ? null : `${treeAddress}/problems/${wrong.list}/problems.csv`;
  return <TableProblems problems={problems} more={wrong.more} table={table} t={t} />;
}
