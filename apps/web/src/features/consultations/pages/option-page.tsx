import type { OptionTableProblem } from '@convite/domain';
import { invariant } from '@convite/kernel';
import type { JSX } from 'preact';
import { parseLocale } from '../../../i18n/locale.ts';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, type FieldProblem, Form, type FormState, LongField } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { Head } from './views.ts';

/** One option of a paper that is still being written. */
export interface OptionView {
  readonly head: Head;
  readonly contest: { readonly id: string; readonly name: string };
  /** The number under which it stands; null for a new one. */
  readonly was: number | null;
  /** Of the consultation, its first one first. */
  readonly languages: readonly string[];
}

/** One option of a paper that is still being written: a new one, or one that is corrected or taken out. */
export function OptionPage(props: StaffProps<OptionView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, contest, was } = view;
  const [first = '', ...further] = view.languages;
  const words = t.optionForms;
  const paper = `/org/c/${head.slug}/contests/${contest.id}`;
  const address = `${paper}/options/${was ?? 'new'}`;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={was === null ? words.newTitle : words.title(was)}
      lead={was === null ? [] : [words.lead]}
      between={{ text: t.controlRoom.contestTitle(contest.name), href: paper }}
    >
      <ErrorSummary form={form} t={t} />
      <Section id="option" title={t.consultations.option} say={[words.rail]}>
        <Form action={address} submit={t.controlRoom.save}>
          <Field
            name="number"
            label={t.consultations.number}
            hint={words.numberHint}
            form={form}
            inputmode="numeric"
            signs={6}
          />
          <Field
            name="title"
            label={further.length === 0 ? words.name : words.nameIn(nameOf(first, t))}
            hint={words.nameHint}
            form={form}
          />
          <LongField
            name="summary"
            label={further.length === 0 ? words.summary : words.summaryIn(nameOf(first, t))}
            hint={words.summaryHint}
            form={form}
            rows={4}
          />
          {further.map((language) => (
            <div key={language}>
              <Field
                name={`title_${language}`}
                label={words.nameIn(nameOf(language, t))}
                hint={words.furtherHint}
                form={form}
              />
              <LongField
                name={`summary_${language}`}
                label={words.summaryIn(nameOf(language, t))}
                hint={words.furtherHint}
                form={form}
                rows={4}
              />
            </div>
          ))}
          <Field
            name="cost"
            label={t.format.withUnit(t.consultations.cost, head.unit)}
            hint={words.costHint}
            form={form}
            inputmode="decimal"
            signs={20}
          />
          <Field name="place" label={t.consultations.place} hint={words.placeHint} form={form} />
          <Field name="theme" label={words.theme} hint={words.themeHint} form={form} />
        </Form>
      </Section>
      {was !== null && (
        <Section id="remove" title={words.removeTitle} say={[words.removeRail]}>
          <Form action={`${address}/remove`} submit={words.removeThis(was)} quiet>
            {null}
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}

const nameOf = (language: string, t: Translation): string => {
  const locale = parseLocale(language);
  return locale === undefined ? language : t.format.language(locale);
};

/** What is wrong with a typed option, each at its control. */
export const optionProblems = (problems: readonly OptionTableProblem[], t: Translation): readonly FieldProblem[] =>
  problems.map((problem) => {
    const words = t.optionForms.wrong;
    switch (problem.type) {
      case 'strange_sign':
        return { field: problem.column, says: words.strange_sign(problem.sign) };
      case 'lost_sign':
        return { field: problem.column, says: words.lost_sign };
      case 'too_long':
        return { field: problem.column, says: words.too_long(problem.most) };
      case 'bad_cost':
        return { field: 'cost', says: t.controlRoom.problem.bad_cost(problem.found, problem.decimals) };
      case 'bad_number':
        return { field: 'number', says: t.controlRoom.problem.bad_number(problem.found, problem.most) };
      case 'no_title':
        return { field: 'title', says: words.no_title };
      case 'repeated_title':
        return { field: 'title', says: words.repeated_title(problem.first) };
      case 'repeated_number':
        return { field: 'number', says: words.repeated_number(problem.number) };
      case 'too_many_options':
        return { field: 'number', says: words.too_many_options(problem.most) };
      case 'row_width':
      case 'no_code':
      case 'no_contest':
        invariant(false, 'the paper of a typed option is known, and each of its cells is sent');
    }
  });
