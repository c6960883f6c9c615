import type { JSX } from 'preact';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { WaitingAct } from '../../../ui/waiting-act.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import { roomAddress } from './room-page.tsx';
import { RoomTable } from './room-table.tsx';
import type { AnnulManyView } from './views.ts';

/** The contests that a filter means, and the form that proposes to annul them all. */
export function AnnulManyPage(props: StaffProps<AnnulManyView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, query, total, set, first, waiting } = view;
  const words = t.controlRoom;
  const room = `/org/c/${head.slug}`;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.previewTitle(words.annulMany, total)}
      lead={[...t.consultations.acts.annulManySays, words.annulManyLeft]}
    >
      <ErrorSummary form={form} t={t} />
      <Section id="first" title={words.previewFirst} full>
        {total === 0 ? <p>{words.noRows}</p> : <RoomTable lines={first} slug={head.slug} needed={null} t={t} />}
      </Section>
      {waiting !== null && <WaitingAct act={waiting} t={t} />}
      {waiting === null && total > 0 && (
        <Section id="propose" title={words.propose} say={[words.inContests(total)]}>
          <Form action={roomAddress(`${room}/annul`, query)} submit={words.propose} quiet>
            <input type="hidden" name="set" value={set} />
            <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
          </Form>
        </Section>
      )}
      <p class="ways">
        <a href={roomAddress(room, query)}>{words.back}</a>
      </p>
    </StaffPage>
  );
}
