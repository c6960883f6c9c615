import type { JSX } from 'preact';
import { Choices, ErrorSummary, Field, Form, type FormState, LongField, Select } from '../../../ui/form.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { EnvelopeLine, Head } from './views.ts';

const levels = ['nation', 'region', 'municipality', 'commune', 'sector'] as const;

/** Makes contests of a template for any set of territories. */
export function MakePage(
  props: StaffProps<{
    readonly head: Head;
    readonly template: { readonly id: string; readonly name: string };
    readonly envelopes: readonly EnvelopeLine[];
  }> & { readonly form: FormState; readonly made: { readonly made: number; readonly taken: number } | null },
): JSX.Element {
  const { view, staff, frame, t, form, made } = props;
  const { head, template, envelopes } = view;
  const words = t.controlRoom;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.makeTitle(template.name)}
      lead={[words.makeLead]}
    >
      <ErrorSummary form={form} t={t} />
      {made !== null && (
        <p class="note">
          {words.made(made.made)} {words.takenAlready(made.taken)} <a href={`/org/c/${head.slug}`}>{words.back}</a>
        </p>
      )}
      <Form action={`/org/c/${head.slug}/make/${template.id}`} submit={words.make}>
        <Choices
          name="by"
          kind="one"
          label={words.where}
          form={form}
          choices={[
            { value: 'level', text: words.whereLevel },
            { value: 'subtree', text: words.whereSubtree },
            { value: 'codes', text: words.whereCodes },
          ]}
        />
        <Select
          name="level"
          label={words.level}
          form={form}
          choices={levels.map((value) => ({ value, text: words.levels[value] }))}
        />
        <Field name="inside" label={words.inside} form={form} signs={20} />
        <LongField name="codes" label={words.codes} hint={words.codesHint} form={form} rows={6} />
        {envelopes.length > 0 && (
          <>
            <Field
              name="amount"
              label={words.eachAmount}
              hint={words.eachAmountHint}
              form={form}
              inputmode="decimal"
              signs={20}
            />
            <Select
              name="parent"
              label={words.fromEnvelope}
              form={form}
              choices={envelopes.map(({ id, name, depth }) => ({ value: id, text: `${'– '.repeat(depth)}${name}` }))}
            />
          </>
        )}
      </Form>
    </StaffPage>
  );
}
