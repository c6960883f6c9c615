import type { JSX } from 'preact';
import { type Cut, Tape } from '../../../ui/charts/tape.tsx';
import { Section } from '../../../ui/section.tsx';
import { roundedText, readExact } from '../../../i18n/exact.ts';
import { divide, rational } from '@convite/kernel';
import { leftOf } from '../../../report/decided.tsx';
import { drawn, type ReportReader, ruleName } from '../../../report/report-reader.ts';
import type { ComparedCount, ResultView } from './views.ts';

/** The same envelope cut by two rules, side by side, and the same in numbers. */
export function TwoRules(props: { view: ResultView; compared: ComparedCount; reader: ReportReader }): JSX.Element {
  const { view, compared, reader } = props;
  const { report, t, money } = reader;
  const [one, two] = [ruleName(report.rule, t), ruleName(compared.rule, t)];
  const chosen = new Set(report.winners);
  const other = new Set(compared.winners);
  const enter = compared.winners.filter((id) => !chosen.has(id));
  const leave = report.winners.filter((id) => !other.has(id));
  const say = [
    t.result.twoRulesScale(money(report.budget)),
    ...(enter.length + leave.length === 0 ? [t.result.twoRulesSame] : []),
    ...(enter.length > 0 ? [t.result.twoRulesEnter(two, enter.length)] : []),
    ...(leave.length > 0 ? [t.result.twoRulesLeave(leave.length)] : []),
  ];
  const whole = Math.max(drawn(report.budget), drawn(report.cost), drawn(compared.cost), 1e-6);
  const axisUnit = whole >= 2_000_000 ? 1_000_000 : whole >= 2000 ? 1000 : 1;
  const briefUnit = whole >= 1_000_000_000 ? 1_000_000 : whole >= 10_000 ? 1000 : 1;
  const unitName = (unit: number): string =>
    unit === 1 ? reader.unit : (unit === 1000 ? t.result.tapeThousand : t.result.tapeMillion)(reader.unit);
  return (
    <Section
      id="rules"
      title={t.result.twoRules}
      say={say}
      rail={
        <>
          <p class="w">{t.result.tapeScale(unitName(axisUnit))}</p>
          <p class="nw">{t.result.tapeBrief(unitName(briefUnit))}</p>
        </>
      }
    >
      <figure>
        <div class="tapes">
          {[
            { counted: report, name: one, note: t.result.thisRule, isHatched: () => false },
            { counted: compared, name: two, note: t.result.otherRule, isHatched: (id: string) => !chosen.has(id) },
          ].map(({ counted, name, note, isHatched }, i) => (
            <div key={note}>
              <h3>
                {name} <small>{note}</small>
              </h3>
              <Tape
                id={`marks-${i}`}
                cuts={cutsOf(counted, briefUnit, isHatched, reader)}
                whole={whole}
                unit={axisUnit}
                left={leftPiece(counted, briefUnit, reader)}
                axis={i === 0}
                says={t.result.tapeOf(
                  name,
                  counted.winners.length,
                  money(counted.cost),
                  money(leftOf(report.budget, counted.cost, report.decimals)),
                )}
                t={t}
              />
            </div>
          ))}
        </div>
        <InNumbers view={view} compared={compared} one={one} two={two} reader={reader} />
        {enter.length + leave.length > 0 && (
          <details>
            <summary>{t.result.differences}</summary>
            <Only title={t.result.onlyWith(one)} ids={leave} reader={reader} />
            <Only title={t.result.onlyWith(two)} ids={enter} reader={reader} />
          </details>
        )}
      </figure>
    </Section>
  );
}

function cutsOf(
  counted: ComparedCount,
  unit: number,
  isHatched: (id: string) => boolean,
  { project, name, amount, t }: ReportReader,
): readonly Cut[] {
  return counted.winners.map((id) => {
    const cost = project(id)?.cost ?? '0';
    return {
      name: name(id),
      size: drawn(cost),
      amount: amount(cost),
      brief: brief(cost, unit, t),
      hatched: isHatched(id),
    };
  });
}

function leftPiece(counted: ComparedCount, unit: number, { report, amount, t }: ReportReader) {
  const left = leftOf(report.budget, counted.cost, report.decimals);
  return readExact(left).num === 0n ? null : { size: drawn(left), amount: amount(left), brief: brief(left, unit, t) };
}

/** An amount in units of the scale, with one decimal where it needs one. */
const brief = (exact: string, unit: number, t: ReportReader['t']): string =>
  t.format.number(roundedText(divide(readExact(exact), rational(BigInt(unit))), 1), 1);

function InNumbers(props: {
  view: ResultView;
  compared: ComparedCount;
  one: string;
  two: string;
  reader: ReportReader;
}): JSX.Element {
  const { view, compared, one, two, reader } = props;
  const { report, t, amount, unit } = reader;
  const unserved = ({ properties: { voters } }: ComparedCount): string =>
    t.format.count(voters.marked - voters.with_funded);
  const rows = [
    {
      name: t.result.projects,
      one: t.format.count(report.winners.length),
      two: t.format.count(compared.winners.length),
    },
    { name: t.result.spent(unit), one: amount(report.cost), two: amount(compared.cost) },
    { name: t.result.unserved(report.properties.voters.marked), one: unserved(report), two: unserved(compared) },
    ...(view.preference === null
      ? []
      : [
          {
            name: t.result.prefer,
            note: t.result.preferEqual(view.preference.equal),
            one: t.format.count(view.preference.chosen),
            two: t.format.count(view.preference.compared),
          },
        ]),
  ];
  return (
    <table class={reader.wide ? 'wide' : undefined}>
      <caption>{t.result.inNumbers}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="vh">{t.result.measure}</span>
          </th>
          <th scope="col" class="n">
            {one}
          </th>
          <th scope="col" class="n">
            {two}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              {row.name}
              {'note' in row && <small>{row.note}</small>}
            </th>
            <td class="n">
              <b>{row.one}</b>
            </td>
            <td class="n">{row.two}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Only({
  title,
  ids,
  reader,
}: {
  title: string;
  ids: readonly string[];
  reader: ReportReader;
}): JSX.Element | null {
  if (ids.length === 0) return null;
  const { t, name, project, amount, unit } = reader;
  return (
    <table class={reader.wide ? 'wide' : undefined}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{t.result.project}</th>
          <th scope="col" class="n">
            {t.result.votes}
          </th>
          <th scope="col" class="n">
            {t.result.cost(unit)}
          </th>
        </tr>
      </thead>
      <tbody>
        {ids.map((id) => (
          <tr key={id}>
            <th scope="row">{name(id)}</th>
            <td class="n">{t.format.count(project(id)?.votes ?? 0)}</td>
            <td class="n">{amount(project(id)?.cost ?? '0')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
