import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
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
                  <TemplateActs
                    room={room}
                    id={id}
                    name={name}
                    isDraft={head.status === 'draft'}
                    isFree={contests === 0}
                    t={t}
                  />
                </th>
                <td class="n" data-label={words.papers}>
                  {t.format.count(contests)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {templates.length > 0 && <TableLink href={`${room}/templates/templates.csv`} of={words.templatesTitle} t={t} />}
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

/** What may be done with a template; one of which no contest was made can be removed. */
function TemplateActs(props: {
  readonly room: string;
  readonly id: string;
  readonly name: string;
  readonly isDraft: boolean;
  readonly isFree: boolean;
  readonly t: Translation;
}): JSX.Element {
  const { room, id, name, isDraft, isFree, t } = props;
  const links = (
    <>
      <a class="btn two" href={`${room}/rule/${id}`} aria-label={`${t.controlRoom.editRule}: ${name}`}>
        {t.controlRoom.editRule}
      </a>
      {isDraft && (
        <a class="btn two" href={`${room}/make/${id}`} aria-label={t.controlRoom.makeTitle(name)}>
          {t.controlRoom.makeContests}
        </a>
      )}
    </>
  );
  if (!isDraft || !isFree) return <p class="acts">{links}</p>;
  return (
    <form method="post" action={`${room}/rule/${id}/remove`} class="acts">
      {links}
      <button class="btn two" aria-label={t.drafts.removeThis(name)}>
        {t.drafts.remove}
      </button>
    </form>
  );
}
