import type { JSX } from 'preact';
import { ErrorSummary, Field, Form, type FormState, LongField, Select } from '../../../ui/form.tsx';
import { type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { proofChoices, rollAddress, type RollHead } from './views.ts';

/** Proposing to add a person to a frozen roll. */
export function AddPage({
  view: head,
  form,
  staff,
  frame,
  t,
}: RollPageProps<RollHead> & { form: FormState }): JSX.Element {
  const words = t.rolls;
  const { columns } = words;
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.addTitle}
      lead={words.addLead}
      isError={form.problems.length > 0}
    >
      <ErrorSummary form={form} t={t} />
      <Form action={`${rollAddress(head)}/add`} submit={words.propose}>
        <Field name="name" label={columns.name} form={form} />
        <Field name="birth_date" type="date" label={columns.birth_date} hint={words.birthHint} signs={20} form={form} />
        <Field name="territory" label={columns.territory} signs={20} form={form} />
        <Select
          name="proof"
          label={columns.proof}
          form={form}
          choices={proofChoices.map((value) => ({ value, text: words.proofs[value] }))}
        />
        <Field name="document" label={columns.document} hint={words.optional} signs={20} form={form} />
        <Field name="email" type="email" label={columns.email} hint={words.optional} form={form} />
        <Field name="language" label={columns.language} hint={words.optional} signs={6} form={form} />
        <Field name="told_apart" label={columns.told_apart} hint={words.optional} form={form} />
        <LongField name="reason" label={words.addReason} hint={words.addReasonHint} rows={3} form={form} />
      </Form>
    </RollStaffPage>
  );
}
