import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Choices, ErrorSummary, Form, type FormState, LongField } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { ActStatus, ActTable, momentText, zoneWords } from './act-table.tsx';
import { accountFields, type ActLine, type ActView } from './views.ts';

interface Around {
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}

export function ActsPage(
  props: Around & {
    readonly waiting: readonly ActLine[];
    readonly decided: readonly ActLine[];
    readonly zone: string;
  },
): JSX.Element {
  const { waiting, decided, zone, staff, frame, t } = props;
  const { accounts: words } = t;
  return (
    <StaffDocument title={words.actsPage} staff={staff} frame={frame} t={t}>
      <Hero title={words.actsPage} lead={[words.actsLead, zoneWords(zone, t)]} />
      <Section id="waiting" title={words.actsWaiting} full>
        <ActTable lines={waiting} zone={zone} caption={words.actsWaiting} t={t} />
      </Section>
      <Section id="decided" title={words.actsDecided} full>
        <ActTable lines={decided} zone={zone} caption={words.actsDecided} t={t} />
      </Section>
      <TableLink href="/org/acts/files/acts.csv" of={words.actsPage} t={t} />
    </StaffDocument>
  );
}

/** One act, word by word, and what this person may decide about it. */
export function ActPage(props: Around & { readonly view: ActView; readonly form: FormState }): JSX.Element {
  const { view, form, staff, frame, t } = props;
  const { accounts: words } = t;
  const title = form.problems.length > 0 ? t.frame.errorTitle(view.title) : view.title;
  const { says, facts, href } = view.words ?? { says: [words.actUnreadable], facts: [], href: null };
  const crumbs = [
    { text: words.actsPage, href: '/org/acts' },
    { text: view.title, href: null },
  ];
  return (
    <StaffDocument title={title} staff={staff} frame={frame} t={t} crumbs={crumbs}>
      <ErrorSummary form={form} t={t} />
      <Hero
        above={view.place}
        title={view.title}
        lead={[words.proposedBy(view.proposer, momentText(view.at, view.zone, t)), zoneWords(view.zone, t)]}
      />
      <p>
        <ActStatus state={view.state} t={t} />
        {view.decided !== null && <> {words.decidedBy(view.decided.by, momentText(view.decided.at, view.zone, t))}</>}
      </p>
      <Section id="what" title={words.actWhat}>
        <div>
          {says.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          {facts.length > 0 && (
            <dl class="told">
              {facts.map(({ name, value }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          )}
          {href !== null && (
            <p>
              <a href={href}>{words.actLook}</a>
            </p>
          )}
        </div>
      </Section>
      <Section id="why" title={words.actWhy}>
        <p>{view.reason}</p>
      </Section>
      {view.state === 'proposed' && (
        <Section id="decide" title={words.decisionTitle}>
          <Decision view={view} form={form} t={t} />
        </Section>
      )}
    </StaffDocument>
  );
}

function Decision(props: { readonly view: ActView; readonly form: FormState; readonly t: Translation }): JSX.Element {
  const { view, form, t } = props;
  const { accounts: words } = t;
  if (view.may === 'look') return <p>{words.mayNotDecide}</p>;
  if (view.may === 'withdraw') {
    return (
      <div>
        <p>{words.mustBeOther}</p>
        <form action={view.href} method="post">
          <input type="hidden" name={accountFields.decision} value="withdraw" />
          <button class="btn two">{words.withdraw}</button>
        </form>
      </div>
    );
  }
  return (
    <Form action={view.href} submit={words.confirm}>
      <Choices
        name={accountFields.decision}
        label={words.decision}
        kind="one"
        choices={[
          { value: 'agree', text: words.agree, hint: words.agreeHint },
          { value: 'decline', text: words.decline, hint: words.declineHint },
        ]}
        form={form}
      />
      <LongField
        name={accountFields.reason}
        label={words.declineReason}
        hint={words.declineReasonHint}
        rows={3}
        form={form}
      />
    </Form>
  );
}

/** Something that is shown once: a link or a code to be handed to somebody. */
export function OncePage(
  props: Around & {
    readonly title: string;
    readonly kind: 'link' | 'code';
    readonly shown: string;
    readonly next: string;
  },
): JSX.Element {
  const { title, kind, shown, next, staff, frame, t } = props;
  const { accounts: words } = t;
  return (
    <StaffDocument title={title} staff={staff} frame={frame} t={t}>
      <Hero title={title} lead={[]} />
      <Section
        id="once"
        title={kind === 'link' ? words.onceTitle : words.onceCodeTitle}
        say={[kind === 'link' ? words.onceSay : words.onceCodeSay]}
      >
        <div>
          <p>
            <code class="secret">{shown}</code>
          </p>
          <p>
            <a class="btn" href={next}>
              {words.continue}
            </a>
          </p>
        </div>
      </Section>
    </StaffDocument>
  );
}
