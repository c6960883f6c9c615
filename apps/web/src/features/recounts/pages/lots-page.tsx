import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section } from '../../../ui/section.tsx';
import { communityOf, readerOf, type ReportReader } from '../../../report/report-reader.ts';
import { lotFields, type LotsView } from './views.ts';

/** Explains drawing lots to people, and takes the drawn order. */
export function LotsPage({ view, frame, t }: { view: LotsView; frame: Frame; t: Translation }): JSX.Element {
  const { report, problem } = view;
  const reader = readerOf(view.address, report, t);
  const tied = tiedOf(view);
  const title = problem === null ? t.lots.title : t.frame.errorTitle(t.lots.title);
  return (
    <Document
      title={title}
      frame={frame}
      t={t}
      community={communityOf(report)}
      crumbs={[
        { text: t.frame.home, href: '/' },
        { text: t.result.crumb, href: view.address },
        { text: t.lots.crumb, href: null },
      ]}
      unlisted
    >
      <Hero title={t.lots.title} lead={tied.length === 0 ? [t.lots.notNeeded] : [t.lots.lead]} />
      {problem !== null && (
        <div class="problem">
          <h2>{t.frame.problem}</h2>
          <p>
            <a href="#lot-1">{t.lots.problems[problem]}</a>
          </p>
        </div>
      )}
      {tied.length === 0 ? (
        <p class="acts">
          <a class="btn" href={view.address}>
            {t.lots.seeResult}
          </a>
        </p>
      ) : (
        <>
          <Section id="how" title={t.lots.howTitle} say={[t.lots.howRail]}>
            <ol class="steps">
              {t.lots.how.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ol>
          </Section>
          <Section id="order" title={t.lots.typeTitle} say={[t.lots.typeRail]}>
            <Order view={view} tied={tied} reader={reader} />
          </Section>
        </>
      )}
    </Document>
  );
}

/** The projects among which lots are to be drawn, ascending by id. */
function tiedOf({ report }: LotsView): readonly string[] {
  const open = report.ties.filter(({ settled_by: by }) => by === 'open').flatMap(({ tied }) => tied);
  return report.projects.map(({ id }) => id).filter((id) => open.includes(id));
}

function Order({ view, tied, reader }: { view: LotsView; tied: readonly string[]; reader: ReportReader }): JSX.Element {
  const { t, name } = reader;
  const { action, typed, problem } = view;
  return (
    <form action={action} method="post">
      {problem !== null && (
        <p class="err" id="order-problem">
          {t.lots.problems[problem]}
        </p>
      )}
      {tied.map((_, i) => (
        <div class="field" key={i}>
          <label for={`lot-${i + 1}`}>{t.lots.place(i + 1)}</label>
          <select
            class="in"
            id={`lot-${i + 1}`}
            name={lotFields.lot}
            {...(problem === null ? {} : { 'aria-invalid': 'true' as const, 'aria-describedby': 'order-problem' })}
          >
            <option value="">{t.lots.choose}</option>
            {tied.map((id) => (
              <option key={id} value={id} selected={typed[i] === id}>
                {`${id}: ${name(id)}`}
              </option>
            ))}
          </select>
        </div>
      ))}
      <details>
        <summary>{t.lots.asText}</summary>
        <div class="field">
          <label for="lots">{t.lots.asText}</label>
          <span class="hint" id="lots-hint">
            {t.lots.asTextHint}
          </span>
          <textarea
            class="in"
            id="lots"
            name={lotFields.lots}
            rows={Math.min(tied.length + 1, 10)}
            aria-describedby="lots-hint"
          />
        </div>
      </details>
      <button class="btn">{t.lots.go}</button>
    </form>
  );
}
