import type { CeremonyStep } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState, LongField, Choices } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { PlacesTable } from './places-table.tsx';
import { trusteesAddress } from './trustees-address.ts';
import type { TrusteesView } from './views.ts';
import { Command, mayBring, YourTask } from './your-task.tsx';

export interface TrusteesProps {
  readonly view: TrusteesView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
  readonly form: FormState;
}

/** Who holds the key of a consultation: what each of them does next, what everybody handed in, and how a ceremony begins. */
export function TrusteesPage(props: TrusteesProps): JSX.Element {
  const { view, staff, frame, t, form } = props;
  const words = t.trustees;
  return (
    <StaffPage head={view} staff={staff} frame={frame} t={t} title={words.title} lead={[standing(view, t)]}>
      <ErrorSummary form={reachable(form, view)} t={t} />
      <YourTask view={view} form={form} t={t} />
      {view.rows.length > 0 && (
        <Section id="places" title={words.places} say={[words.placesSay]} full>
          <PlacesTable rows={view.rows} steps={view.ceremony === null ? [] : steps} yours={view.yours?.place} t={t} />
          <TableLink href={`${trusteesAddress(view)}/places.csv`} of={words.places} t={t} />
          {view.opened !== null && <p>{words.opened(t.format.day(`${view.opened}T12:00:00Z`))}</p>}
        </Section>
      )}
      {(view.hasMessages || view.list !== null) && <Files view={view} t={t} />}
      {mayPlan(view) && <Plan view={view} candidates={view.candidates ?? []} form={form} t={t} />}
      {mayVoid(view) && <Anew view={view} form={form} t={t} />}
    </StaffPage>
  );
}

const steps: readonly CeremonyStep[] = ['certificate', 'deal', 'key'];

/** Who holds a key organises nothing: they are spared these forms. */
const mayPlan = ({ candidates, yours }: TrusteesView): boolean => candidates !== null && yours === null;
const mayVoid = ({ mayBeVoid, yours }: TrusteesView): boolean => mayBeVoid && yours === null;

/** What is wrong with a form that is shown no more leads to the top of the page. */
function reachable(form: FormState, view: TrusteesView): FormState {
  const shown = new Set([
    ...(mayBring(view) ? ['file'] : []),
    ...(mayPlan(view) ? ['accounts', 'threshold', 'waiver'] : []),
    ...(mayVoid(view) ? ['reason'] : []),
  ]);
  return {
    ...form,
    problems: form.problems.map(({ field, says }) => ({ field: shown.has(field) ? field : 'main', says })),
  };
}

/** Where the whole stands, in one sentence. */
function standing({ ceremony, list, rows }: TrusteesView, t: Translation): string {
  const words = t.trustees;
  const ready = rows.filter(({ rehearsedOn }) => rehearsedOn !== null).length;
  if (list !== null) return ready === rows.length ? words.allReady(rows.length) : words.someReady(ready, rows.length);
  return ceremony === null ? words.none : words.underWay(ceremony.threshold, ceremony.size);
}

/** Everything that was handed in, and the list that was made of it. */
function Files({ view, t }: { view: TrusteesView; t: Translation }): JSX.Element {
  const words = t.trustees;
  const { list, ceremony } = view;
  const waiver = list?.waiver ?? ceremony?.waiver ?? null;
  return (
    <Section id="files" title={words.files} say={[words.filesSay]}>
      <div>
        <ul class="say">
          {ceremony !== null && view.hasMessages && (
            <li>
              <a href={`${trusteesAddress(view)}/messages.zip`}>{words.messagesFile(`${ceremony.folder}.zip`)}</a>
            </li>
          )}
          {list !== null && (
            <li>
              <a href={`${trusteesAddress(view)}/trustees.json`}>{words.listFile}</a>
            </li>
          )}
        </ul>
        {list !== null && (
          <>
            <p>{words.listHash}</p>
            <p class="hash">
              <code dir="ltr">{list.hash}</code>
            </p>
            {list.isOurs && (
              <>
                <p>{words.assembleSelf('ceremony.zip', 'ceremony')}</p>
                <Command words="trustee assemble --folder ceremony --out trustees.json" />
              </>
            )}
          </>
        )}
        {waiver !== null && (
          <>
            <p>{words.waiver}</p>
            <blockquote>{waiver}</blockquote>
          </>
        )}
      </div>
    </Section>
  );
}

interface PartProps {
  readonly view: TrusteesView;
  readonly form: FormState;
  readonly t: Translation;
}

/** Who is asked to hold a key, and how many of them are needed. */
function Plan(props: PartProps & { candidates: NonNullable<TrusteesView['candidates']> }): JSX.Element {
  const { view, candidates, form, t } = props;
  const words = t.trustees;
  const bring = (
    <p>
      <a href={`/org/c/${view.slug}/preparation/trustees`}>{words.bringList}</a>
    </p>
  );
  return (
    <Section id="plan" title={words.plan} say={[words.planSay]} rail={bring}>
      {candidates.length < 2 ? (
        <p>
          {words.tooFewAccounts} <a href="/org/people">{t.accounts.people}</a>
        </p>
      ) : (
        <Form action={`${trusteesAddress(view)}/plan`} submit={words.begin}>
          <Choices
            kind="several"
            name="accounts"
            label={words.who}
            hint={words.whoHint}
            choices={candidates.map(({ account, name }) => ({ value: account, text: name }))}
            form={form}
          />
          <Field
            name="threshold"
            label={words.needed}
            hint={words.neededHint}
            inputmode="numeric"
            signs={6}
            form={form}
          />
          <LongField name="waiver" label={words.waiverLabel} hint={words.waiverHint} rows={3} form={form} />
        </Form>
      )}
    </Section>
  );
}

/** Ending a ceremony that went wrong. */
function Anew({ view, form, t }: PartProps): JSX.Element {
  const words = t.trustees;
  return (
    <Section id="anew" title={words.anew} say={[words.anewSay]}>
      <Form action={`${trusteesAddress(view)}/void`} submit={words.anewSubmit}>
        <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
      </Form>
    </Section>
  );
}
