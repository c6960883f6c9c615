import type { JSX } from 'preact';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import { RuleFields } from './rule-fields.tsx';
import { RuleInWords } from './rule-in-words.tsx';
import type { RuleView } from './views.ts';

/** The rule of a template in plain words, the form that changes it, and the one that tries it on past votes. */
export function RulePage(
  props: StaffProps<RuleView> & {
    readonly form: FormState;
    readonly preview: FormState;
    readonly isSaved: boolean;
    readonly maximumBytes: number;
  },
): JSX.Element {
  const { view, staff, frame, t, form, preview, isSaved, maximumBytes } = props;
  const { head, id, name } = view;
  const words = t.controlRoom;
  const address = `/org/c/${head.slug}/rule/${id}`;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.ruleTitle(name)}
      acts={
        head.status === 'draft' && (
          <a class="btn two" href={`/org/c/${head.slug}/make/${id}`}>
            {words.makeContests}
          </a>
        )
      }
    >
      <ErrorSummary form={{ ...form, problems: [...form.problems, ...preview.problems] }} t={t} />
      {isSaved && <p class="note">{words.saved}</p>}
      <Section id="now" title={words.ruleNow} full>
        <RuleInWords template={view.template} kind={view.kind} least={view.least} hash={view.hash} head={head} t={t} />
      </Section>
      {head.status === 'draft' && (
        <Section id="change" title={words.ruleChange}>
          <Form action={address} submit={words.save}>
            <RuleFields form={form} t={t} />
          </Form>
        </Section>
      )}
      {head.status === 'draft' && (
        <Section id="name-change" title={t.drafts.renameTemplate}>
          <Form action={`${address}/name`} submit={t.drafts.renameTemplate}>
            <Field name="name" label={words.templateName} hint={words.templateNameHint} form={form} />
          </Form>
        </Section>
      )}
      <Section id="preview" title={words.preview} say={[words.previewRail]}>
        <Form action={`${address}/preview`} submit={words.previewGo} files>
          <Field
            name="file"
            type="file"
            accept=".pb,text/plain"
            label={words.previewFile}
            hint={t.home.fileHint(t.format.bytes(maximumBytes))}
            form={preview}
          />
          <Field name="recount" label={words.previewRecount} hint={words.previewRecountHint} form={preview} />
        </Form>
      </Section>
    </StaffPage>
  );
}
