import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { OptionList } from './option-list.tsx';
import { nounOf, type Paper, standing } from './views.ts';

/** From so many options on a list is worth searching. */
const searchFrom = 8;
/** So many signs of summaries still fit a page for slow networks; of more papers only the titles are in it. */
const mostSummaries = 45_000;

/** The paper. Its form has no address: nothing that is marked on it can be sent by accident. */
export function ChooseView({ paper, t }: { readonly paper: Paper; readonly t: Translation }): JSX.Element {
  const { booth } = t;
  const noun = nounOf(paper);
  const offered = standing(paper);
  const withSummaries = paper.options.reduce((sum, { summary }) => sum + summary.length, 0) <= mostSummaries;
  return (
    <section id="choose" hidden>
      <p class="back">
        <button type="button" class="link go-back">
          {booth.back}
        </button>
      </p>
      <p class="needs-script note" id="choose-note" role="status" hidden />
      <form id="choose-form" class="booth" autocomplete="off" novalidate>
        <div class="problem" id="choose-problem" role="alert" tabindex={-1} hidden>
          <h2>{t.frame.problem}</h2>
          <p>
            <a href="#papers" id="choose-problem-says" />
          </p>
        </div>
        <fieldset id="papers">
          <legend>
            <span class="soft small step">{booth.step(2)}</span>
            <h1 id="choose-title" tabindex={-1}>
              {booth.chooseTitle(paper.most, noun)}
            </h1>
          </legend>
          <p class="soft">{paper.territory}</p>
          <p>{booth.chooseHow(paper.isSingle)}</p>
          <div class="field quick">
            <label for="nums">{booth.numbers(paper.isSingle, noun)}</label>
            <span class="hint" id="nums-hint">
              {booth.numbersHint(exampleOf(paper))}
            </span>
            <div class="row">
              <input class="in" id="nums" autocomplete="off" inputmode="text" aria-describedby="nums-hint nums-says" />
              <button type="button" class="btn two" id="nums-go">
                {booth.numbersGo}
              </button>
            </div>
            <p id="nums-says" role="status" hidden />
          </div>
          {offered.length >= searchFrom && (
            <div class="field">
              <label for="search">{booth.search}</label>
              <span class="hint" id="search-hint">
                {booth.searchHint}
              </span>
              <input class="in" id="search" type="search" autocomplete="off" aria-describedby="search-hint" />
              <p id="matches" role="status" hidden />
            </div>
          )}
          {!withSummaries && <p>{booth.readElsewhere}</p>}
          <p class="ruled">{booth.order(offered.length, noun, paper.isOrderDrawn)}</p>
          <OptionList paper={paper} options={paper.options} marked={new Set()} t={t} withSummaries={withSummaries} />
        </fieldset>
        <div class="basket">
          <p>
            <output id="said" aria-live="polite" aria-atomic="true">
              {booth.counts(0, paper.most)}
            </output>
          </p>
          <button class="btn">{booth.review}</button>
        </div>
      </form>
      <p class="who">{paper.trust.isServerKey ? booth.whoSeesServer : booth.whoSees}</p>
    </section>
  );
}

/** Numbers of this very paper, so that the example can be followed. */
export const exampleOf = (paper: Paper): string =>
  standing(paper)
    .slice(0, paper.isSingle ? 1 : Math.min(2, paper.most))
    .map(({ number }) => String(number))
    .join(', ');
