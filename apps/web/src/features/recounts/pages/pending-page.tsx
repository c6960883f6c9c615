import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section, Status } from '../../../ui/section.tsx';
import type { PendingView } from './views.ts';

const stages = ['queued', 'reading', 'counting'] as const;

/** A count that is on its way: where it stands, and a link to look again. */
export function PendingPage({ view, frame, t }: { view: PendingView; frame: Frame; t: Translation }): JSX.Element {
  const { state, ahead, progress, fileName, refreshes } = view;
  const reached = stages.indexOf(state);
  return (
    <Document title={t.states[state]} frame={frame} t={t} unlisted busy>
      <Hero
        above={fileName}
        title={t.states[state]}
        lead={[refreshes ? t.states.pendingRefreshes : t.states.pendingLook, t.states.pendingClose]}
        acts={
          <a class="btn two" href={frame.here}>
            {t.states.reload}
          </a>
        }
      />
      <Section id="progress" title={t.states.progressTitle}>
        <div>
          {progress !== null && (
            <p>
              <progress value={progress.done} max={Math.max(progress.of, 1)} aria-label={t.states.reading} />
              {t.states.progress(progress.done, progress.of)}
            </p>
          )}
          <ol class="stages">
            {t.states.steps.map((step, i) => (
              <li key={step} {...(i === reached ? { 'aria-current': 'step' as const } : {})}>
                <Status is={i < reached ? 'ok' : i === reached ? 'wait' : 'no'}>{step}</Status>{' '}
                {i === reached
                  ? state === 'queued'
                    ? t.states.ahead(ahead)
                    : t.states.now
                  : i < reached
                    ? t.states.done
                    : ''}
              </li>
            ))}
          </ol>
        </div>
      </Section>
    </Document>
  );
}
