import type { ConsultationState } from '@convite/domain';
import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { type DemoGuide, type DemoView, demoFields, type OfferedCode, type OfferedPart } from './views.ts';

/** The first page of a demo: the vote to be taken to its end, the consultations, and the staff whose parts anybody takes. */
export function DemoFront(props: { view: DemoView; t: Translation; below: JSX.Element | null }): JSX.Element {
  const { view, t, below } = props;
  const { done, steps: all, guide } = view;
  const words = t.demo;
  if (guide === undefined) {
    return (
      <Section id="try" title={words.making} say={[words.makingSays]}>
        <div role="status">
          <progress max={all} value={done} aria-label={words.making} />
          <p>{words.makingStep(done, all)}</p>
        </div>
      </Section>
    );
  }
  return (
    <>
      <Section id="try" title={words.title} say={words.rail}>
        <div>
          {done < all && <p class="note wait">{words.makingMore(done, all)}</p>}
          <Guide guide={guide} t={t} />
        </div>
      </Section>
      {below}
      <Section id="parts" title={words.parts} say={[words.partsRail]}>
        <ul class="demo-parts">
          {guide.parts.map((part) => (
            <li key={part.account}>
              <Take part={part} to="/org">
                {part.name}
              </Take>
              <small>{part.roles.map((role) => t.accounts.roles[role]).join(', ')}</small>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** At which step of the guide a consultation stands. */
const steps = ['vote', 'find', 'close', 'open', 'publish', 'check'] as const;
const stepAt: Readonly<Record<ConsultationState, (typeof steps)[number]>> = {
  draft: 'vote',
  frozen: 'vote',
  open: 'vote',
  closed: 'open',
  tallying: 'open',
  provisional: 'check',
  certified: 'check',
  annulled: 'check',
};

function Guide({ guide, t }: { guide: DemoGuide; t: Translation }): JSX.Element {
  const { slug, status, isCounted, parts, keepers } = guide;
  const current = isCounted ? 'publish' : stepAt[status];
  const words = t.demo;
  const [proposer, agreer] = parts.filter(({ roles }) => roles.includes('guarantor'));
  const trustees = parts.filter(({ roles }) => roles.includes('trustee'));
  const two = (to: string): JSX.Element => (
    <div class="acts">
      {proposer !== undefined && (
        <Take part={proposer} to={to}>
          {words.closePropose(proposer.name)}
        </Take>
      )}
      {agreer !== undefined && (
        <Take part={agreer} to="/org/acts">
          {words.closeAgree(agreer.name)}
        </Take>
      )}
    </div>
  );
  const matter: Readonly<Record<(typeof steps)[number], JSX.Element>> = {
    vote:
      status === 'open' ? (
        <>
          <p>{words.voteSays}</p>
          <Codes guide={guide} t={t} />
        </>
      ) : (
        <p>{words.voteOver}</p>
      ),
    find: (
      <>
        <p>{words.findSays}</p>
        <p class="acts">
          <a class="btn two" href={`/c/${slug}/find-my-vote`}>
            {words.findGo}
          </a>
        </p>
      </>
    ),
    close: (
      <>
        <p>{words.closeSays}</p>
        {status === 'open' && two(`/org/c/${slug}/vote`)}
      </>
    ),
    open: (
      <>
        <p>{words.openSays}</p>
        <ul class="demo-keys">
          {keepers.map((name, i) => (
            <li key={name}>
              <a href={`/demo/keys/${i + 1}`} download>
                {words.key(name)}
              </a>
              {trustees.map(
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
    ),
    publish: (
      <>
        <p>{words.publishSays}</p>
        {isCounted && two(`/org/c/${slug}/result`)}
      </>
    ),
    check: (
      <>
        <p>{words.checkSays}</p>
        {(status === 'provisional' || status === 'certified') && (
          <p class="acts">
            <a class="btn" href={`/c/${slug}/result`}>
              {words.checkGo}
            </a>
          </p>
        )}
      </>
    ),
  };
  return (
    <ol class="demo-steps">
      {steps.map((step) => (
        <li key={step} {...(current === step ? { 'aria-current': 'step' as const } : {})}>
          <h3>
            {words[step]} {current === step && <Status is="check">{words.now}</Status>}
          </h3>
          {matter[step]}
        </li>
      ))}
    </ol>
  );
}

/** So many codes are seen at once; the others are behind one press. */
const shown = 3;

function Codes({ guide: { slug, codes }, t }: { guide: DemoGuide; t: Translation }): JSX.Element {
  const list = (some: readonly OfferedCode[]): JSX.Element => (
    <ul class="demo-codes">
      {some.map(({ name, code, contests }) => (
        <li key={code}>
          <p>
            <b>{name}</b> <small>{t.demo.papers(contests.length)}</small>
          </p>
          <code dir="ltr">{code}</code>
          <a
            class="btn"
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
    </>
  );
}

/** One press takes a part: no address, no password, and only in a demo. */
function Take(props: { part: OfferedPart; to: string; children: ComponentChildren }): JSX.Element {
  const { part, to, children } = props;
  return (
    <form method="post" action={`/demo/parts/${part.account}`} class="demo-take">
      <input type="hidden" name={demoFields.to} value={to} />
      <button class="btn two">{children}</button>
    </form>
  );
}
