import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import { Guide } from './guide-steps.tsx';
import { Take } from './take-part.tsx';
import type { DemoView } from './views.ts';

/** The first page of a demo: the vote to be taken to its end, the consultations, and the staff whose parts anybody takes. */
export function DemoFront(props: { view: DemoView; t: Translation; below: JSX.Element | null }): JSX.Element {
  const { view, t, below } = props;
  const { making, done, steps: all, guide, fault } = view;
  const words = t.demo;
  if (guide === undefined) {
    if (fault !== null) return <GivenUp id="try" view={view} fault={fault} t={t} />;
    return (
      <Section id="try" title={words.making} say={[words.makingSays]}>
        <div role="status">
          <progress max={all} value={done} aria-label={words.making} />
          <p>{words.makingStep(done, all)}</p>
        </div>
      </Section>
    );
  }
  const { before } = guide;
  return (
    <>
      {fault !== null && <GivenUp id="failed" view={view} fault={fault} t={t} />}
      <Section id="try" title={words.title} say={words.rail}>
        <div>
          {fault === null && done < all && (
            <p class="note wait">{making === 'demo' ? words.makingMore(done, all) : words.makingNext(done, all)}</p>
          )}
          {before !== null && (
            <p class="note">
              {words.before(before.title)} <a href={`/c/${before.slug}/result`}>{words.checkGo}</a>
            </p>
          )}
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
              <small>{part.roles.map((role) => t.accounts.roleTasks[role]).join(' ')}</small>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** What is missing was tried as often as it is tried: what happened, and what to do. It stands for a guide not yet made. */
function GivenUp(props: { id: string; view: DemoView; fault: string; t: Translation }): JSX.Element {
  const { id, view, fault, t } = props;
  const words = t.demo;
  return (
    <Section id={id} title={words.failed} say={[words.failedSays(view.done, view.steps)]}>
      <div>
        <p>{words.failedDo}</p>
        <form method="post" action="/demo/again">
          <button class="btn">{words.again}</button>
        </form>
        <p class="soft">{words.failedFault}</p>
        <pre class="demo-fault" dir="ltr">
          {fault.slice(0, faultShown)}
        </pre>
      </div>
    </Section>
  );
}

/** Letters of a fault that are shown: its first lines say what it is. */
const faultShown = 400;
