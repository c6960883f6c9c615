import type { JSX } from 'preact';
import { assertNever } from '@convite/kernel';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState, Select } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { OptionsView, TableProblemLine } from './views.ts';

/** Loads the options of many contests from one table; what is wrong in it, by line. */
export function OptionsPage(props: StaffProps<OptionsView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, templates, problems, more, list, loaded } = view;
  const words = t.controlRoom;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={problems.length > 0 ? words.fileProblems(problems.length + more) : words.optionsTitle}
      lead={problems.length > 0 ? [] : [words.optionsLead, words.optionsColumns]}
    >
      <ErrorSummary form={form} t={t} />
      {loaded !== null && (
        <p class="note">
          {words.loaded(loaded.options, loaded.contests)}{' '}
          {loaded.ignored.length > 0 && words.ignored(t.format.list(loaded.ignored))}{' '}
          <a href={`/org/c/${head.slug}`}>{words.back}</a>
        </p>
      )}
      {problems.length > 0 && (
        <Section id="problems" title={words.optionsTitle} say={[words.optionsColumns]}>
          <div>
            <table>
              <caption class="vh">{words.fileProblems(problems.length + more)}</caption>
              <tbody>
                {problems.map(({ line, problem }, i) => (
                  <tr key={i}>
                    <th scope="row">{line === null ? words.wholeFile : words.line(line)}</th>
                    <td>{optionProblemWords(problem, t)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {more > 0 && <p>{words.moreProblems(more)}</p>}
            {list !== null && (
              <TableLink
                href={`/org/c/${head.slug}/options/problems/${list}/problems.csv`}
                of={t.tables.problems}
                t={t}
              />
            )}
          </div>
        </Section>
      )}
      {head.status === 'draft' && (
        <Form action={`/org/c/${head.slug}/options`} submit={words.load} files>
          <Select
            name="template"
            label={words.template}
            form={form}
            choices={templates.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <Field
            name="file"
            type="file"
            accept=".csv,text/csv,text/plain"
            label={words.file}
            hint={words.fileHint(t.format.bytes(view.maximumBytes))}
            form={form}
          />
        </Form>
      )}
    </StaffPage>
  );
}

/** What is wrong with a table of options, and what to do. */
export function optionProblemWords(problem: TableProblemLine['problem'], t: Translation): string {
  const words = t.controlRoom.problem;
  switch (problem.type) {
    case 'strange_sign':
      return words.strange_sign(problem.column, problem.sign);
    case 'lost_sign':
      return words.lost_sign(problem.column);
    case 'too_long':
      return words.too_long(problem.column, problem.most);
    case 'row_width':
      return words.row_width(problem.found, problem.expected);
    case 'bad_number':
      return words.bad_number(problem.found, problem.most);
    case 'bad_cost':
      return words.bad_cost(problem.found, problem.decimals);
    case 'repeated_number':
      return words.repeated_number(problem.number, problem.first);
    case 'repeated_title':
      return words.repeated_title(problem.title, problem.first);
    case 'no_contest':
      return words.no_contest(problem.code);
    case 'too_many_options':
      return words.too_many_options(problem.code, problem.most);
    case 'missing_column':
      return words.missing_column(problem.column);
    case 'repeated_column':
      return words.repeated_column(problem.column);
    case 'too_many_rows':
      return words.too_many_rows(problem.most);
    case 'no_code':
    case 'no_title':
    case 'no_rows':
    case 'broken_quotes':
    case 'not_text':
    case 'spreadsheet':
      return words[problem.type];
    default:
      return assertNever(problem);
  }
}
