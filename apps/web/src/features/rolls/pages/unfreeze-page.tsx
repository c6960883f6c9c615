import type { JSX } from 'preact';
import { ErrorSummary, Form, type FormState, LongField } from '../../../ui/form.tsx';
import { WaitingAct } from '../../../ui/waiting-act.tsx';
import { type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { rollAddress, type UnfreezeView } from './views.ts';

/** Taking the freezing of a roll back: what that means, and why it is done. */
export function UnfreezePage(props: RollPageProps<UnfreezeView> & { form: FormState }): JSX.Element {
  const { view, form, staff, frame, t } = props;
  const { head, waiting } = view;
  const words = t.rolls.unfreezing;
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.title}
      lead={words.lead}
      isError={form.problems.length > 0}
    >
      <ErrorSummary form={form} t={t} />
      {waiting === null ? (
        <Form action={`${rollAddress(head)}/unfreeze`} submit={words.propose}>
          <LongField name="reason" label={words.reason} hint={words.reasonHint} rows={3} form={form} />
        </Form>
      ) : (
        <WaitingAct act={waiting} t={t} />
      )}
    </RollStaffPage>
  );
}
