import type { CountReport, ReportedRound } from '@convite/counting';
import { divide } from '@convite/kernel';
import type { JSX } from 'preact';
import { readExact } from '../i18n/exact.ts';
import type { Translation } from '../i18n/translation.ts';
import { Bar } from '../ui/charts/bar.tsx';
import { People, peoplePerDot } from '../ui/charts/dots.tsx';
import { LyingTape } from '../ui/charts/tape.tsx';
import { Section, Status } from '../ui/section.tsx';
import { drawn, longReason, type ReportedProject, type ReportReader } from './report-reader.ts';
import type { Supporters as Told } from './report-views.ts';

interface ReasonProps {
  /** Null where ballots were added up before anybody could see whose they were. */
  readonly supporters: Told | null;
  readonly project: ReportedProject;
  readonly reader: ReportReader;
}

/** Why a project was not funded: where its supporters' votes counted, and what was left. */
export function WhyNot({ supporters, project, reader }: ReasonProps): JSX.Element {
  const { report, t } = reader;
  const reason = report.not_funded.find(({ id }) => id === project.id)?.reason;
  const shares = reason?.type === 'unaffordable';
  return (
    <Section id="why" title={t.project.whyNot} say={[ruleInShort(report, t)]}>
      <ol class="steps">
        {shares && <Supporters told={supporters} lost reader={reader} />}
        {reason !== undefined && (
          <li>
            <h3>{shares ? t.project.leftTitle : t.project.reasonTitle}</h3>
            <p>{longReason(reason, project.cost, reader)}</p>
            {(reason.type === 'unaffordable' || reason.type === 'does_not_fit') && (
              <Left left={reason.left} cost={project.cost} reader={reader} />
            )}
          </li>
        )}
        {!shares && <Supporters told={supporters} lost reader={reader} />}
      </ol>
    </Section>
  );
}

/** Why a project was funded: the round in which it won. */
export function WhyFunded({ supporters, project, reader }: ReasonProps): JSX.Element {
  const { report, t, money, paid, effective } = reader;
  const place = report.rounds.findIndex((round) => round.project === project.id && decided(round));
  const round = report.rounds[place];
  return (
    <Section id="why" title={t.project.whyYes} say={[ruleInShort(report, t)]}>
      <ol class="steps">
        {round?.type === 'purchase' && (
          <li>
            <h3>{t.project.boughtRound(place + 1)}</h3>
            <p>{t.project.boughtText(round.supporters, effective(round.effective_votes))}</p>
          </li>
        )}
        {round?.type === 'considered' && (
          <li>
            <h3>{t.project.consideredRound(place + 1)}</h3>
            <p>{(round.completion ? t.project.completionText : t.project.consideredText)(money(round.left))}</p>
          </li>
        )}
        {round?.type === 'load' && (
          <li>
            <h3>{t.project.boughtRound(place + 1)}</h3>
            <p>{round.load === null ? t.result.loadNone : t.project.loadText(paid(round.load))}</p>
          </li>
        )}
        <Supporters told={supporters} lost={false} reader={reader} />
      </ol>
    </Section>
  );
}

const decided = (round: ReportedRound): boolean => round.type !== 'considered' || round.decision !== 'refused';

function ruleInShort({ rule }: CountReport, t: Translation): string {
  const short = {
    'equal-shares': t.project.ruleShares,
    greedy: t.project.ruleGreedy,
    phragmen: t.project.rulePhragmen,
    'majority-judgement': t.project.ruleJudgement,
  };
  return short[rule.rule];
}

/** How those who chose it fared: with dots, and the funded projects that they also chose. */
function Supporters({
  told,
  lost,
  reader,
}: {
  told: Told | null;
  lost: boolean;
  reader: ReportReader;
}): JSX.Element | null {
  const { t, name, report } = reader;
  if (told === null || told.votes === 0) return null;
  const { votes, withOther, also } = told;
  const sentence = t.project.others(withOther, votes);
  const each = peoplePerDot(votes);
  const most = Math.max(1, ...also.map((other) => other.votes));
  const rest = lost ? t.project.gotNone(votes - withOther) : t.project.gotNothingElse(votes - withOther);
  return (
    <li>
      <h3>{t.project.othersTitle}</h3>
      <p>
        {sentence} {lost && withOther > 0 && report.rule.rule === 'equal-shares' && t.project.othersSpent}
      </p>
      <figure>
        <People full={withOther} all={votes} says={sentence} />
        <figcaption>
          <Status is="ok">{t.project.gotOther(withOther)}</Status>
          <Status is="no">{rest}</Status>
          {each > 1 && <span>{t.project.dotsScale(each)}</span>}
        </figcaption>
      </figure>
      {also.length > 0 && (
        <details>
          <summary>{t.project.whereVotes}</summary>
          <table class="votes">
            <caption class="vh">{t.project.alsoChosen}</caption>
            <thead>
              <tr>
                <th scope="col">{t.project.alsoChosen}</th>
                <th scope="col" class="n">
                  {t.project.people}
                </th>
              </tr>
            </thead>
            <tbody>
              {also.map((other) => (
                <tr key={other.project} class="won">
                  <th scope="row">
                    <div>
                      <span>{name(other.project)}</span>
                      <Bar share={other.votes / most} t={t} />
                    </div>
                  </th>
                  <td class="n">{t.format.count(other.votes)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </li>
  );
}

/** What was left, drawn on what was needed. */
function Left({ left, cost, reader }: { left: string; cost: string; reader: ReportReader }): JSX.Element | null {
  const { t, money, leftMoney } = reader;
  const whole = drawn(cost);
  if (whole <= 0) return null;
  const unit = whole >= 10_000_000 ? 1_000_000 : 1;
  return (
    <figure>
      <LyingTape
        parts={[
          {
            size: Math.min(drawn(left), whole),
            label: t.format.percent(readExact(left), divide(readExact(cost), { num: 1n, den: 1n }), 0),
          },
        ]}
        whole={whole}
        unit={unit}
        says={t.project.leftAria(leftMoney(left), money(cost))}
        above={{ start: t.project.leftOf(leftMoney(left)), end: t.project.needed(money(cost)) }}
        t={t}
      />
    </figure>
  );
}
