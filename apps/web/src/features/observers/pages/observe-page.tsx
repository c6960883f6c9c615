import type { JSX } from 'preact';
import { Fingerprint } from '../../../report/fingerprint.tsx';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section, Status } from '../../../ui/section.tsx';
import { ProgramsTable } from './programs-table.tsx';
import type { Fact, FileLink, ObserveView, Step, When } from './views.ts';

/** Everything that can be checked of a consultation, in the order of its life, for whoever believes nobody. */
export function ObservePage(props: { view: ObserveView; frame: Frame; t: Translation }): JSX.Element {
  const { view, frame, t } = props;
  const words = t.observers;
  const crumbs = [
    { text: t.frame.home, href: '/' },
    { text: view.title, href: `/c/${view.slug}` },
    { text: words.title, href: null },
  ];
  return (
    <Document title={words.title} frame={frame} t={t} community={view.title} crumbs={crumbs}>
      <Hero title={words.title} lead={[...words.lead, t.consultations.zone(view.zone)]} />
      <Section id="tools" title={words.tools} say={words.toolsSay}>
        <div>
          <p>{words.toolsHow}</p>
          <p>{words.everythingSay}</p>
          <ul class="ways">
            <li>
              <a href={`/c/${view.slug}/observe/everything.zip`}>{words.everything}</a>
            </li>
          </ul>
        </div>
      </Section>
      {view.steps.map((step) => (
        <StepSection key={step.name} step={step} view={view} t={t} />
      ))}
      <Section id="differs" title={words.differs} say={words.differsSay}>
        <ol>
          {words.differsSteps.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
          {view.complaintsUntil !== null && (
            <li>{words.complaints(t.format.moment(view.complaintsUntil, view.zone))}</li>
          )}
        </ol>
      </Section>
      <Section id="account" title={words.account} say={words.accountSay}>
        <p>
          <a href="/org">{words.accountGo}</a>
        </p>
      </Section>
    </Document>
  );
}

function StepSection({ step, view, t }: { step: Step; view: ObserveView; t: Translation }): JSX.Element {
  const words = t.observers.steps[step.name];
  return (
    <Section id={step.name} title={words.title} say={words.proves}>
      <div>
        <p>
          <WhenStatus step={step} view={view} t={t} />
        </p>
        {step.name === 'programs' && <ProgramsTable view={view} t={t} />}
        {(step.facts.length > 0 || step.files.some(({ sha256 }) => sha256 !== null)) && (
          <dl class="prints">
            {step.facts.map((fact) => (
              <div key={fact.name}>
                <dt>{t.observers.facts[fact.name]}</dt>
                <dd>
                  <FactValue fact={fact} view={view} t={t} />
                </dd>
              </div>
            ))}
            {step.files.map(({ name, of, sha256, href }) =>
              sha256 === null ? null : (
                <div key={href}>
                  <dt>{t.observers.sha256Of(t.observers.files[name], of)}</dt>
                  <dd>
                    <Fingerprint hex={sha256} />
                  </dd>
                </div>
              ),
            )}
          </dl>
        )}
        {step.files.length > 0 && (
          <ul class="ways">
            {step.files.map((file) => (
              <li key={file.href}>
                <a href={file.href}>{fileText(file, t)}</a>
              </li>
            ))}
          </ul>
        )}
        {step.commands.map((command) => (
          <Command key={command} text={command} />
        ))}
        {words.how.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Section>
  );
}

const shapes = { published: 'ok', awaited: 'wait', not_needed: 'stop', never: 'no' } as const satisfies Record<
  When['is'],
  Parameters<typeof Status>[0]['is']
>;

function WhenStatus({ step, view, t }: { step: Step; view: ObserveView; t: Translation }): JSX.Element {
  const { when, name } = step;
  const words = t.observers;
  const moment = (at: string): string => t.format.moment(at, view.zone);
  const says = (): string => {
    switch (when.is) {
      case 'published':
        return when.at === null ? words.published : words.publishedAt(moment(when.at));
      case 'awaited':
        return when.at === null ? words.steps[name].awaited : words.awaitedAt(moment(when.at));
      case 'not_needed':
        return words.notNeeded;
      case 'never':
        return words.never;
    }
  };
  return <Status is={shapes[when.is]}>{says()}</Status>;
}

function FactValue({ fact, view, t }: { fact: Fact; view: ObserveView; t: Translation }): JSX.Element {
  switch (fact.kind) {
    case 'count':
      return <>{t.format.count(fact.count)}</>;
    case 'part':
      return <>{t.observers.part(fact.count, fact.of)}</>;
    case 'hash':
      return <Fingerprint hex={fact.hash} />;
    case 'bytes':
      return <>{t.format.bytes(fact.bytes)}</>;
    case 'moment':
      return <>{t.format.moment(fact.at, view.zone)}</>;
    case 'day':
      return <>{t.format.day(`${fact.day}T12:00:00Z`)}</>;
    case 'text':
      return fact.name === 'boardKey' || fact.name === 'seed' ? (
        <code class="cmd" dir="ltr">
          {fact.text}
        </code>
      ) : (
        <>{fact.text}</>
      );
  }
}

const fileText = ({ name, of }: FileLink, t: Translation): string =>
  of === null ? t.observers.files[name] : `${t.observers.files[name]}: ${of}`;

/** Longer than this a word does not fit on the line of a phone. */
const wholeLength = 20;

/** A command as it is typed; what begins with a dash is not torn apart, as far as it fits. */
function Command({ text }: { text: string }): JSX.Element {
  return (
    <code class="cmd" dir="ltr">
      {text.split(' ').map((word, i) => (
        <>
          {i === 0 ? '' : ' '}
          {word.startsWith('-') && word.length <= wholeLength ? <span>{word}</span> : word}
        </>
      ))}
    </code>
  );
}
