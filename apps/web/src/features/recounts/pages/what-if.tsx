import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import type { ReportReader } from '../../../report/report-reader.ts';
import { type ResultView, whatIfFields } from './views.ts';

/** Three plain GET forms: another envelope, another rule, one project less. Each answer has an address of its own. */
export function WhatIf({ whatIf, reader }: { whatIf: ResultView['whatIf']; reader: ReportReader }): JSX.Element {
  const { report, t, ranked, name, unit } = reader;
  const { action, rules } = whatIf;
  return (
    <Section id="what-if" title={t.result.whatIf} say={[t.result.whatIfRail]}>
      <div>
        <form action={action} method="get">
          <label for="budget">
            <b>{t.result.whatIfBudget(unit)}</b>
          </label>
          <div class="row">
            <input
              class="in"
              id="budget"
              name={whatIfFields.budget}
              inputmode="decimal"
              autocomplete="off"
              value={report.budget}
            />
            <button class="btn two">{t.result.whatIfGo}</button>
          </div>
        </form>
        {rules.length > 0 && (
          <form action={action} method="get">
            <label for="rule">
              <b>{t.result.whatIfRule}</b>
            </label>
            <div class="row">
              <select class="in" id="rule" name={whatIfFields.rule}>
                {rules.map((rule) => (
                  <option key={rule} value={rule}>
                    {t.rules.names[rule]}
                  </option>
                ))}
              </select>
              <button class="btn two">{t.result.whatIfGo}</button>
            </div>
          </form>
        )}
        <form action={action} method="get">
          <label for="without">
            <b>{t.result.whatIfWithout}</b>
          </label>
          <div class="row">
            <select class="in" id="without" name={whatIfFields.without}>
              {ranked.map(({ id }) => (
                <option key={id} value={id}>
                  {name(id)}
                </option>
              ))}
            </select>
            <button class="btn two">{t.result.whatIfGo}</button>
          </div>
        </form>
      </div>
    </Section>
  );
}

/** For whoever brought the file: take it back. */
export function RemoveIt({ removal, t }: { removal: NonNullable<ResultView['removal']>; t: Translation }): JSX.Element {
  return (
    <Section id="remove" title={t.result.remove}>
      <form action={removal.action} method="post">
        <input type="hidden" name="token" value={removal.token} />
        <p>{t.result.removeWhy}</p>
        <button class="btn two">{t.result.removeGo}</button>
      </form>
    </Section>
  );
}
