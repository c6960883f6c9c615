import type { JSX } from 'preact';
import { roundedText, readExact } from '../i18n/exact.ts';
import { subtract } from '@convite/kernel';
import { Section } from '../ui/section.tsx';
import { ProjectName } from './project-name.tsx';
import type { ReportReader } from './report-reader.ts';

/** The winners in their order, what they cost and what is left. */
export function Decided({ reader }: { reader: ReportReader }): JSX.Element {
  const { report, t, money, amount, unit, hasMoney } = reader;
  const isOpen = report.status === 'lots_required';
  const left = leftOf(report.budget, report.cost, report.decimals);
  const nothingLeft = readExact(left).num === 0n;
  const say = isOpen
    ? [report.winners.length > 0 ? t.result.decidedSure : t.result.decidedNoneSure]
    : report.winners.length === 0
      ? [t.result.decidedNone]
      : !hasMoney
        ? [t.result.decidedOrder]
        : [t.result.decidedOrder, nothingLeft ? t.result.decidedNothingLeft : t.result.decidedLeft(money(left))];
  return (
    <Section id="decided" title={t.result.decided} say={say}>
      <table class={reader.wide ? 'wide ordered' : undefined}>
        <caption class="vh">{t.result.winners}</caption>
        <thead>
          <tr>
            <td class="ord" />
            <th scope="col">{t.result.projectAndPlace}</th>
            <th scope="col" class="n">
              {t.result.votes}
            </th>
            {hasMoney && (
              <th scope="col" class="n">
                {t.result.cost(unit)}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {report.winners.map((id, i) => (
            <Winner key={id} id={id} place={isOpen ? null : i + 1} reader={reader} />
          ))}
        </tbody>
        {hasMoney && (
          <tfoot>
            {[
              { name: t.result.sum, value: report.cost },
              { name: t.result.envelope, value: report.budget },
              { name: t.result.left, value: left },
            ].map(({ name, value }, i) => (
              <tr key={name} class={i === 0 ? 'sum' : undefined}>
                <td class="ord" />
                <th scope="row" colSpan={2}>
                  {name}
                </th>
                <td class="n">{amount(value)}</td>
              </tr>
            ))}
          </tfoot>
        )}
      </table>
    </Section>
  );
}

function Winner({ id, place, reader }: { id: string; place: number | null; reader: ReportReader }): JSX.Element {
  const { t, project, amount, hasMoney } = reader;
  const known = project(id);
  return (
    <tr>
      <td class="ord">{place === null ? '' : t.format.count(place)}</td>
      <th scope="row">
        <ProjectName id={id} reader={reader} />
        {known?.neighbourhood != null && <small>{known.neighbourhood}</small>}
      </th>
      <td class="n">{t.format.count(known?.votes ?? 0)}</td>
      {hasMoney && <td class="n">{amount(known?.cost ?? '0')}</td>}
    </tr>
  );
}

/** The envelope less what was spent, exact decimal; nothing where a reserve was used on top. */
export function leftOf(budget: string, cost: string, decimals: number): string {
  const left = subtract(readExact(budget), readExact(cost));
  return left.num < 0n ? '0' : roundedText(left, decimals);
}
