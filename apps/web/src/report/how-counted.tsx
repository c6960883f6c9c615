import type { ReportedRound } from '@convite/counting';
import type { JSX } from 'preact';
import { divide } from '@convite/kernel';
import { nearly, readExact } from '../i18n/exact.ts';
import { CutBar } from '../ui/charts/bar.tsx';
import { Section } from '../ui/section.tsx';
import { type ReportReader, ruleSentences, shortReason } from './report-reader.ts';

type Purchase = Extract<ReportedRound, { type: 'purchase' }>;
type Considered = Extract<ReportedRound, { type: 'considered' }>;
type Load = Extract<ReportedRound, { type: 'load' }>;

/** The rule in a few plain sentences, then every decision: cards for rounds that were paid, a table for those in line. */
export function HowCounted({ reader }: { reader: ReportReader }): JSX.Element {
  const { report, t } = reader;
  const cards = report.rounds.filter((round): round is Purchase | Load => round.type !== 'considered');
  const inLine = report.rounds.filter((round): round is Considered => round.type === 'considered');
  const firstInLine = report.rounds.findIndex(({ type }) => type === 'considered');
  return (
    <Section
      id="how"
      title={t.result.how}
      full
      rail={
        <ul class="say two">
          {report.status === 'lots_required' && <li>{t.result.howOpen}</li>}
          {ruleSentences(report, reader).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      }
    >
      <details open={report.rounds.length <= 12}>
        <summary>{t.result.rounds(report.rounds.length)}</summary>
        {cards.length > 0 && (
          <ol class="rounds">
            {cards.map((round, i) => (
              <li key={round.project} id={`round-${i + 1}`}>
                <h3 lang={reader.lang(round.project)}>{t.result.roundTitle(i + 1, reader.name(round.project))}</h3>
                {round.type === 'purchase' ? (
                  <Paid round={round} reader={reader} />
                ) : (
                  <Carried round={round} reader={reader} />
                )}
              </li>
            ))}
          </ol>
        )}
        {inLine.length > 0 && (
          <InLine rounds={inLine} first={firstInLine + 1} afterCards={cards.length > 0} reader={reader} />
        )}
      </details>
    </Section>
  );
}

function Paid({ round, reader }: { round: Purchase; reader: ReportReader }): JSX.Element {
  const { t, project, money, paid } = reader;
  const cost = money(project(round.project)?.cost ?? '0');
  const { paid_in_full: full, emptied } = round;
  const sentence =
    full.votes > 0 && full.each === null
      ? t.result.paysUneven(cost)
      : full.each === null || full.votes === 0
        ? t.result.paysNone(cost)
        : emptied.votes === 0
          ? t.result.paysAll(cost, paid(full.each))
          : t.result.paysSome(cost, full.votes, paid(full.each));
  const [fullTotal, rest] = [readExact(full.total), readExact(emptied.total)];
  const total = { num: fullTotal.num * rest.den + rest.num * fullTotal.den, den: fullTotal.den * rest.den };
  const share = total.num === 0n ? 1 : nearly(divide(fullTotal, total));
  return (
    <>
      <p class="num">
        <data value={round.effective_votes}>{reader.effective(round.effective_votes)}</data>{' '}
        <small>{t.result.effective(round.supporters)}</small>
      </p>
      <p>{sentence}</p>
      {emptied.votes > 0 && full.votes > 0 && (
        <>
          <CutBar shares={[share, 1 - share]} t={t} />
          <p class="tiny soft">
            {t.result.paysParts(t.format.percent(fullTotal, total, 0), t.format.percent(rest, total, 0))}
          </p>
        </>
      )}
      {full.each !== null && full.each.includes('/') && full.each.length <= 18 && (
        <p class="tiny soft">
          {t.result.exactly('')}
          <bdi>
            {full.each} {reader.unit}
          </bdi>
        </p>
      )}
    </>
  );
}

function Carried({ round, reader }: { round: Load; reader: ReportReader }): JSX.Element {
  const { t, project, money, paid } = reader;
  return (
    <>
      {round.load !== null && (
        <p class="num">
          <data value={round.load}>{paid(round.load)}</data> <small>{t.result.load(round.supporters)}</small>
        </p>
      )}
      <p>
        {t.result.costs(money(project(round.project)?.cost ?? '0'))} {round.load === null && t.result.loadNone}
      </p>
    </>
  );
}

function decided({ decision, reason }: Considered, reader: ReportReader): string {
  const { t } = reader;
  if (decision === 'refused') return reason === null ? t.rules.status.notFunded : shortReason(reason, reader);
  return decision === 'funded' ? t.result.entered : t.result.enteredReserve;
}

function InLine(props: {
  rounds: readonly Considered[];
  first: number;
  afterCards: boolean;
  reader: ReportReader;
}): JSX.Element {
  const { rounds, first, afterCards, reader } = props;
  const { t, unit } = reader;
  return (
    <table class={reader.wide ? 'wide ordered' : undefined}>
      <caption>{afterCards ? t.result.consideredCompletion : t.result.considered}</caption>
      <thead>
        <tr>
          <td class="ord" />
          <th scope="col">{t.result.project}</th>
          <th scope="col" class="n">
            {t.result.votes}
          </th>
          {reader.hasMoney && (
            <th scope="col" class="n">
              {t.result.moneyLeft(unit)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rounds.map((round, i) => (
          <tr key={round.project}>
            <td class="ord">{t.format.count(first + i)}</td>
            <th scope="row">
              <span lang={reader.lang(round.project)} dir="auto">
                {reader.name(round.project)}
              </span>
              <small class={round.decision === 'refused' ? 'st no' : 'st ok'}>{decided(round, reader)}</small>
            </th>
            <td class="n">{t.format.count(round.votes)}</td>
            {reader.hasMoney && <td class="n">{reader.amount(round.left)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
