import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import { Take } from './take-part.tsx';
import type { DemoGuide, OfferedCode } from './views.ts';

const steps = ['vote', 'find', 'close', 'open', 'publish', 'check'] as const;
type StepName = (typeof steps)[number];

/** The step that comes next, from where the consultation stands. */
function stepOf({ status, visitors, waiting, isCounted }: DemoGuide): StepName {
  switch (status) {
    case 'draft':
    case 'frozen':
      return 'vote';
    case 'open':
      if (waiting !== null) return 'close';
      return visitors > 0 ? 'find' : 'vote';
    case 'closed':
    case 'tallying':
      return isCounted ? 'publish' : 'open';
    case 'provisional':
    case 'certified':
    case 'annulled':
      return 'check';
  }
}

/** Whether a step was done, as far as anybody knows: who found a ballot, or which code was used, the site does not. */
const isDone = (step: StepName, current: StepName, { visitors }: DemoGuide): boolean =>
  step === 'vote' ? visitors > 0 : step !== 'find' && steps.indexOf(step) < steps.indexOf(current);

/** The steps from the first ballot to the checked result, each with what there is to do. */
export function Guide({ guide, t }: { guide: DemoGuide; t: Translation }): JSX.Element {
  const current = stepOf(guide);
  const words = t.demo;
  return (
    <ol class="demo-steps">
      {steps.map((step) => {
        const Matter = matters[step];
        const isNow = current === step;
        return (
          <li key={step} {...(isNow ? { 'aria-current': 'step' as const } : {})}>
            <h3>
              {words[step]} {isNow && <Status is="check">{words.now}</Status>}
              {!isNow && isDone(step, current, guide) && <Status is="ok">{words.finished}</Status>}
            </h3>
            <Matter guide={guide} t={t} isNow={isNow} />
          </li>
        );
      })}
    </ol>
  );
}

interface MatterProps {
  readonly guide: DemoGuide;
  readonly t: Translation;
  readonly isNow: boolean;
}

const matters: Readonly<Record<StepName, (props: MatterProps) => JSX.Element>> = {
  vote: ({ guide, t, isNow }) => (
    <>
      <p>{guide.status === 'open' ? t.demo.voteSays : t.demo.voteOver}</p>
      {guide.visitors > 0 && <p>{t.demo.visitors(guide.visitors)}</p>}
      {guide.status === 'open' && <Codes guide={guide} t={t} isNow={isNow} />}
    </>
  ),
  find: ({ guide, t, isNow }) => (
    <>
      <p>{t.demo.findSays}</p>
      <p class="acts">
        <a class={isNow ? 'btn' : 'btn two'} href={`/c/${guide.slug}/find-my-vote`}>
          {t.demo.findGo}
        </a>
      </p>
    </>
  ),
  close: ({ guide, t, isNow }) => (
    <>
      <p>{t.demo.closeSays}</p>
      {guide.status === 'open' && <Two guide={guide} to={`/org/c/${guide.slug}/vote`} t={t} isNow={isNow} />}
    </>
  ),
  open: Opening,
  publish: ({ guide, t, isNow }) => (
    <>
      <p>{t.demo.publishSays}</p>
      {guide.isCounted && <Two guide={guide} to={`/org/c/${guide.slug}/result`} t={t} isNow={isNow} />}
    </>
  ),
  check: ({ guide, t, isNow }) => (
    <>
      <p>{t.demo.checkSays}</p>
      {isNow && (
        <p class="acts">
          <a class="btn" href={`/c/${guide.slug}/result`}>
            {t.demo.checkGo}
          </a>
        </p>
      )}
    </>
  ),
};

/** One guarantor proposes; then the other agrees. */
function Two(props: { guide: DemoGuide; to: string; t: Translation; isNow: boolean }): JSX.Element | null {
  const { guide, to, t, isNow } = props;
  const [proposer, agreer] = guide.parts.filter(({ roles }) => roles.includes('guarantor'));
  if (proposer === undefined || agreer === undefined) return null;
  if (guide.waiting === null) {
    return (
      <div class="acts">
        <Take part={proposer} to={to} isFirst={isNow}>
          {t.demo.propose(proposer.name)}
        </Take>
      </div>
    );
  }
  return (
    <>
      <p>{t.demo.proposed(agreer.name)}</p>
      <div class="acts">
        <Take part={agreer} to={`/org/acts/${guide.waiting}`} isFirst>
          {t.demo.agree(agreer.name)}
        </Take>
      </div>
    </>
  );
}

/** What two trustees do, and how far they are. */
function Opening({ guide, t, isNow }: MatterProps): JSX.Element {
  const { slug, status, opened, needed, parts, keepers, isTied } = guide;
  const words = t.demo;
  if (isNow && status === 'closed') return <p role="status">{words.adding}</p>;
  const guarantor = parts.find(({ roles }) => roles.includes('guarantor'));
  if (isNow && isTied && guarantor !== undefined) {
    return (
      <>
        <p>{words.tied(guarantor.name)}</p>
        <div class="acts">
          <Take part={guarantor} to={`/org/c/${slug}/lots`} isFirst>
            {words.tiedGo(guarantor.name)}
          </Take>
        </div>
      </>
    );
  }
  if (isNow && opened >= needed) return <p role="status">{words.counting}</p>;
  return (
    <>
      <p>{words.openSays}</p>
      <ol class="demo-how">
        {words.openHow.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ol>
      {isNow && (
        <>
          <p>{words.opened(opened, needed)}</p>
          <ul class="demo-keys">
            {keepers.map((name, i) => (
              <li key={name}>
                <a href={`/demo/keys/${i + 1}`} download>
                  {words.key(name)}
                </a>
                {parts.map(
                  (part) =>
                    part.name === name && (
                      <Take key={part.account} part={part} to={`/org/c/${slug}/tally`}>
                        {words.openAs(name)}
                      </Take>
                    ),
                )}
              </li>
            ))}
          </ul>
          <p class="acts">
            <a class="btn two" href="/trustee">
              {words.keyPage}
            </a>
          </p>
        </>
      )}
    </>
  );
}

/** So many codes are seen at once; the others are behind one press. */
const shown = 3;

function Codes({ guide: { slug, codes }, t, isNow }: MatterProps): JSX.Element {
  const list = (some: readonly OfferedCode[]): JSX.Element => (
    <ul class="demo-codes">
      {some.map(({ name, code, contests }) => (
        <li key={code}>
          <p>
            <b>{name}</b> <small>{t.demo.papers(contests.length)}</small>
          </p>
          <code dir="ltr">{code}</code>
          <a
            class={isNow ? 'btn' : 'btn two'}
            href={`/c/${slug}/contests/${contests[0] ?? ''}/vote#${code}`}
            aria-label={t.demo.voteAs(name)}
          >
            {t.demo.vote}
          </a>
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {list(codes.slice(0, shown))}
      {codes.length > shown && (
        <details>
          <summary>{t.demo.moreCodes}</summary>
          {list(codes.slice(shown))}
        </details>
      )}
      <p class="soft">{t.demo.voteAgain}</p>
    </>
  );
}
