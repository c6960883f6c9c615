import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import { type RecountForm, recountFields, ruleChoices } from './views.ts';

/** What is wrong in a field of the form. */
export interface FieldProblem {
  readonly field: 'file' | 'rule';
  readonly says: string;
}

/** Choose a file and a rule, or one of the votes that come with the project. */
export function RecountForms(props: { form: RecountForm; problem?: FieldProblem; t: Translation }): JSX.Element {
  const { form, problem, t } = props;
  const wrong = (field: FieldProblem['field']) =>
    problem?.field === field
      ? ({ 'aria-describedby': `${field}-hint ${field}-problem`, 'aria-invalid': 'true' } as const)
      : { 'aria-describedby': `${field}-hint` };
  return (
    <>
      <Section id="recount" title={t.home.recount} say={[t.home.recountRail, t.home.recountPrivate]}>
        <form action={form.action} method="post" enctype="multipart/form-data">
          <div class="field">
            <label for="file">{t.home.file}</label>
            <span class="hint" id="file-hint">
              {t.home.fileHint(t.format.bytes(form.maximumBytes))}
            </span>
            <Wrong field="file" problem={problem} />
            <input
              class="in"
              id="file"
              name={recountFields.file}
              type="file"
              accept=".pb,text/plain"
              {...wrong('file')}
            />
          </div>
          <div class="field">
            <label for="rule">{t.home.rule}</label>
            <span class="hint" id="rule-hint">
              {t.home.ruleHint}
            </span>
            <Wrong field="rule" problem={problem} />
            <select class="in" id="rule" name={recountFields.rule} {...wrong('rule')}>
              <option value="">{t.home.ruleDeclared}</option>
              {ruleChoices.map((rule) => (
                <option key={rule} value={rule}>
                  {t.rules.names[rule]}
                </option>
              ))}
            </select>
          </div>
          <button class="btn">{t.home.count}</button>
        </form>
      </Section>
      {form.samples.length > 0 && <Samples form={form} t={t} />}
    </>
  );
}

function Wrong(props: { field: FieldProblem['field']; problem: FieldProblem | undefined }): JSX.Element | null {
  const { field, problem } = props;
  if (problem?.field !== field) return null;
  return (
    <p class="err" id={`${field}-problem`}>
      {problem.says}
    </p>
  );
}

function Samples({ form, t }: { form: RecountForm; t: Translation }): JSX.Element {
  return (
    <Section id="samples" title={t.home.samples} say={[t.home.samplesRail]}>
      <table class="samples">
        <caption class="vh">{t.home.samples}</caption>
        <tbody>
          {form.samples.map((sample) => (
            <tr key={sample.id}>
              <th scope="row">
                <b>{sample.name}</b>
                {sample.lesson !== null && <small>{sample.lesson}</small>}
                <small>{t.home.sampleFacts(sample.ballots, sample.projects)}</small>
              </th>
              <td>
                <form action={form.action} method="post" enctype="multipart/form-data">
                  <input type="hidden" name={recountFields.sample} value={sample.id} />
                  <button class="btn two" aria-label={t.home.sampleGoName(sample.name)}>
                    {t.home.sampleGo}
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
