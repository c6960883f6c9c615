import { divide, type Rational, rational } from '@convite/kernel';
import type { JSX } from 'preact';
import { nearly, readExact } from '../i18n/exact.ts';
import { Dumbbell } from '../ui/charts/dumbbell.tsx';
import { Section } from '../ui/section.tsx';
import { type ReportReader, ruleName } from './report-reader.ts';
import type { ComparedCount } from './report-views.ts';

interface Place {
  readonly label: string;
  readonly voters: Rational;
  readonly money: readonly (Rational | null)[];
}

/** Each neighbourhood's share of the voters against its share of the money, under both rules. */
export function Places(props: { compared: ComparedCount | null; reader: ReportReader }): JSX.Element | null {
  const { compared, reader } = props;
  const { report, t } = reader;
  const counted = compared === null ? [report] : [report, compared];
  const places = placesOf(counted);
  if (places.length < 2) return null;
  const most = Math.max(
    ...places.flatMap(({ voters, money }) => [voters, ...money].map((share) => (share === null ? 0 : nearly(share)))),
  );
  const end = Math.min(1, Math.max(0.1, Math.ceil(most * 10 + 0.5) / 10));
  const whole: Rational = { num: 1n, den: 1n };
  const say = [
    t.result.placesPost,
    ...(counted.some(({ rule }) => rule.rule !== 'equal-shares') ? [t.result.placesShare] : []),
  ];
  return (
    <Section id="places" title={t.result.places} say={say}>
      <table class="bell">
        <caption class="vh">{t.result.placesCaption}</caption>
        <colgroup>
          <col />
          <col />
          <col />
        </colgroup>
        {places.map(({ label, voters, money }) => (
          <tbody key={label}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {label === '' ? t.result.noPlace : label}{' '}
                <span>· {t.result.ofVoters(t.format.percent(voters, whole, 1))}</span>
              </th>
            </tr>
            {counted.map(({ rule }, i) => {
              const paid = money[i] ?? null;
              const written = paid === null ? '–' : t.format.percent(paid, whole, 1);
              return (
                <tr key={rule.rule}>
                  <th scope="row">{ruleName(rule, t)}</th>
                  <td>
                    {paid !== null && (
                      <Dumbbell
                        voters={nearly(voters)}
                        money={nearly(paid)}
                        end={end}
                        series={i === 0 ? 'one' : 'two'}
                        t={t}
                      />
                    )}
                  </td>
                  <td class="n">{i === 0 ? <b>{written}</b> : written}</td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </Section>
  );
}

/** Neighbourhoods by their voters, most first; shares exact. */
function placesOf(counted: readonly ComparedCount[]): readonly Place[] {
  const lists = counted.map(({ properties }) =>
    properties.by_segment.filter(({ attribute }) => attribute === 'neighbourhood'),
  );
  const all = (lists[0] ?? []).reduce((sum, { marked }) => sum + marked, 0);
  if (all === 0) return [];
  const totals = lists.map((list) =>
    list.reduce<Rational>((sum, { paid }) => {
      const more = readExact(paid ?? '0');
      return { num: sum.num * more.den + more.num * sum.den, den: sum.den * more.den };
    }, rational(0n)),
  );
  return (lists[0] ?? [])
    .toSorted((a, b) => b.marked - a.marked)
    .map(({ label, marked }) => ({
      label,
      voters: rational(BigInt(marked), BigInt(all)),
      money: lists.map((list, i) => {
        const paid = list.find((segment) => segment.label === label)?.paid ?? null;
        const total = totals[i] ?? rational(0n);
        return paid === null || total.num === 0n ? null : divide(readExact(paid), total);
      }),
    }));
}
