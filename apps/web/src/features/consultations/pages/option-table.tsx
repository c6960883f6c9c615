import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Status } from '../../../ui/section.tsx';
import type { Head, OptionLine } from './views.ts';

/** The options of a contest by the number that people type. `withReview`: what reviewers have said of each. */
export function OptionTable(props: {
  head: Head;
  options: readonly OptionLine[];
  withReview: boolean;
  /** Where an option is corrected; undefined once it is not. */
  correct?: ((number: number) => string) | undefined;
  t: Translation;
}): JSX.Element {
  const { head, options, withReview, correct, t } = props;
  const words = t.consultations;
  if (options.length === 0) return <p>{words.noOptions}</p>;
  const withCost = options.some(({ cost }) => cost !== null);
  return (
    <table>
      <caption class="vh">{words.optionsTitle}</caption>
      <thead>
        <tr>
          <th scope="col" class="ord">
            <span class="vh">{words.number}</span>
          </th>
          <th scope="col">{words.option}</th>
          {withCost && (
            <th scope="col" class="n">
              {t.format.withUnit(words.cost, head.unit)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {options.map((option) => (
          <tr key={option.number}>
            <td class="ord">{t.format.count(option.number)}</td>
            <th scope="row">
              <b lang={option.lang} dir="auto">
                {option.isWithdrawn ? <s>{option.title}</s> : option.title}
              </b>
              {option.told !== undefined && (
                <span class="told" dir="auto">
                  {option.told}
                </span>
              )}
              {option.summary !== '' && (
                <small lang={option.summaryLang} dir="auto">
                  {option.summary}
                </small>
              )}
              {(option.place !== '' || option.theme !== '') && (
                <small>{[option.place, option.theme].filter((text) => text !== '').join(' · ')}</small>
              )}
              {option.isWithdrawn ? (
                <Status is="no">{words.withdrawn}</Status>
              ) : (
                withReview && (
                  <Status is={option.isApproved ? 'ok' : 'wait'}>
                    {option.isApproved ? words.approved : words.pending}
                  </Status>
                )
              )}
              {correct !== undefined && (
                <p class="acts">
                  <a
                    class="btn two"
                    href={correct(option.number)}
                    aria-label={t.optionForms.correctThis(option.number)}
                  >
                    {t.optionForms.correct}
                  </a>
                </p>
              )}
            </th>
            {withCost && <td class="n">{option.cost === null ? '' : t.format.number(option.cost, head.decimals)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
