import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Paper, PaperOption } from './views.ts';

/** Options to be marked: the whole row is the label, and what there is to read stands outside of it. */
export const OptionList = ({
  paper,
  options,
  marked,
  t,
  withSummaries = true,
}: {
  readonly paper: Paper;
  readonly options: readonly PaperOption[];
  readonly marked: ReadonlySet<number>;
  readonly t: Translation;
  readonly withSummaries?: boolean;
}): JSX.Element => (
  <ol class="choose">
    {options.map((option) =>
      option.isWithdrawn ? (
        <li key={option.number} class="gone">
          <p>{t.booth.withdrawn(option.number)}</p>
        </li>
      ) : (
        <li key={option.number}>
          <input
            type={paper.isSingle ? 'radio' : 'checkbox'}
            name="p"
            value={option.number}
            id={`p${option.number}`}
            autocomplete="off"
            {...(marked.has(option.number) && { checked: true })}
          />
          <label for={`p${option.number}`}>
            <span class="pno">{option.number}</span>
            <span>
              <b lang={option.lang} dir="auto">
                {option.title}
              </b>
              {option.told !== undefined && (
                <span class="told" dir="auto">
                  {option.told}
                </span>
              )}
              <OptionFacts option={option} paper={paper} t={t} />
            </span>
          </label>
          {withSummaries && option.summary !== '' && (
            <details>
              <summary>
                {t.booth.read}
                <span class="vh">{t.booth.readMore(option.told ?? option.title)}</span>
              </summary>
              <p lang={option.summaryLang} dir="auto">
                {option.summary}
              </p>
            </details>
          )}
        </li>
      ),
    )}
  </ol>
);

/** Cost, place and theme, as far as there are any. */
export function OptionFacts({
  option: { cost, place, theme },
  paper,
  t,
}: {
  readonly option: PaperOption;
  readonly paper: Paper;
  readonly t: Translation;
}): JSX.Element | null {
  if (cost === null && place === '' && theme === '') return null;
  return (
    <small class="meta">
      {cost !== null && (
        <b>
          <bdi>{t.format.money(cost, paper.decimals, paper.currency)}</bdi>
        </b>
      )}
      {place !== '' && <span>{place}</span>}
      {theme !== '' && <span>{theme}</span>}
    </small>
  );
}
