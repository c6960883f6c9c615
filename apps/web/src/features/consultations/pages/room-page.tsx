import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section, Status } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { calendarWords, ConsultationStatus, type StaffProps, Pager } from './consultation-frame.tsx';
import { RoomTable, urgency } from './room-table.tsx';
import { type Group, roomFields, type RoomQuery, type RoomView, type Step } from './views.ts';

/** Everything that is missing in thousands of contests, what is most urgent first. */
export function RoomPage({ view, staff, frame, t }: StaffProps<RoomView>): JSX.Element {
  const { head, groups } = view;
  const words = t.controlRoom;
  const sum = (of: (group: Group) => number): number => groups.reduce((total, group) => total + of(group), 0);
  const all = sum(({ contests }) => contests);
  const waiting = sum(({ is, contests }) => ('need' in is ? contests : 0));
  const [isEmpty, isOfPart] = [view.contests === 0, view.steps.length === 0];
  const title = isEmpty
    ? isOfPart
      ? words.noContestsOfPart
      : words.noContests
    : waiting === 0
      ? words.allWell
      : words.needSomeone(waiting);
  const counted = words.lead(
    all,
    sum(({ options }) => options),
    sum(({ voters }) => voters),
  );
  return (
    <StaffPage
      head={head}
      staff={staff}
      frame={frame}
      t={t}
      title={title}
      lead={isEmpty && !isOfPart ? [words.noContestsLead] : [...(isEmpty ? [] : [counted]), ...calendarWords(head, t)]}
      acts={
        <>
          <ConsultationStatus head={head} t={t} />{' '}
          {view.trustees !== null && (
            <a href={`${view.address}/trustees#places`}>
              {words.trusteesReady(view.trustees.rehearsed, view.trustees.all)}
            </a>
          )}{' '}
          {(head.status === 'tallying' || head.status === 'provisional' || head.status === 'certified') && (
            <a href={`${view.address}/result`}>{t.results.orgTitle}</a>
          )}{' '}
          {view.hasRollOfPart && <a href={`${view.address}/roll`}>{words.rollOfPart}</a>}{' '}
          {head.status !== 'draft' && <a href={`/c/${head.slug}`}>{words.publicPage}</a>}
        </>
      }
      isRoom
    >
      {view.contests > 0 && <Exceptions view={view} t={t} />}
      {all > 0 && <Whole view={view} all={all} t={t} />}
      {view.steps.length > 0 && <Steps steps={view.steps} t={t} />}
      {(view.works.length > 0 || view.mayAnnul) && view.total > 0 && <Bulk view={view} t={t} />}
    </StaffPage>
  );
}

/** The address of the room with another page, or with other filters. */
export function roomAddress(address: string, query: Partial<RoomQuery>): string {
  const parameters = new URLSearchParams();
  if (query.state !== undefined && query.state !== '') parameters.set(roomFields.state, query.state);
  if (query.template !== undefined && query.template !== '') parameters.set(roomFields.template, query.template);
  if (query.below !== undefined && query.below !== '') parameters.set(roomFields.below, query.below);
  if (query.words !== undefined && query.words !== '') parameters.set(roomFields.words, query.words);
  if (query.page !== undefined && query.page > 1) parameters.set(roomFields.page, String(query.page));
  const text = parameters.toString();
  return text === '' ? address : `${address}?${text}`;
}

function Exceptions({ view, t }: { view: RoomView; t: Translation }): JSX.Element {
  const { address, query, total, perPage, lines } = view;
  const words = t.controlRoom;
  return (
    <Section id="exceptions" title={words.exceptions} say={[words.exceptionsSay]} full>
      <Filters view={view} t={t} />
      {lines.length === 0 ? (
        <p>{words.noRows}</p>
      ) : (
        <RoomTable lines={lines} slug={view.head.slug} needed={view.needed} t={t} />
      )}
      <Pager
        address={(page) => roomAddress(address, { ...query, page })}
        page={query.page}
        perPage={perPage}
        total={total}
        t={t}
      >
        <a href={roomAddress(`${address}/contests.csv`, { ...query, page: 1 })}>{words.csv}</a>
        <a href={roomAddress(`${address}/options.csv`, { ...query, page: 1 })}>{words.optionsCsv}</a>
      </Pager>
    </Section>
  );
}

function Filters({ view, t }: { view: RoomView; t: Translation }): JSX.Element {
  const { address, query, groups, templates, territories } = view;
  const words = t.controlRoom;
  const { contestStates } = t.consultations;
  const present = groups.map(({ is }): readonly [string, string] =>
    'need' in is ? [is.need, words.need[is.need]] : [is.status, contestStates[is.status]],
  );
  // The chosen one stays in the list where no contest of the place is in it.
  const chosen = Object.entries({ ...words.need, ...contestStates }).filter(
    ([state]) => state === query.state && !present.some(([one]) => one === state),
  );
  const option = (value: string, text: string, chosen: string): JSX.Element => (
    <option key={value} value={value} selected={value === chosen}>
      {text}
    </option>
  );
  const within = territories.way.at(-1);
  const inside = territories.inside.map(({ id, name }) => option(id, name, query.below));
  return (
    <form class="filters" method="get" action={address}>
      <div>
        <label for="f-state">{words.filter}</label>
        <select class="in" id="f-state" name={roomFields.state}>
          {option('', words.everyContest, query.state)}
          {option('any', words.everyException, query.state)}
          {[...present, ...chosen].map(([state, name]) => option(state, name, query.state))}
        </select>
      </div>
      {templates.length > 0 && (
        <div>
          <label for="f-template">{words.template}</label>
          <select class="in" id="f-template" name={roomFields.template}>
            {option('', words.everyTemplate, query.template)}
            {templates.map(({ id, name }) => option(id, name, query.template))}
          </select>
        </div>
      )}
      <div>
        <label for="f-below">{words.below}</label>
        <select class="in" id="f-below" name={roomFields.below}>
          {option('', words.wholeTerritory, query.below)}
          {territories.way.map(({ id, name }) => option(id, name, query.below))}
          {within === undefined || inside.length === 0 ? inside : <optgroup label={within.name}>{inside}</optgroup>}
        </select>
      </div>
      <div>
        <label for="f-words">{words.words}</label>
        <input class="in" id="f-words" name={roomFields.words} value={query.words} autocomplete="off" />
      </div>
      <button class="btn two">{words.show}</button>
    </form>
  );
}

function Whole({ view, all, t }: { view: RoomView; all: number; t: Translation }): JSX.Element {
  const { address, groups, query } = view;
  const place = { template: query.template, below: query.below };
  const words = t.controlRoom;
  return (
    <Section id="whole" title={words.whole} say={[words.wholeRail]}>
      <table class="whole">
        <caption class="vh">{words.whole}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.state}</th>
            <th scope="col" class="n">
              {words.papers}
            </th>
            <th scope="col" class="n">
              {words.columns.voters}
            </th>
            <th scope="col" class="w">
              <span class="vh">{words.asBar}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ is, contests, voters }) => {
            const [state, name, shape] =
              'need' in is
                ? ([is.need, words.need[is.need], urgency[is.need]] as const)
                : ([
                    is.status,
                    t.consultations.contestStates[is.status],
                    is.status === 'annulled' ? 'no' : 'ok',
                  ] as const);
            return (
              <tr key={state}>
                <th scope="row">
                  <Status is={shape}>{name}</Status>
                </th>
                <td class="n">
                  <a class="figure" href={roomAddress(address, { ...place, state })}>
                    {t.format.count(contests)}
                    <span class="vh"> · {name}</span>
                  </a>
                </td>
                <td class="n">{t.format.count(voters)}</td>
                <td class="w">
                  <svg class={`bar ${shape}`} aria-hidden="true" width="100%" height="12">
                    <rect width={`${((contests * 100) / Math.max(1, all)).toFixed(1)}%`} height="12" />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr class="sum">
            <th scope="row">{words.all}</th>
            <td class="n">
              <a class="figure" href={roomAddress(address, place)}>
                {t.format.count(all)}
                <span class="vh"> · {words.all}</span>
              </a>
            </td>
            <td />
            <td class="w" />
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

const stepShapes = { done: 'ok', open: 'wait', wrong: 'stop', frozen: 'check', off: 'no' } as const;

function Steps({ steps, t }: { steps: readonly Step[]; t: Translation }): JSX.Element {
  const words = t.controlRoom;
  const { stepDone: done, stepOpen: open, stepWrong: wrong, stepFrozen: frozen, stepOff: off } = words;
  const said = { done, open, wrong, frozen, off };
  return (
    <Section id="steps" title={words.steps} say={[words.stepsRail]}>
      <table class="steps">
        <caption class="vh">{words.steps}</caption>
        <tbody>
          {steps.map(({ name, href, is }) => (
            <tr key={name}>
              <th scope="row">
                <b>{href === null ? words.step[name] : <a href={href}>{words.step[name]}</a>}</b>
              </th>
              <td>
                <Status is={stepShapes[is]}>{said[is]}</Status>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Bulk({ view, t }: { view: RoomView; t: Translation }): JSX.Element {
  const { address, query, total, works, mayAnnul } = view;
  const words = t.controlRoom;
  return (
    <Section id="bulk" title={words.bulk} say={[words.bulkRail(total)]}>
      <ul class="bulk">
        {works.map((work) => (
          <li key={work}>
            <a class="btn two" href={roomAddress(`${address}/bulk/${work}`, { ...query, page: 1 })}>
              {words.works[work]}
            </a>
          </li>
        ))}
        {mayAnnul && (
          <li>
            <a class="btn two" href={roomAddress(`${address}/annul`, { ...query, page: 1 })}>
              {words.annulMany}
            </a>
          </li>
        )}
      </ul>
    </Section>
  );
}
