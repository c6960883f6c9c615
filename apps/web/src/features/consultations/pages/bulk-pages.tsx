import type { JSX } from 'preact';
import { Section } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { StaffProps } from './consultation-frame.tsx';
import { roomAddress } from './room-page.tsx';
import { RoomTable } from './room-table.tsx';
import type { BulkView, WorkView } from './views.ts';

/** What a work on many contests would touch, before it is asked for. */
export function BulkPage({ view, staff, frame, t }: StaffProps<BulkView>): JSX.Element {
  const { head, work, query, total, set, first, isOld } = view;
  const words = t.controlRoom;
  const room = `/org/c/${head.slug}`;
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={words.previewTitle(words.works[work], total)}
      lead={[words.workSays[work]]}
    >
      {isOld && (
        <div class="problem" role="alert">
          <h2>{t.frame.problem}</h2>
          <p>{words.previewOld}</p>
        </div>
      )}
      {total > 0 && (
        <form method="post" action={roomAddress(`${room}/bulk/${work}`, query)}>
          <input type="hidden" name="set" value={set} />
          <button class="btn">{words.doIt}</button>
        </form>
      )}
      <Section id="first" title={words.previewFirst} full>
        {total === 0 ? <p>{words.noRows}</p> : <RoomTable lines={first} slug={head.slug} needed={null} t={t} />}
      </Section>
      <p>
        <a href={roomAddress(room, query)}>{words.back}</a>
      </p>
    </StaffPage>
  );
}

/** How far a work on many contests is. */
export function WorkPage({ view, staff, frame, t }: StaffProps<WorkView>): JSX.Element {
  const { head, work, of, done, changed, isOver } = view;
  const words = t.controlRoom;
  const name = words.works[work];
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={isOver ? words.workDone(name) : words.workTitle(name)}
      lead={isOver ? [words.workChanged[work](changed)] : [t.states.pendingRefreshes]}
      busy={!isOver}
      acts={
        isOver ? (
          <a class="btn" href={`/org/c/${head.slug}`}>
            {words.back}
          </a>
        ) : (
          <a class="btn two" href={frame.here}>
            {t.states.reload}
          </a>
        )
      }
    >
      <p>
        <progress value={done} max={Math.max(of, 1)} aria-label={name} /> {words.workProgress(done, of)}
      </p>
    </StaffPage>
  );
}
