import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Choices, ErrorSummary, Field, Form, type FormState, LongField, Select } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
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
    <StaffPage head={head} staff={staff} frame={frame} t={t} title={words.ruleTitle(name)}>
      <ErrorSummary form={{ ...form, problems: [...form.problems, ...preview.problems] }} t={t} />
      {isSaved && <p class="note">{words.saved}</p>}
      <Section id="now" title={words.ruleNow} full>
        <RuleInWords template={view.template} kind={view.kind} least={view.least} hash={view.hash} t={t} />
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
          <Form action={`${address}/name`} submit={words.save}>
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

function RuleFields({ form, t }: { form: FormState; t: Translation }): JSX.Element {
  const words = t.controlRoom;
  const { forms, groups } = t.consultations;
  return (
    <>
      <Choices
        name="form"
        kind="one"
        label={words.form}
        form={form}
        choices={(['choose_one', 'approval'] as const).map((value) => ({ value, text: forms[value] }))}
      />
      <Field name="most" label={words.most} hint={words.mostHint} form={form} inputmode="numeric" signs={6} />
      <Choices
        name="blank"
        kind="one"
        label={words.mayBeBlank}
        form={form}
        choices={[
          { value: 'yes', text: words.blankYes },
          { value: 'no', text: words.blankNo },
        ]}
      />
      <Choices
        name="rule"
        kind="one"
        label={words.rule}
        form={form}
        choices={(['greedy', 'equal-shares', 'phragmen'] as const).map((value) => ({
          value,
          text: t.rules.names[value],
          hint: words.ruleHint[value],
        }))}
      />
      <Choices
        name="misfit"
        kind="one"
        label={words.misfit}
        form={form}
        choices={[
          { value: 'skip', text: words.misfitSkip },
          { value: 'stop', text: words.misfitStop },
        ]}
      />
      <Select
        name="completion"
        label={words.completion}
        form={form}
        choices={(['add1-greedy', 'add1', 'greedy', 'none'] as const).map((value) => ({
          value,
          text: words.completions[value],
        }))}
      />
      <Field name="minimum" label={words.minimumVotes} form={form} inputmode="numeric" signs={12} />
      <Field
        name="winners"
        label={words.maximumWinners}
        hint={words.maximumWinnersHint}
        form={form}
        inputmode="numeric"
        signs={6}
      />
      <LongField name="exclusive" label={words.exclusive} hint={words.exclusiveHint} form={form} rows={2} />
      <Choices
        name="ties"
        kind="one"
        label={words.ties}
        form={form}
        choices={(['lots', 'lower-cost', 'project-id'] as const).map((value) => ({
          value,
          text: words.tieChoices[value],
        }))}
      />
      <Select
        name="group"
        label={words.group}
        form={form}
        choices={(['Ed25519', 'RFC-3526-2048', 'BELENIOS-2048'] as const).map((value) => ({
          value,
          text: groups[value],
        }))}
      />
    </>
  );
}
