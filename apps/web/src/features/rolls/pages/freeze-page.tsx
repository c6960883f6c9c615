import type { JSX } from 'preact';
import { ErrorSummary, Form, type FormState, LongField } from '../../../ui/form.tsx';
import { Facts, Hash, type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { rollAddress, type RollHead, type SaltView } from './views.ts';

/** Proposing that the roll be frozen. */
export function FreezePage({
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
      title={words.freezeTitle}
      lead={words.freezeLead}
      isError={form.problems.length > 0}
    >
      <ErrorSummary form={form} t={t} />
      <Form action={`${rollAddress(head)}/freeze`} submit={words.propose}>
        <LongField name="reason" label={words.freezeReason} hint={words.freezeReasonHint} rows={3} form={form} />
      </Form>
    </RollStaffPage>
  );
}

/** The salt, shown once. */
export function SaltPage({ view, staff, frame, t }: RollPageProps<SaltView>): JSX.Element {
  const { head, version, count, commitment, salt } = view;
  const words = t.rolls;
  const groups = salt.match(/.{1,8}/gu) ?? [];
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.saltTitle}
      lead={words.saltLead}
      acts={
        <a class="btn" href="/org/acts">
          {words.goActs}
        </a>
      }
    >
      <Facts
        rows={[
          [words.salt, <Hash>{groups.join(' ')}</Hash>],
          [words.commitment, <Hash>{commitment}</Hash>],
          [words.people, t.format.count(count)],
          [words.version, t.format.count(version)],
        ]}
      />
    </RollStaffPage>
  );
}
