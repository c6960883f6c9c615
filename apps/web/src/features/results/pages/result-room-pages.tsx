import type { StatedDelay } from '@convite/domain';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { ErrorSummary, Field, Form, type FormState, LongField } from '../../../ui/form.tsx';
import { Section, Status } from '../../../ui/section.tsx';
import { StaffPage } from '../../../ui/staff-page.tsx';
import { StatedDelays } from '../../../ui/stated-delays.tsx';
import { WaitingAct } from '../../../ui/waiting-act.tsx';
import { FileFacts } from './check-file.tsx';
import type { PageProps } from './result-frame.tsx';
import type { FoundFault, LotsPageView, ResultRoomView } from './views.ts';

type StaffProps<View> = PageProps<View> & {
  readonly staff: { readonly name: string };
  readonly form: FormState;
};

const shapes = { making: 'check', verified: 'ok', refused: 'no', published: 'ok', replaced: 'wait' } as const;

/** The way from opened boxes to a certified result, for staff. */
export function ResultRoomPage(props: StaffProps<ResultRoomView>): JSX.Element {
  const { view, t, form, frame, staff } = props;
  const words = t.results;
  const address = `/org/c/${view.slug}/result`;
  return (
    <StaffPage
      head={view}
      staff={staff}
      frame={frame}
      t={t}
      title={words.orgTitle}
      lead={[words.orgLead]}
      busy={view.busy}
    >
      <ErrorSummary form={form} t={t} />
      <Progress view={view} t={t} />
      {view.troubles.length > 0 && (
        <Section id="troubles" title={words.troubles} say={[words.troublesSay]}>
          <div>
            <ul class="say">
              {view.troubles.map(({ id, code, name, fault }) => (
                <li key={id}>
                  <a href={`/org/c/${view.slug}/contests/${id}`}>{name}</a> <bdi>{code}</bdi>:{' '}
                  <Fault fault={fault} t={t} />
                </li>
              ))}
            </ul>
            <Form action={`${address}/count`} submit={words.countAgain}>
              {null}
            </Form>
          </div>
        </Section>
      )}
      <Archive view={view} t={t} />
      {view.proposed !== null && <WaitingAct act={view.proposed} t={t} />}
      {view.mayPropose !== null && view.proposed === null && (
        <Section id="propose" title={words.publish[view.mayPropose]} say={[words.publishSay[view.mayPropose]]}>
          <Form
            action={`${address}/${view.mayPropose === 'provisional' ? 'publish' : 'certify'}`}
            submit={words.publish[view.mayPropose]}
          >
            <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
          </Form>
        </Section>
      )}
      {view.delays !== null && <Delay view={view} delays={view.delays} form={form} t={t} />}
      {view.isPublic && (
        <p>
          <a href={`/c/${view.slug}/result`}>{words.publicPage}</a>
        </p>
      )}
    </StaffPage>
  );
}

function Progress({ view, t }: { view: ResultRoomView; t: Translation }): JSX.Element {
  const { slug, states, listed } = view;
  const words = t.results;
  const names = ['elsewhere', 'waitingCount', 'waitingLots', 'counted', 'withheld', 'annulled'] as const;
  const rows = [
    { name: words.sumContests, value: states.all, href: `/org/c/${slug}` },
    ...names.map((name) => {
      const href = listed[name] === null ? null : `/org/c/${slug}?s=${listed[name]}`;
      return { name: words[name], value: states[name], href };
    }),
  ];
  return (
    <Section
      id="progress"
      title={words.progress}
      rail={
        states.waitingLots > 0 && (
          <>
            <p>{words.lotsOpen}.</p>
            <p>
              <a href={`/org/c/${view.slug}/lots`}>{words.lotsGo}</a>
            </p>
          </>
        )
      }
    >
      <table class="facts">
        <caption class="vh">{words.progress}</caption>
        <tbody>
          {rows.map(({ name, value, href }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="n">
                {href === null ? (
                  t.format.count(value)
                ) : (
                  <a class="figure" href={href}>
                    {t.format.count(value)}
                    <span class="vh"> · {name}</span>
                  </a>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Archive({ view, t }: { view: ResultRoomView; t: Translation }): JSX.Element {
  const { archive, mayMake } = view;
  const words = t.results;
  const says = (): string => {
    if (archive === null) return words.archiveStates.none;
    const { status, done, contests, waitsForRoom } = archive;
    if (waitsForRoom) return words.archiveStates.noRoom;
    return status === 'making' ? words.archiveStates.making(done, contests) : words.archiveStates[status];
  };
  return (
    <Section id="archive" title={words.archive} say={[words.archiveSay]}>
      <div>
        <p>
          {archive !== null && <Status is={shapes[archive.status]}>{words.archiveFor[archive.stage]}</Status>} {says()}
        </p>
        {archive?.status === 'making' && !archive.waitsForRoom && (
          <p>
            <progress value={archive.done} max={Math.max(1, archive.contests)} aria-label={words.archive} />{' '}
            {words.busySay}
          </p>
        )}
        {archive !== null && archive.refusal.length > 0 && (
          <ul class="say">
            {archive.refusal.map((fault) => (
              <li key={`${fault.check} ${fault.place}`}>
                <Fault fault={fault} t={t} />
              </li>
            ))}
          </ul>
        )}
        {archive?.file != null && <FileFacts file={archive.file} t={t} />}
        {mayMake && (
          <Form
            action={`/org/c/${view.slug}/result/archive`}
            submit={archive === null ? words.makeArchive : words.makeAgain}
            quiet={archive?.status === 'verified'}
          >
            {null}
          </Form>
        )}
      </div>
    </Section>
  );
}

/** Saying for everybody why there is no result yet, below what was said before. */
function Delay(props: {
  readonly view: ResultRoomView;
  readonly delays: readonly StatedDelay[];
  readonly form: FormState;
  readonly t: Translation;
}): JSX.Element {
  const { view, delays, form, t } = props;
  const words = t.results.delay;
  return (
    <>
      <StatedDelays delays={delays} zone={view.zone} t={t} />
      <Section id="say-delay" title={words.sayTitle} say={[words.saySay]}>
        <Form action={`/org/c/${view.slug}/result/delay`} submit={words.say} quiet={!view.isLate}>
          <LongField name="delay" label={words.label} hint={words.hint} form={form} rows={4} />
        </Form>
      </Section>
    </>
  );
}

/** What was found, in words; what the program says of it beside, as it says it. */
function Fault({ fault, t }: { fault: FoundFault; t: Translation }): JSX.Element {
  const { check, place, says } = fault;
  const known: Readonly<Record<string, string>> = t.results.checks;
  return (
    <>
      {known[check] ?? <code dir="ltr">{check}</code>}{' '}
      {(place !== '' || says !== '') && (
        <small class="soft">
          <bdi dir="ltr" lang="en">
            {[check, place, says].filter((part) => part !== '').join(' · ')}
          </bdi>
        </small>
      )}
    </>
  );
}

/** Announcing a public lot, and noting what was drawn. */
export function LotsRoomPage(
  props: StaffProps<LotsPageView> & {
    /** The act in which what was drawn is proposed. */
    readonly proposed: string | null;
  },
): JSX.Element {
  const { view, t, form, frame, staff, proposed } = props;
  const words = t.results;
  const { slug, announcements, draw, waiting, zone } = view;
  const address = `/org/c/${slug}/lots`;
  const [last] = announcements;
  return (
    <StaffPage head={view} staff={staff} frame={frame} t={t} title={words.lotsTitle} lead={[words.lotsPublicLead]}>
      <ErrorSummary form={form} t={t} />
      <Section id="waiting" title={words.waiting}>
        <p>
          {waiting.length === 0 ? words.notNeeded : words.inContests(waiting.length)}{' '}
          <a href={`/c/${slug}/lots`}>{words.publicPage}</a>
        </p>
      </Section>
      {last !== undefined && (
        <Section id="announced" title={words.announced}>
          <div>
            <p>{last.how}</p>
            <p>{words.drawsAt(`${t.format.moment(last.drawsAt, zone)} (${zone})`)}</p>
          </div>
        </Section>
      )}
      {draw !== null && (
        <Section id="drawn" title={words.seedDrawn}>
          <code class="cmd">{draw.seed}</code>
        </Section>
      )}
      {proposed !== null && <WaitingAct act={proposed} t={t} />}
      {draw === null && proposed === null && (
        <Section id="announce" title={words.announceTitle} say={[words.announceSay]}>
          <Form action={`${address}/announce`} submit={words.announce}>
            <LongField name="how" label={words.announceHow} hint={words.announceHowHint} form={form} rows={3} />
            <Field name="draws_at" type="moment" label={words.announceAt} hint={words.timeHint(zone)} form={form} />
          </Form>
        </Section>
      )}
      {draw === null && proposed === null && last !== undefined && waiting.length > 0 && (
        <Section id="draw" title={words.drawTitle} say={[words.drawSay]}>
          <Form action={`${address}/draw`} submit={words.draw}>
            <Field name="seed" label={words.drawSeed} hint={words.drawSeedHint} form={form} />
            <Field name="drawn_at" type="moment" label={words.drawAt} hint={words.timeHint(zone)} form={form} />
            <Field name="reason" label={words.reason} hint={words.reasonHint} form={form} />
          </Form>
        </Section>
      )}
    </StaffPage>
  );
}
