import type { StatedDelay } from '@convite/domain';
import type { JSX } from 'preact';
import { Section } from '../../../ui/section.tsx';
import { StatedDelays } from '../../../ui/stated-delays.tsx';
import { FileFacts } from './check-file.tsx';
import { type PageProps, ResultFrame } from './result-frame.tsx';
import type { LotsPageView, RefusedResultView } from './views.ts';

/** What stands instead of figures where the database and the verified archive do not say the same. */
export function RefusedResultPage({ view, frame, t }: PageProps<RefusedResultView>): JSX.Element {
  const { slug, title, fault, annulledSince, file } = view;
  const words = t.results;
  return (
    <ResultFrame
      slug={slug}
      consultation={title}
      title={words.refusedTitle}
      frame={frame}
      t={t}
      community={title}
      lead={[words.refusedLead]}
      crumbs={[{ text: words.title, href: null }]}
    >
      <Section id="why" title={words.refusedWhy}>
        <ul class="say">
          <li>{words.faults[fault]}</li>
          {annulledSince && <li>{words.annulledSince}</li>}
        </ul>
      </Section>
      <Section id="check" title={words.refusedHow} say={[words.refusedHowSay]}>
        <div>
          <p>
            {words.commandSay}
            <code class="cmd" dir="ltr">
              npm run -s convite <span>--</span> verify {slug}.zip
            </code>
          </p>
          <h3>{words.recorded}</h3>
          <FileFacts file={file} t={t} />
          <p class="acts">
            {fault !== 'missing' && (
              <a class="btn two" href={`/c/${slug}/archive.zip`}>
                {words.downloadWhole}
              </a>
            )}{' '}
            <a class="btn two" href={`/c/${slug}/trail`}>
              {words.trail}
            </a>
          </p>
        </div>
      </Section>
    </ResultFrame>
  );
}

/** A short word while there is nothing to show: no result yet, or a part that is being made. */
export function WaitingPage(
  props: PageProps<{ readonly slug: string; readonly title: string }> & {
    readonly waits: 'result' | 'part' | 'room';
    /** Of a result. `lateSince`: when the vote ended, where it comes later than it should. */
    readonly due?: {
      readonly zone: string;
      readonly lateSince: string | null;
      readonly delays: readonly StatedDelay[];
    };
  },
): JSX.Element {
  const { view, frame, t, waits, due } = props;
  const words = t.results;
  const isPart = waits !== 'result';
  const say = { result: words.notYet, part: words.partPendingSay, room: words.partNoRoom }[waits];
  return (
    <ResultFrame
      slug={view.slug}
      consultation={view.title}
      title={isPart ? words.partPending : words.notYetTitle}
      frame={frame}
      t={t}
      community={view.title}
      lead={[
        ...(due?.lateSince == null ? [] : [words.late(`${t.format.moment(due.lateSince, due.zone)} (${due.zone})`)]),
        say,
      ]}
      crumbs={[{ text: words.title, href: null }]}
      busy={waits === 'part'}
    >
      {due !== undefined && <StatedDelays delays={due.delays} zone={due.zone} t={t} />}
      <p class="acts">
        <a class="btn two" href={`/c/${view.slug}/lots`}>
          {words.lotsTitle}
        </a>{' '}
        <a class="btn two" href={`/c/${view.slug}/trail`}>
          {words.trail}
        </a>
      </p>
    </ResultFrame>
  );
}

/** How a public lot was announced, and what was drawn. */
export function LotsPage({ view, frame, t }: PageProps<LotsPageView>): JSX.Element {
  const { slug, title, announcements, draw, waiting, zone } = view;
  const words = t.results;
  const [last, ...earlier] = announcements;
  const moment = (at: string): string => `${t.format.moment(at, zone)} (${zone})`;
  return (
    <ResultFrame
      slug={slug}
      consultation={title}
      title={words.lotsTitle}
      frame={frame}
      t={t}
      community={title}
      lead={[words.lotsPublicLead]}
      crumbs={[{ text: words.lotsTitle, href: null }]}
    >
      {draw !== null && (
        <Section id="drawn" title={words.seedDrawn} say={[words.wasDrawnAt(moment(draw.drawnAt))]}>
          <div>
            <code class="cmd">{draw.seed}</code>
            <p>{draw.how}</p>
            <p class="soft">{words.algorithm}</p>
          </div>
        </Section>
      )}
      <Section id="announced" title={words.announced}>
        {last === undefined ? (
          <p>{waiting.length === 0 ? words.notNeeded : words.notAnnounced}</p>
        ) : (
          <div>
            <p>{last.how}</p>
            <p>
              <b>{words.drawsAt(moment(last.drawsAt))}</b> {words.announcedAt(moment(last.announcedAt))}
            </p>
            {earlier.length > 0 && (
              <details>
                <summary>{words.earlier}</summary>
                {earlier.map(({ how, drawsAt, announcedAt }) => (
                  <p key={announcedAt}>
                    {how} {words.drawsAt(moment(drawsAt))} {words.announcedAt(moment(announcedAt))}
                  </p>
                ))}
              </details>
            )}
          </div>
        )}
      </Section>
      {waiting.length > 0 && (
        <Section id="waiting" title={words.waiting} say={[words.inContests(waiting.length)]}>
          <ul class="say">
            {waiting.slice(0, 200).map(({ id, code, name }) => (
              <li key={id}>
                <a href={`/c/${slug}/contests/${id}`}>{name}</a> <bdi>{code}</bdi>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </ResultFrame>
  );
}
