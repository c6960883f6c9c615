import type { JSX } from 'preact';
import { Choices, ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import { TableFields } from '../../../ui/table-file.tsx';
import { type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { type BringView, dateChoices, partAddress, rollAddress } from './views.ts';

/** Bringing the file of a roll, or of a part of it. */
export function BringPage(props: RollPageProps<BringView> & { form: FormState; maximumBytes: number }): JSX.Element {
  const { view, form, maximumBytes, staff, frame, t } = props;
  const { head, part } = view;
  const words = t.rolls;
  const address = part === null ? rollAddress(head) : partAddress(head, part.id);
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={part === null ? words.bringTitle : words.bringPartTitle(part.name)}
      lead={[words.bringLead]}
      isError={form.problems.length > 0}
    >
      <ErrorSummary form={form} t={t} />
      <Form action={`${address}/import`} files submit={words.check}>
        <Field
          name="file"
          type="file"
          label={words.file}
          hint={words.fileHint(t.format.bytes(maximumBytes))}
          accept=".csv,.tsv,.txt"
          form={form}
        />
        <Choices
          kind="one"
          name="dates"
          label={words.dates}
          hint={words.datesHint}
          form={form}
          choices={dateChoices.map((value) => ({ value, text: words.dateOrders[value] }))}
        />
        <Field
          name="part"
          label={words.part}
          hint={words.partHint(part?.name ?? head.territoryName)}
          signs={20}
          form={form}
        />
        <TableFields form={form} t={t} />
      </Form>
    </RollStaffPage>
  );
}
