import type { JSX } from 'preact';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import { votingWords } from './rule-words.ts';
import type { Head, TemplateLine } from './views.ts';

/** The templates of a consultation, and a new one. */
export function TemplatesPage(
  props: StaffProps<{ readonly head: Head; readonly templates: readonly TemplateLine[] }> & {
    readonly form: FormState;
  },
): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, templates } = view;
  const words = t.controlRoom;
  const room = `/org/c/${head.slug}`;
  return (
    <StaffPage head={head} staff={staff} frame={frame} t={t} title={words.templatesTitle} lead={[words.templatesLead]}>
      <ErrorSummary form={form} t={t} />
      {templates.length > 0 && (
        <table class="stack">
          <caption class="vh">{words.templatesTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{words.template}</th>
              <th scope="col" class="n">
                {words.papers}
              </th>
            </tr>
          </thead>
          <tbody>
            {templates.map(({ id, name, contests, template }) => (
              <tr key={id}>
                <th scope="row">
                  <b>{name}</b>
                  <small>{votingWords(template, t).join(' ')}</small>
                  <small>{t.rules.names[template.rule.rule]}</small>
                  <div class="acts">
                    <a class="btn two" href={`${room}/rule/${id}`}>
                      {words.editRule}
                    </a>
                    {head.status === 'draft' && (
                      <a class="btn two" href={`${room}/make/${id}`}>
                        {words.makeContests}
                      </a>
                    )}
                    {head.status === 'draft' && contests === 0 && (
                      <form method="post" action={`${room}/rule/${id}/remove`}>
                        <button class="btn two" aria-label={t.drafts.removeThis(name)}>
                          {t.drafts.remove}
                        </button>
                      </form>
                    )}
                  </div>
                </th>
                <td class="n" data-label={words.papers}>
                  {t.format.count(contests)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {head.status === 'draft' && (
        <Section id="new" title={words.newTemplate}>
          <Form action={`${room}/templates`} submit={words.addTemplate}>
            <Field name="name" label={words.templateName} hint={words.templateNameHint} form={form} />
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}
