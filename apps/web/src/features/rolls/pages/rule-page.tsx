import type { JSX } from 'preact';
import { Choices, ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { proofChoices, rollAddress, type RollHead } from './views.ts';

/** Saying who may vote. */
export function RulePage({
  view: head,
  form,
  staff,
  frame,
  t,
}: RollPageProps<RollHead> & { form: FormState }): JSX.Element {
  const words = t.rolls;
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.ruleTitle}
      lead={[words.ruleLead]}
      isError={form.problems.length > 0}
    >
      <ErrorSummary form={form} t={t} />
      <Form action={`${rollAddress(head)}/rule`} submit={words.save}>
        <Field
          name="minimum_age"
          label={words.minimumAge}
          hint={words.minimumAgeHint}
          inputmode="numeric"
          signs={6}
          form={form}
        />
        <Field name="age_on" type="date" label={words.ageDay} signs={20} form={form} />
        <Choices
          kind="several"
          name="proofs"
          label={words.proofsLabel}
          hint={words.proofsHint}
          form={form}
          choices={proofChoices.map((value) => ({ value, text: words.proofs[value] }))}
        />
      </Form>
    </RollStaffPage>
  );
}
