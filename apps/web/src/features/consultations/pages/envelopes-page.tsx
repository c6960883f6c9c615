import type { JSX } from 'preact';
import { ErrorSummary, Field, Form, type FormState, Select } from '../../../ui/form.tsx';
import { Section, Status } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import type { EnvelopesView } from './views.ts';

/** The tree of envelopes, what is wrong in it, and how to change it. */
export function EnvelopesPage(props: StaffProps<EnvelopesView> & { readonly form: FormState }): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const { head, envelopes, problems } = view;
  const words = t.controlRoom;
  const address = `/org/c/${head.slug}/envelopes`;
  const isDraft = head.status === 'draft';
  const choices = envelopes.map(({ id, name, depth }) => ({ value: id, text: `${'– '.repeat(depth)}${name}` }));
  const amount = (text: string): string => t.format.number(text, head.decimals);
  return (
    <StaffPage head={head} staff={staff} frame={frame} t={t} title={words.envelopesTitle} lead={[words.envelopesLead]}>
      <ErrorSummary form={form} t={t} />
      {problems.length > 0 && (
        <div class="note wait">
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{t.consultations.envelopeProblems[problem]}</li>
            ))}
          </ul>
        </div>
      )}
      <Section id="tree" title={words.envelope} full>
        {envelopes.length === 0 ? (
          <p>{words.noEnvelopes}</p>
        ) : (
          <table class="stack">
            <caption class="vh">{words.envelopesTitle}</caption>
            <thead>
              <tr>
                <th scope="col">{words.envelope}</th>
                <th scope="col" class="n">
                  {t.format.withUnit(words.amount, head.unit)}
                </th>
                <th scope="col" class="n">
                  {words.sumOfParts}
                </th>
              </tr>
            </thead>
            <tbody>
              {envelopes.map((envelope) => (
                <tr key={envelope.id}>
                  <th scope="row" class={`deep-${Math.min(envelope.depth, 4)}`}>
                    <b>{envelope.name}</b>
                    {envelope.contests > 0 && <small>{words.ofContests(envelope.contests)}</small>}
                    {isDraft && envelope.sum === null && (
                      <form method="post" action={`${address}/remove`} class="acts">
                        <input type="hidden" name="removed" value={envelope.id} />
                        <button class="btn two" aria-label={t.drafts.removeThis(envelope.name)}>
                          {t.drafts.remove}
                        </button>
                      </form>
                    )}
                  </th>
                  <td class="n" data-label={words.amount}>
                    {amount(envelope.amount)}
                  </td>
                  <td class="n" data-label={words.sumOfParts}>
                    {envelope.sum === null ? (
                      words.none
                    ) : envelope.isWrong ? (
                      <Status is="stop">{amount(envelope.sum)}</Status>
                    ) : (
                      amount(envelope.sum)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {envelopes.length > 0 && <TableLink href={`${address}/envelopes.csv`} of={words.envelopesTitle} t={t} />}
        {isDraft && envelopes.length > 1 && (
          <form method="post" action={`${address}/sum`}>
            <button class="btn two">{words.sumUp}</button>
          </form>
        )}
      </Section>
      {isDraft && (
        <Section id="add" title={words.addEnvelope}>
          <Form action={address} submit={words.addEnvelope}>
            {choices.length > 0 && <Select name="parent" label={words.partOf} form={form} choices={choices} />}
            <Field name="name" label={words.envelopeName} form={form} />
            <Field name="amount" label={words.amount} form={form} inputmode="decimal" signs={20} />
          </Form>
        </Section>
      )}
      {isDraft && choices.length > 0 && (
        <Section id="change" title={words.changeAmount}>
          <Form action={`${address}/amount`} submit={words.save}>
            <Select name="envelope" label={words.envelope} form={form} choices={choices} />
            <Field name="new_amount" label={words.amount} form={form} inputmode="decimal" signs={20} />
          </Form>
        </Section>
      )}
      {isDraft && choices.length > 0 && (
        <Section id="name-change" title={t.drafts.renameEnvelope}>
          <Form action={`${address}/name`} submit={words.save}>
            <Select name="renamed" label={words.envelope} form={form} choices={choices} />
            <Field name="new_name" label={t.drafts.newName} form={form} />
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}
