import type { JSX } from 'preact';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { WaitingAct } from '../../../ui/waiting-act.tsx';
import { moment, type StaffProps } from './consultation-frame.tsx';
import type { OrderView } from './views.ts';

/** In which order options stand on papers: by their numbers, or as two people recorded that it was drawn. */
export function OrderPage(props: StaffProps<OrderView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, draw, mayDraw, waiting } = view;
  const words = t.optionOrder;
  const lead =
    draw !== null ? words.isDrawn : mayDraw ? words.lead : head.status === 'draft' ? words.early : words.late;
  return (
    <StaffPage head={head} staff={staff} frame={frame} t={t} title={words.title} lead={lead}>
      <ErrorSummary form={form} t={t} />
      {draw !== null && (
        <Section id="drawn" title={words.drawn} full>
          <table class="facts">
            <caption class="vh">{words.drawn}</caption>
            <tbody>
              <tr>
                <th scope="row">{words.seed}</th>
                <td>
                  <bdi>{draw.seed}</bdi>
                </td>
              </tr>
              <tr>
                <th scope="row">{words.how}</th>
                <td>{draw.how}</td>
              </tr>
              <tr>
                <th scope="row">{words.when}</th>
                <td>{moment(draw.drawnAt, head, t)}</td>
              </tr>
            </tbody>
          </table>
        </Section>
      )}
      {waiting !== null && <WaitingAct act={waiting} t={t} />}
      {mayDraw && waiting === null && (
        <Section id="draw" title={words.record} say={words.recordRail}>
          <Form action={`/org/c/${head.slug}/order`} submit={t.controlRoom.propose}>
            <Field name="seed" label={words.seed} hint={words.seedHint} form={form} />
            <Field name="how" label={words.how} hint={words.howHint} form={form} />
            <Field name="reason" label={t.controlRoom.reason} hint={t.controlRoom.reasonHint} form={form} />
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}
