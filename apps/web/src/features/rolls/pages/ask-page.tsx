import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import { ErrorSummary, Field, Form, type FormState } from '../../../ui/form.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import type { AnswerView, AskedRoll, RollHead } from './views.ts';
import { WhoMayVote } from './who-may-vote.tsx';

const askAddress = ({ slug }: Pick<RollHead, 'slug'>): string => `/c/${slug}/may-i-vote`;

function AskFrame(props: {
  head: RollHead;
  title: string;
  lead: readonly string[];
  isError?: boolean;
  frame: Frame;
  t: Translation;
  children: ComponentChildren;
}): JSX.Element {
  const { head, title, lead, isError = false, frame, t, children } = props;
  return (
    <Document
      title={isError ? t.frame.errorTitle(title) : title}
      frame={frame}
      t={t}
      unlisted
      community={head.title}
      crumbs={[
        { text: head.title, href: `/c/${head.slug}` },
        { text: t.rolls.askTitle, href: null },
      ]}
    >
      <Hero above={head.title} title={title} lead={lead.slice(0, 1)} />
      {lead.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </Document>
  );
}

/** Asking whether and where one may vote, about oneself. */
export function AskPage(props: { view: AskedRoll; form: FormState; frame: Frame; t: Translation }): JSX.Element {
  const { view, form, frame, t } = props;
  const { head } = view;
  const words = t.rolls;
  return (
    <AskFrame
      head={head}
      title={words.askTitle}
      lead={words.askLead}
      isError={form.problems.length > 0}
      frame={frame}
      t={t}
    >
      <ErrorSummary form={form} t={t} />
      <Form action={askAddress(head)} submit={words.ask}>
        <Field name="name" label={words.askName} autocomplete="name" form={form} />
        <Field
          name="birth_date"
          type="date"
          label={words.askBirth}
          hint={words.birthHint}
          autocomplete="bday"
          signs={20}
          form={form}
        />
        <Field name="document" label={words.askDocument} signs={20} form={form} />
      </Form>
      <Rule view={view} t={t} />
    </AskFrame>
  );
}

/** By which rule people are on the roll; nothing where nobody said it yet. */
function Rule({ view: { eligibility }, t }: { view: AskedRoll; t: Translation }): JSX.Element | null {
  if (eligibility === null) return null;
  return (
    <Section id="rule" title={t.rolls.ruleTitle}>
      <WhoMayVote eligibility={eligibility} t={t} />
    </Section>
  );
}

/** The answer to the person concerned; to whoever is not, one and the same. */
export function AnswerPage(props: { view: AskedRoll; answer: AnswerView; frame: Frame; t: Translation }): JSX.Element {
  const { view, answer, frame, t } = props;
  const { head } = view;
  const words = t.rolls;
  const [title, lead] = wordsOf(answer, t);
  return (
    <AskFrame head={head} title={title} lead={lead} frame={frame} t={t}>
      {answer.type === 'on_roll' && (
        <Section
          id="contests"
          title={words.answerContests}
          say={answer.contests.length === 0 ? [words.answerNoContests] : []}
        >
          <ul>
            {answer.contests.map(({ id, name }) => (
              <li key={id}>
                <a href={`/c/${head.slug}/contests/${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {answer.type !== 'on_roll' && <Rule view={view} t={t} />}
      <p class="acts">
        <a class="btn two" href={askAddress(head)}>
          {words.askAgain}
        </a>
      </p>
    </AskFrame>
  );
}

function wordsOf(answer: AnswerView, { rolls }: Translation): readonly [string, readonly string[]] {
  switch (answer.type) {
    case 'not_confirmed':
      return [rolls.answerUnknownTitle, rolls.answerUnknown];
    case 'on_roll':
      return [rolls.answerOnTitle, [rolls.answerOn(rolls.proofs[answer.proof])]];
    case 'taken_off':
      return [rolls.answerOffTitle, [rolls.answerOff(answer.version)]];
  }
}
