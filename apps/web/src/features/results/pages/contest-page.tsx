import type { CountReport } from '@convite/counting';
import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { AllVotes } from '../../../report/all-votes.tsx';
import { Ballots } from '../../../report/ballots.tsx';
import { Decided } from '../../../report/decided.tsx';
import { Fingerprint } from '../../../report/fingerprint.tsx';
import { HowCounted } from '../../../report/how-counted.tsx';
import { Properties } from '../../../report/properties.tsx';
import { Reach } from '../../../report/reach.tsx';
import { readerOf, type ReportReader } from '../../../report/report-reader.ts';
import { Ties } from '../../../report/ties.tsx';
import { Section } from '../../../ui/section.tsx';
import { ChangesSection } from './changes-section.tsx';
import { CheckFile } from './check-file.tsx';
import { complaintWords, contestAddress, type PageProps, resultAddress, ResultFrame } from './result-frame.tsx';
import { Turnout } from './turnout.tsx';
import type { ContestResultView, LotView } from './views.ts';

type Props = PageProps<ContestResultView>;

/** The report of a contest, to be read in the language of the page. */
export const contestReader = (
  { head, id, hasMoney, told }: ContestResultView,
  report: CountReport,
  t: Translation,
): ReportReader => readerOf(contestAddress(head, id), report, t, { hasMoney, told });

/** The path down to a contest: the consultation's result, its territories. */
export function contestCrumbs(
  { head, above, name }: ContestResultView,
  t: Translation,
): readonly { readonly text: string; readonly href: string | null }[] {
  return [
    { text: t.results.title, href: resultAddress(head) },
    ...above.slice(1).map((one) => ({ text: one.name, href: resultAddress(head, one.code) })),
    { text: name, href: null },
  ];
}

/** The result of one contest: the answer first, then everything that it rests on; or why there is none. */
export function ContestResultPage({ view, frame, t }: Props): JSX.Element {
  const { head, place, name, report } = view;
  const words = t.results;
  const reader = report === null ? null : contestReader(view, report, t);
  const title =
    view.state === 'withheld'
      ? words.withheldTitle
      : view.state === 'annulled'
        ? words.annulledTitle
        : report === null || report.winners.length === 0
          ? words.noneElected
          : view.hasMoney && reader !== null
            ? t.result.heading(report.winners.length, reader.money(report.cost))
            : words.elected(report.winners.length);
  return (
    <ResultFrame
      slug={head.slug}
      consultation={head.title}
      title={title}
      frame={frame}
      t={t}
      community={place}
      lead={[
        `${name}, ${place}.`,
        ...(report === null ? [] : [words.voted(report.ballots.total + view.spoilt)]),
        ...complaintWords(head, t),
      ]}
      stage={head.stage}
      crumbs={contestCrumbs(view, t)}
      acts={
        <>
          <a class="btn two" href="#check">
            {words.check}
          </a>{' '}
          <a class="btn two" href={`/c/${head.slug}/contests/${view.id}`}>
            {words.contestPage}
          </a>
        </>
      }
    >
      {view.state === 'withheld' && <Withheld view={view} frame={frame} t={t} />}
      {view.annulled !== null && <Annulled view={view} frame={frame} t={t} />}
      {reader !== null && <Counted view={view} reader={reader} t={t} />}
      <CheckContest view={view} frame={frame} t={t} />
    </ResultFrame>
  );
}

function Counted({ view, reader, t }: { view: ContestResultView; reader: ReportReader; t: Translation }): JSX.Element {
  const words = t.results;
  const notes = [
    ...(view.opened === 'totals' ? [words.addedUp] : [words.openedMixed]),
    ...(view.spoilt > 0 ? [words.spoilt(view.spoilt)] : []),
  ];
  return (
    <>
      <Decided reader={reader} />
      <Ballots
        reader={reader}
        {...(view.slice === null
          ? {}
          : {
              turnout: (
                <Turnout
                  voted={reader.report.ballots.total + view.spoilt}
                  eligible={view.slice.people + view.slice.added}
                  added={view.slice.added}
                  t={t}
                />
              ),
            })}
      />
      <Section id="secrecy" title={words.openedTitle}>
        <ul class="say">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Section>
      <AllVotes reader={reader} />
      {view.withdrawn.length > 0 && (
        <Section id="withdrawn" title={words.withdrawn}>
          <ul class="say">
            {view.withdrawn.map(({ text, lang }) => (
              <li key={text} lang={lang} dir="auto">
                {text}
              </li>
            ))}
          </ul>
        </Section>
      )}
      {view.knowsBallots && <Reach compared={null} reader={reader} />}
      {view.switches !== null && <ChangesSection search={view.switches} reader={reader} />}
      <HowCounted reader={reader} />
      {view.lot !== null && <Lot lot={view.lot} zone={view.head.zone} reader={reader} />}
      <Ties reader={reader} />
      {view.opened === 'ballots' && view.hasMoney && <Properties reader={reader} />}
    </>
  );
}

/** The drawn order that settled a tie, and how everybody works it out. */
function Lot({ lot, zone, reader }: { lot: LotView; zone: string; reader: ReportReader }): JSX.Element {
  const { t, names, name } = reader;
  const words = t.results;
  return (
    <Section
      id="lot"
      title={words.lotsDrawn}
      say={[words.lotsDrawnSay, ...lot.tied.map((ids) => words.tied(names(ids)))]}
    >
      <div>
        <dl class="prints">
          <dt>{words.seed}</dt>
          <dd>
            <code class="cmd">{lot.seed}</code>
          </dd>
          <dt>{words.how}</dt>
          <dd>{lot.how}</dd>
          <dt>{words.drawnAt}</dt>
          <dd>
            <time datetime={lot.drawnAt}>{t.format.moment(lot.drawnAt, zone)}</time>
          </dd>
        </dl>
        <table>
          <caption>{words.order}</caption>
          <thead>
            <tr>
              <td class="ord" />
              <th scope="col">{t.result.project}</th>
              <th scope="col">{words.lot}</th>
            </tr>
          </thead>
          <tbody>
            {lot.drawn.map((one, i) => (
              <tr key={one.id}>
                <td class="ord">{t.format.count(i + 1)}</td>
                <th scope="row">
                  <span lang={reader.lang(one.id)} dir="auto">
                    {name(one.id)}
                  </span>
                </th>
                <td>
                  <code dir="ltr">{`${one.lot.slice(0, 12)}…`}</code>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p class="soft">{words.algorithm}</p>
      </div>
    </Section>
  );
}

function Withheld({ view, t }: Props): JSX.Element {
  return (
    <Section id="why" title={t.results.states.withheld}>
      <div>
        <p>{t.results.withheldWhy(view.least)}</p>
        {view.slice !== null && <p>{t.results.couldVote(view.slice.people + view.slice.added)}</p>}
        <p>{t.results.withheldCheck}</p>
      </div>
    </Section>
  );
}

function Annulled({ view, t }: Props): JSX.Element | null {
  const { annulled, head } = view;
  if (annulled === null) return null;
  return (
    <Section id="why" title={t.results.states.annulled}>
      <div>
        <p>{t.results.annulledWhy(t.format.moment(annulled.at, head.zone))}</p>
        <blockquote>{annulled.reason}</blockquote>
        <p>
          {t.results.annulledCheck} <a href={`/c/${head.slug}/trail`}>{t.results.trail}</a>
        </p>
      </div>
    </Section>
  );
}

function CheckContest({ view, frame, t }: Props): JSX.Element {
  const { head, id, above, file, rule, fingerprint, headHash } = view;
  const words = t.results;
  const facts = [
    {
      name: words.ruleText,
      value: (
        <a href={`/c/${head.slug}/rules/${rule}.json`}>
          <Fingerprint hex={rule} />
        </a>
      ),
    },
    ...(fingerprint === null
      ? []
      : [
          {
            name: words.fingerprint,
            value: (
              <code class="cmd" dir="ltr">
                {fingerprint}
              </code>
            ),
          },
        ]),
    ...(headHash === null ? [] : [{ name: words.head, value: <Fingerprint hex={headHash} /> }]),
    { name: words.board, value: <a href={`/c/${head.slug}/contests/${id}/board`}>{words.seeBoard}</a> },
  ];
  const part = above.length > 1 ? (above.at(-1)?.code ?? null) : null;
  return <CheckFile slug={head.slug} file={file} part={part} facts={facts} frame={frame} t={t} />;
}
