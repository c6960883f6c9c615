import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Ring } from '../../../ui/ring.tsx';
import { Section, Status } from '../../../ui/section.tsx';
import { Weave } from '../../../ui/weave.tsx';
import { RecountForms } from './recount-form.tsx';
import { communityOf, readerOf, voteLine } from '../../../report/report-reader.ts';
import type { HomeView, Recount } from './views.ts';

/** What this is, a result to look at, and where to bring one's own vote. */
export function HomePage(props: {
  view: HomeView;
  frame: Frame;
  t: Translation;
  /** What other parts of the site have to show there. */
  front?: JSX.Element | null;
}): JSX.Element {
  const { view, frame, t, front = null } = props;
  return (
    <Document title={t.home.title} frame={frame} t={t}>
      <div class="hero front">
        <div>
          <h1 class="poster">{t.home.title}</h1>
          <ul class="what">
            {t.home.what.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p class="acts">
            {frame.isDemo === true && (
              <a class="btn" href="#try">
                {t.demo.go}
              </a>
            )}
            <a class={frame.isDemo === true ? 'btn two' : 'btn'} href="#recount">
              {t.home.go}
            </a>
          </p>
        </div>
        <Ring says={t.home.ring} name={t.frame.brand} />
      </div>
      {front}
      {view.demo !== null && <Demo demo={view.demo} t={t} />}
      <RecountForms form={view.form} t={t} />
    </Document>
  );
}

function Demo({ demo, t }: { demo: Recount; t: Translation }): JSX.Element {
  const { report } = demo;
  const reader = readerOf(demo.address, report, t);
  return (
    <Section id="demo" title={t.home.demo} say={[t.home.demoRail]}>
      <ul class="places">
        <li>
          <Weave name={communityOf(report)} id="weave-demo" side />
          <div>
            <h3>
              <a href={demo.address}>{voteLine(report)}</a>
            </h3>
            <p>
              <Status is="ok">{t.home.demoState}</Status>
            </p>
            <p>
              {t.home.demoText(report.ballots.total, report.projects.length, reader.money(report.budget))}{' '}
              {t.home.demoWinners(report.winners.length)}
            </p>
          </div>
          <a class="btn two" href={demo.address}>
            {t.home.demoGo}
          </a>
        </li>
      </ul>
    </Section>
  );
}
