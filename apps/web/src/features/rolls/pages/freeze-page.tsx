import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Form, type FormState, LongField } from '../../../ui/form.tsx';
import { Facts, Hash, type RollPageProps, RollStaffPage } from './roll-frame.tsx';
import { type FreezeView, type FreezingView, rollAddress, type RollHead } from './views.ts';

/** Asking that the roll be frozen. */
export function FreezePage(props: RollPageProps<FreezeView> & { form: FormState }): JSX.Element {
  const { view, form, staff, frame, t } = props;
  const { head, became } = view;
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
      {became !== null && <p class="note wait">{words.freezingBecame[became]}</p>}
      <Form action={`${rollAddress(head)}/freeze`} submit={words.freezeBegin}>
        <LongField name="reason" label={words.freezeReason} hint={words.freezeReasonHint} rows={3} form={form} />
      </Form>
    </RollStaffPage>
  );
}

/** How far the commitment is; then its salt, for whoever asked, until it is proposed. */
export function FreezingPage({ view, staff, frame, t }: RollPageProps<FreezingView>): JSX.Element {
  const { head, state, progress, version, people, reason, askedBy, commitment, salt, refusal } = view;
  const words = t.rolls;
  const isBusy = state === 'committing';
  return (
    <RollStaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={salt === null ? words.freezingTitles[state] : words.saltTitle}
      lead={leadOf(view, t)}
      isError={refusal !== null}
      busy={isBusy}
      acts={
        isBusy && (
          <>
            <a class="btn two" href={frame.here}>
              {words.reload}
            </a>
            <Withdraw head={head} t={t} />
          </>
        )
      }
    >
      {refusal !== null && (
        <div class="problem" role="alert">
          <h2>{t.frame.problem}</h2>
          <p>{words.freezeRefusals[refusal]}</p>
        </div>
      )}
      {isBusy && (
        <p>
          <progress value={progress} max={1000} aria-label={words.progress} /> {t.format.percentOf(progress, 1000, 0)}
        </p>
      )}
      <Facts
        rows={[
          ...(salt === null ? [] : [[words.salt, <Hash>{(salt.match(/.{1,8}/gu) ?? []).join(' ')}</Hash>] as const]),
          ...(commitment === null ? [] : [[words.commitment, <Hash>{commitment}</Hash>] as const]),
          [words.people, t.format.count(people)],
          [words.version, t.format.count(version)],
          [words.freezingAskedBy, askedBy],
          [words.reason, reason],
        ]}
      />
      {/* Below the salt: nobody says that it is kept before it was seen. */}
      {!isBusy && (
        <div class="acts">
          {salt !== null && commitment !== null && (
            <form action={`${rollAddress(head)}/freeze/propose`} method="post">
              <input type="hidden" name="commitment" value={commitment} />
              <button class="btn">{words.saltKept}</button>
            </form>
          )}
          <Withdraw head={head} t={t} />
        </div>
      )}
    </RollStaffPage>
  );
}

function leadOf({ state, salt, askedBy }: FreezingView, { rolls }: Translation): readonly string[] {
  if (state === 'committing') return rolls.freezingSays;
  return salt === null ? [rolls.saltOfOther(askedBy)] : rolls.saltLead;
}

const Withdraw = ({ head, t }: { head: RollHead; t: Translation }): JSX.Element => (
  <form action={`${rollAddress(head)}/freeze/withdraw`} method="post">
    <button class="btn two">{t.rolls.freezingWithdraw}</button>
  </form>
);
