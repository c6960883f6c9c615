import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState, Select } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { AnswersTable } from './answers-table.tsx';
import { ContestsTable, stageShapes } from './contests-table.tsx';
import { tallyAddress, tallyPageAddress, tallyTableAddress } from './tally-address.ts';
import { TrusteesTable } from './trustees-table.tsx';
import type { TallyStage, TallyView } from './views.ts';

export interface TallyProps {
  readonly view: TallyView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
  readonly form: FormState;
}

/** Where each contest stands between the end of its vote and its result, who is awaited, and what to do now. */
export function TallyPage({ view, staff, frame, t, form }: TallyProps): JSX.Element {
  const words = t.tally;
  return (
    <StaffPage
      head={view}
      staff={staff}
      frame={frame}
      t={t}
      title={words.title}
      lead={standing(view, t)}
      busy={isBusy(view)}
    >
      <ErrorSummary form={form} t={t} />
      <Now view={view} form={form} t={t} />
      {view.contests > 0 && <Contests view={view} t={t} />}
      {view.trustees.length > 0 && (
        <Section
          id="trustees"
          title={words.trustees}
          say={[words.trusteesSay(view.threshold, view.trustees.length)]}
          full
        >
          <TrusteesTable lines={view.trustees} own={view.own} t={t} />
          <TableLink href={`${tallyAddress(view)}/files/trustees.csv`} of={words.trustees} t={t} />
        </Section>
      )}
      {view.answers.length > 0 && (
        <Section id="answers" title={words.answers} say={[words.answersSay]} full>
          <AnswersTable lines={view.answers} view={view} t={t} />
          <TableLink href={`${tallyAddress(view)}/files/answers.csv`} of={words.answers} t={t} />
        </Section>
      )}
    </StaffPage>
  );
}

const inStage = ({ stages }: TallyView, stage: TallyStage): number =>
  stages.find((each) => each.stage === stage)?.contests ?? 0;

/** The server has work of its own with it. */
export const isBusy = (view: TallyView): boolean =>
  inStage(view, 'preparing') > 0 || view.answers.some(({ isDone }) => !isDone);

/** Where the whole stands, in one or two sentences. */
function standing(view: TallyView, t: Translation): readonly string[] {
  const words = t.tally;
  if (view.status === 'draft' || view.status === 'frozen' || view.status === 'open') {
    return [words.notYet(`${t.format.moment(view.closesAt, view.zone)} (${view.zone})`)];
  }
  const [faults, preparing] = [inStage(view, 'fault'), inStage(view, 'preparing')];
  const waiting = inStage(view, 'shuffle') + inStage(view, 'decrypt');
  return [
    ...(faults > 0 ? [words.someRefused(faults)] : []),
    ...(preparing > 0 ? [words.somePrepared(preparing)] : []),
    waiting > 0 ? words.someWait(waiting) : preparing + faults > 0 ? '' : words.allOpened(inStage(view, 'opened')),
  ].filter((sentence) => sentence !== '');
}

/** What somebody does next: look at what was refused, or a trustee's three steps. */
function Now({ view, form, t }: { view: TallyView; form: FormState; t: Translation }): JSX.Element | null {
  const words = t.tally;
  const [faults, waiting] = [inStage(view, 'fault'), inStage(view, 'shuffle') + inStage(view, 'decrypt')];
  if (faults + waiting === 0) return null;
  const awaited = view.trustees.filter((each) => each.waiting > 0);
  return (
    <Section
      id="now"
      title={words.now}
      say={
        waiting === 0
          ? []
          : [words.awaited(t.format.list(awaited.map(nameOf(t))), view.threshold, view.trustees.length)]
      }
    >
      <div>
        {faults > 0 && (
          <>
            <p>{words.refusedSay}</p>
            <Form action={`${tallyAddress(view)}/again`} submit={words.again} quiet={waiting > 0}>
              <></>
            </Form>
          </>
        )}
        {waiting > 0 && <TrusteeSteps view={view} form={form} t={t} />}
      </div>
    </Section>
  );
}

const nameOf =
  (t: Translation) =>
  ({ owner, name }: { readonly owner: number; readonly name: string }): string =>
    name === '' ? t.tally.unnamed(owner) : name;

function TrusteeSteps({ view, form, t }: { view: TallyView; form: FormState; t: Translation }): JSX.Element {
  const words = t.tally;
  const own = view.trustees.find(({ owner }) => owner === view.own);
  if (view.own === null) return <p>{words.notATrustee}</p>;
  if (own?.waiting === 0) return <p>{words.nothingForYou}</p>;
  return (
    <>
      {own !== undefined && <p class="lead">{words.forYou(own.waiting)}</p>}
      <ol class="say">
        <li>
          {words.download}
          <Form action={`${tallyAddress(view)}/work`} submit={words.downloadButton}>
            {own === undefined ? (
              <Select
                name="owner"
                label={words.whichTrustee}
                hint={words.whichTrusteeHint}
                form={form}
                choices={view.trustees.map((each) => ({ value: String(each.owner), text: nameOf(t)(each) }))}
              />
            ) : (
              <></>
            )}
          </Form>
        </li>
        <li>
          {words.work} <a href="/trustee">{words.trusteePage}</a> {words.orCommand}
          <code class="cmd" dir="ltr">
            npm run -s convite -- trustee pass work.zip <span>--key</span> my.key.json <span>--out</span> answer.zip
          </code>
        </li>
        <li>
          {words.bring}
          <Form action={`${tallyAddress(view)}/answer`} files submit={words.bringButton}>
            <Field type="file" name="file" label={words.file} hint={words.fileHint} accept=".zip" form={form} />
          </Form>
        </li>
      </ol>
    </>
  );
}

function Contests({ view, t }: { view: TallyView; t: Translation }): JSX.Element {
  const words = t.tally;
  const { query, page, perPage, total } = { ...view, page: view.query.page };
  const from = (page - 1) * perPage;
  return (
    <Section id="contests" title={words.contests} say={[words.contestsSay]} full>
      <ul class="stages">
        <li>
          <a
            href={tallyPageAddress(view, { stage: undefined, page: 1 })}
            aria-current={query.stage === undefined ? 'true' : undefined}
          >
            {words.allContests} <b>{t.format.count(view.contests)}</b>
          </a>
        </li>
        {view.stages.map(({ stage, contests }) => (
          <li key={stage}>
            <a
              href={tallyPageAddress(view, { stage, page: 1 })}
              aria-current={query.stage === stage ? 'true' : undefined}
            >
              <Status is={stageShapes[stage]}>{words.stages[stage]}</Status> <b>{t.format.count(contests)}</b>
            </a>
          </li>
        ))}
      </ul>
      <ContestsTable lines={view.lines} view={view} t={t} />
      <p class="pager">
        {total > 0 && <span>{t.consultations.pageOf(from + 1, Math.min(from + perPage, total), total)}</span>}
        {page > 1 && <a href={tallyPageAddress(view, { ...query, page: page - 1 })}>{t.consultations.previous}</a>}
        {from + perPage < total && (
          <a href={tallyPageAddress(view, { ...query, page: page + 1 })}>{t.consultations.next}</a>
        )}
        <a href={tallyTableAddress(view, query)}>{t.tables.download}</a>
      </p>
    </Section>
  );
}
