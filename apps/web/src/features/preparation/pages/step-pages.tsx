import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState, LongField } from '../../../ui/form.tsx';
import { Section } from '../../../ui/section.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { preparationAddress, PreparationFrame, type PreparationProps, Reading } from './preparation-frame.tsx';
import type { PreparationView } from './views.ts';

export interface FormPageProps extends PreparationProps {
  readonly form: FormState;
}

/** A table of what is fixed: names beside values. */
const Facts = (props: { title: string; rows: readonly (readonly [string, string, 'hash'?])[] }): JSX.Element => (
  <table class="facts">
    <caption class="vh">{props.title}</caption>
    <tbody>
      {props.rows.map(([name, value, kind]) => (
        <tr key={name}>
          <th scope="row">{name}</th>
          {kind === 'hash' ? (
            <td class="hash">
              <code dir="ltr">{value}</code>
            </td>
          ) : (
            <td>{value}</td>
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

/** Who holds the key, and bringing the list. */
export function TrusteesPage(props: FormPageProps): JSX.Element {
  const { view, t, form } = props;
  const words = t.preparation;
  const { trustees } = view;
  return (
    <PreparationFrame {...props} title={words.trusteesTitle} lead={[words.trusteesLead]}>
      <ErrorSummary form={form} t={t} />
      {trustees !== null && (
        <Section id="now" title={words.trustees}>
          <Facts
            title={words.trustees}
            rows={[
              [words.state, words.holders(trustees.threshold, trustees.trustees)],
              [words.hash, trustees.hash, 'hash'],
              ...(trustees.waiver === null ? [] : [[words.waiver, trustees.waiver] as const]),
            ]}
          />
        </Section>
      )}
      <Form action={`${preparationAddress(view)}/trustees`} files submit={words.bring}>
        <Field type="file" name="file" label={words.trusteesFile} accept=".json" form={form} />
        <LongField name="waiver" label={words.waiverLabel} hint={words.waiverHint} rows={3} form={form} />
      </Form>
    </PreparationFrame>
  );
}

/** What is ordered of the registrar. */
export function OrderPage(props: FormPageProps): JSX.Element {
  const { view, t, form } = props;
  const words = t.preparation;
  const { order } = view;
  return (
    <PreparationFrame {...props} title={words.orderTitle} lead={[words.orderLead]}>
      <ErrorSummary form={form} t={t} />
      {order !== null && (
        <Section
          id="now"
          title={words.orderFacts}
          rail={
            <p>
              <a class="btn" href={`${preparationAddress(view)}/order.json`}>
                {words.downloadOrder}
              </a>
            </p>
          }
        >
          <div>
            <Facts
              title={words.orderFacts}
              rows={[
                [words.contests, t.format.count(order.contests)],
                [words.credentialsCount, t.format.count(order.credentials)],
                [words.sparesCount, t.format.count(order.spares)],
                [words.spareRule, words.spareRuleSays(order.percent, order.minimum)],
                [words.hash, order.hash, 'hash'],
              ]}
            />
            <TableLink href={`${preparationAddress(view)}/order.csv`} of={words.contests} t={t} />
            <p>
              {words.registrarNext} <a href="/registrar">{words.registrarPage}</a>
              {words.registrarOr}
            </p>
          </div>
        </Section>
      )}
      <Form action={`${preparationAddress(view)}/order`} submit={words.makeOrder}>
        <Field name="percent" label={words.percent} hint={words.perSlice} inputmode="numeric" signs={6} form={form} />
        <Field name="minimum" label={words.minimum} hint={words.perSlice} inputmode="numeric" signs={6} form={form} />
      </Form>
    </PreparationFrame>
  );
}

/** Bringing the public credentials; how far they are, or what is wrong with them, line by line. */
export function CredentialsPage(props: FormPageProps): JSX.Element {
  const { view, t, form } = props;
  const words = t.preparation;
  const { upload } = view;
  const isReading = upload?.status === 'reading';
  return (
    <PreparationFrame {...props} title={words.credentialsTitle} lead={[words.credentialsLead]} busy={isReading}>
      <ErrorSummary form={form} t={t} />
      {upload?.status === 'refused' && <Refusal upload={upload} t={t} />}
      {isReading && <Reading progress={upload.progress} t={t} />}
      {upload === null || upload.status === 'refused' ? (
        <Form action={`${preparationAddress(view)}/credentials`} files submit={words.bring}>
          <Field type="file" name="file" label={words.credentialsFile} accept=".jsonl" form={form} />
        </Form>
      ) : (
        <Section id="now" title={words.credentials} say={[words.withdrawSays]}>
          <div>
            <Facts
              title={words.credentials}
              rows={[
                [words.state, isReading ? words.reading : words.progress(upload.done, upload.contests)],
                [words.hash, upload.hash, 'hash'],
              ]}
            />
            <form action={`${preparationAddress(view)}/withdraw`} method="post">
              <button class="btn two">{words.withdraw}</button>
            </form>
          </div>
        </Section>
      )}
    </PreparationFrame>
  );
}

/** Why nothing of a file was kept. */
function Refusal({ upload, t }: { upload: NonNullable<PreparationView['upload']>; t: Translation }): JSX.Element {
  const words = t.preparation;
  const { refusal, problems } = upload;
  const count = problems?.length ?? 0;
  const says =
    refusal !== null
      ? words.setUpRefused(refusal.territory, refusal.check, refusal.place)
      : count === 0
        ? words.notRead
        : problems?.at(-1)?.problem.type === 'too_many_problems'
          ? words.problemsOver(count - 1)
          : words.problemsCount(count);
  return (
    <>
      <div class="problem" role="alert">
        <h2>{t.frame.problem}</h2>
        <p>{says}</p>
      </div>
      {problems !== null && count > 0 && (
        <Section id="problems" title={words.problems} full>
          <table>
            <caption class="vh">{words.problems}</caption>
            <thead>
              <tr>
                <th scope="col">{words.line}</th>
                <th scope="col">{words.what}</th>
              </tr>
            </thead>
            <tbody>
              {problems.map((placed, i) => (
                <tr key={i}>
                  <td>{placed.line === null ? words.wholeFile : t.format.count(placed.line)}</td>
                  <td>{words.problem(placed)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}

/** Proposing that a spare takes the place of a lost code. */
export function ReplacementPage(props: FormPageProps): JSX.Element {
  const { view, t, form } = props;
  const words = t.preparation;
  return (
    <PreparationFrame {...props} title={words.replacementTitle} lead={[words.replacementLead]}>
      <ErrorSummary form={form} t={t} />
      <Form action={`${preparationAddress(view)}/replacement`} files submit={words.propose}>
        <Field type="file" name="file" label={words.replacementFile} accept=".json" form={form} />
        <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
      </Form>
    </PreparationFrame>
  );
}
