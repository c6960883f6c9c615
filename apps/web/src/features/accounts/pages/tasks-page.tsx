import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { Hero, Section, Status } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { TableLink } from '../../../ui/table-link.tsx';
import { ActTable, zoneWords } from './act-table.tsx';
import { Beginning } from './beginning.tsx';
import type { ConsultationLine, TaskLine, TasksView } from './views.ts';

/** The first page of staff: what waits for this person, and where they work. */
export function TasksPage(props: {
  readonly view: TasksView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}): JSX.Element {
  const { view, staff, frame, t } = props;
  const { accounts: words } = t;
  const { beginning, waiting, mine, tasks, consultations, roles, zone } = view;
  const isFree = waiting.length === 0 && tasks.length === 0;
  const lead =
    roles.length === 0
      ? [words.tasksNoRole]
      : isFree
        ? [words.tasksNone, words.tasksComing]
        : [words.tasksWaiting(waiting.length + tasks.length)];
  const hasActs = waiting.length > 0 || mine.length > 0;
  return (
    <StaffDocument title={words.tasksTitle} staff={staff} frame={frame} t={t}>
      <Hero
        title={words.tasksTitle}
        lead={[...lead, ...(hasActs ? [zoneWords(zone, t)] : [])]}
        acts={
          roles.some(({ role }) => role === 'organiser') ? (
            <a class="btn two" href="/org/c/new">
              {words.newConsultation}
            </a>
          ) : undefined
        }
      />
      {beginning !== null && <Beginning view={beginning} t={t} />}
      {waiting.length > 0 && (
        <Section id="waiting" title={words.tasksActs} say={[words.actsLead]} full>
          <ActTable lines={waiting} zone={zone} caption={words.tasksActs} t={t} />
        </Section>
      )}
      {tasks.length > 0 && (
        <Section id="tasks" title={words.tasksRest} full>
          <TaskTable lines={tasks} t={t} />
          <TableLink href="/org/files/tasks.csv" of={words.tasksRest} t={t} />
        </Section>
      )}
      {mine.length > 0 && (
        <Section id="mine" title={words.tasksMine} full>
          <ActTable lines={mine} zone={zone} caption={words.tasksMine} t={t} />
        </Section>
      )}
      {consultations.length > 0 && (
        <Section id="consultations" title={words.myConsultations} say={[words.myConsultationsSay]} full>
          <ConsultationTable lines={consultations} t={t} />
          <TableLink href="/org/files/consultations.csv" of={words.myConsultations} t={t} />
        </Section>
      )}
      {roles.length > 0 && (
        <Section
          id="roles"
          title={words.myRoles}
          rail={
            <p>
              <a href="/org/territories">{words.territories}</a>
            </p>
          }
        >
          <ul>
            {roles.map(({ id, role, place }) => (
              <li key={id}>
                <b>{words.roleAt(words.roles[role], place ?? words.everywhere)}</b>
                <br />
                {words.roleTasks[role]}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </StaffDocument>
  );
}

function TaskTable({ lines, t }: { readonly lines: readonly TaskLine[]; readonly t: Translation }): JSX.Element {
  const { accounts: words } = t;
  return (
    <table class="stack">
      <caption class="vh">{words.tasksRest}</caption>
      <thead>
        <tr>
          <th scope="col">{words.taskColumn}</th>
          <th scope="col">{words.consultationColumn}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ kind, count, href, consultation }) => (
          <tr key={href}>
            <th scope="row">
              <a href={href}>{words.taskSays[kind](count)}</a>
            </th>
            <td data-label={words.consultationColumn}>{consultation}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ConsultationTable(props: {
  readonly lines: readonly ConsultationLine[];
  readonly t: Translation;
}): JSX.Element {
  const { lines, t } = props;
  const { accounts: words } = t;
  return (
    <table class="stack">
      <caption class="vh">{words.myConsultations}</caption>
      <thead>
        <tr>
          <th scope="col">{words.consultationColumn}</th>
          <th scope="col">{words.whereColumn}</th>
          <th scope="col">{words.statusColumn}</th>
          <th scope="col" class="n">
            {words.papersColumn}
          </th>
          <th scope="col">{words.verifyColumn}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ slug, title, place, status, contests }) => (
          <tr key={slug}>
            <th scope="row">
              <a href={`/org/c/${slug}`}>{title}</a>
            </th>
            <td data-label={words.whereColumn}>{place}</td>
            <td data-label={words.statusColumn}>
              <Status is={status === 'open' || status === 'certified' ? 'ok' : status === 'annulled' ? 'no' : 'wait'}>
                {t.consultations.states[status]}
              </Status>
            </td>
            <td class="n" data-label={words.papersColumn}>
              {contests === 0 ? (
                t.format.count(contests)
              ) : (
                <a href={`/org/c/${slug}#exceptions`}>{t.format.count(contests)}</a>
              )}
            </td>
            <td data-label={words.verifyColumn}>
              {status === 'draft' ? words.verifyLater : <a href={`/c/${slug}/observe`}>{t.observers.title}</a>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
