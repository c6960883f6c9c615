import type { CountReport } from '@convite/counting';
import type { JSX } from 'preact';
import { Section } from '../ui/section.tsx';
import type { ReportReader } from './report-reader.ts';

const mostShown = 12;

/** Equal claims met on the way, and what settled each. Nothing where there were none. */
export function Ties({ reader }: { reader: ReportReader }): JSX.Element | null {
  const { report, t } = reader;
  if (report.ties.length === 0) return null;
  const shown = report.ties.slice(0, mostShown);
  return (
    <Section id="ties" title={t.result.ties}>
      <ul class="say">
        {shown.map((tie) => (
          <li key={`${tie.round} ${tie.tied.join()}`}>
            {t.result.tied(tiedNames(tie, reader))} {settled(tie, reader)}
          </li>
        ))}
        {report.ties.length > shown.length && <li>{t.result.andMore(report.ties.length - shown.length)}</li>}
      </ul>
    </Section>
  );
}

type Tie = CountReport['ties'][number];

function tiedNames({ tied }: Tie, { names, name, t }: ReportReader): string {
  return tied.length <= 6
    ? names(tied)
    : `${tied.slice(0, 5).map(name).join(', ')} ${t.result.andMore(tied.length - 5)}`;
}

function settled({ settled_by: by, chosen }: Tie, { t, name }: ReportReader): string {
  const words = t.result.settled;
  if (by === 'same_winners' || by === 'open') return words[by];
  return words[by](name(chosen));
}

/** A tie that only lots can decide: what each order would give, and where to type it in. */
export function OpenLots(props: {
  /** Where a drawn order is typed in; null where nobody who reads may. */
  lots: string | null;
  reader: ReportReader;
}): JSX.Element {
  const { lots, reader } = props;
  const { report, t, names } = reader;
  const sure = new Set(report.winners);
  return (
    <Section
      id="lots"
      title={t.result.lots}
      say={[t.result.lotsWhy]}
      rail={
        lots !== null && (
          <p>
            <a class="btn" href={lots}>
              {t.result.lotsGo}
            </a>
          </p>
        )
      }
    >
      <div>
        <p>{t.result.lotsPossible(report.possible.length)}</p>
        <ol class="cases">
          {report.possible.slice(0, mostShown).map((winners, i) => {
            const extra = winners.filter((id) => !sure.has(id));
            return (
              <li key={winners.join()}>
                <h3>{t.result.lotsCase(i + 1)}</h3>
                <p>{names(extra.length === 0 ? winners : extra)}</p>
              </li>
            );
          })}
        </ol>
        {(!report.all_branches_followed || report.possible.length > mostShown) && <p>{t.result.lotsMore}</p>}
      </div>
    </Section>
  );
}
