import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { BoothDocument } from './booth-document.tsx';
import { exampleOf } from './choose-view.tsx';
import { OptionFacts, OptionList } from './option-list.tsx';
import { Stations } from './stations.tsx';
import { type BoothProps, nounOf, type PaperOption, standing } from './views.ts';

/** What a form without script carries from page to page, and what there is to say about it. */
export interface ListState {
  /** All numbers marked so far, and the same signed. */
  readonly marked: ReadonlySet<number>;
  readonly carried: string;
  /** The options of this page, of so many pages. */
  readonly options: readonly PaperOption[];
  readonly page: number;
  readonly pages: number;
  readonly search: string;
  /** What was typed as numbers and is not on the paper. */
  readonly unknown: readonly string[];
  readonly isDamaged: boolean;
  /** Whoever wanted to go on has marked too many. */
  readonly isRefused: boolean;
}

interface ListProps {
  readonly booth: Pick<BoothProps, 'paper' | 'places'>;
  readonly state: ListState;
  readonly frame: Frame;
  readonly t: Translation;
}

/** Names of the controls that the page and the server share. */
export const listFields = { carried: 'kept', shown: 'shown', numbers: 'nums', search: 'q', act: 'do', page: 'page' };

/** The paper as a plain form, to prepare what is then marked at a table. It is no vote, and says so. */
export function ListPage({ booth, state, frame, t }: ListProps): JSX.Element {
  const { paper, places } = booth;
  const words = t.booth;
  const noun = nounOf(paper);
  const counted = words.counts(state.marked.size, paper.most);
  const title = state.isRefused ? t.frame.errorTitle(counted) : words.listTitle;
  return (
    <BoothDocument title={title} booth={booth} frame={frame} t={t}>
      <p class="back">
        <a href={places.vote}>{words.back}</a>
      </p>
      <form method="post" action={places.list} autocomplete="off" novalidate class="booth">
        {state.isRefused && (
          <div class="problem" role="alert">
            <h2>{t.frame.problem}</h2>
            <p>
              <a href="#papers">{counted}</a>
            </p>
          </div>
        )}
        <fieldset id="papers">
          <legend>
            <h1>{words.listTitle}</h1>
          </legend>
          <p class="lead">{words.startLead(paper.consultation.title, paper.territory)}</p>
          <div class="note wait">
            <h2>{words.listWarnTitle}</h2>
            <p>{words.listWarn}</p>
          </div>
          {state.isDamaged && <p class="err">{words.listDamaged}</p>}
          <p>{words.startMost(paper.most, noun, standing(paper).length)}</p>
          <input type="hidden" name={listFields.carried} value={state.carried} />
          {state.options.map(({ number }) => (
            <input key={number} type="hidden" name={listFields.shown} value={number} />
          ))}
          <div class="field quick">
            <label for="nums">{words.numbers(paper.isSingle, noun)}</label>
            <span class="hint" id="nums-hint">
              {words.numbersHint(exampleOf(paper))}
            </span>
            {state.unknown.length > 0 && <p class="err">{words.numbersUnknown(state.unknown.join(', '))}</p>}
            <div class="row">
              <input
                class="in"
                id="nums"
                name={listFields.numbers}
                value={state.unknown.join(', ')}
                aria-describedby="nums-hint"
              />
              <button class="btn two" name={listFields.act} value="nums">
                {words.numbersGo}
              </button>
            </div>
          </div>
          <div class="field">
            <label for="search">{words.search}</label>
            <div class="row">
              <input class="in" id="search" name={listFields.search} type="search" value={state.search} />
              <button class="btn two" name={listFields.act} value="search">
                {words.listSearchGo}
              </button>
            </div>
            {state.search !== '' && <p>{words.matches(String(state.options.length))}</p>}
          </div>
          <p class="ruled">
            {words.order(standing(paper).length, noun, paper.isOrderDrawn)}
            {state.pages > 1 && ` ${words.listPage(state.page, state.pages)}.`}
          </p>
          <OptionList paper={paper} options={state.options} marked={state.marked} t={t} />
        </fieldset>
        <p class="acts">
          {state.page > 1 && (
            <button class="btn two" name={listFields.page} value={state.page - 1}>
              {words.listPrevious}
            </button>
          )}
          {state.page < state.pages && (
            <button class="btn two" name={listFields.page} value={state.page + 1}>
              {words.listNext}
            </button>
          )}
          {state.search !== '' && (
            <button class="btn two" name={listFields.page} value={1}>
              {words.listAll}
            </button>
          )}
        </p>
        <div class="basket">
          <p>{counted}</p>
          <button class="btn" name={listFields.act} value="review">
            {words.review}
          </button>
        </div>
      </form>
    </BoothDocument>
  );
}

/** The list to be taken to a table, on screen or on paper. */
export function ListReviewPage({ booth, state, frame, t }: ListProps): JSX.Element {
  const { paper, places } = booth;
  const words = t.booth;
  const chosen = paper.options.filter(({ number }) => state.marked.has(number)).toSorted((a, b) => a.number - b.number);
  return (
    <BoothDocument title={words.listReviewTitle} booth={booth} frame={frame} t={t}>
      <h1>{words.listReviewTitle}</h1>
      <p class="lead">{words.startLead(paper.consultation.title, paper.territory)}</p>
      <p class="note wait">
        <b class="st wait">{words.listReviewWarn}</b>
      </p>
      <h2 class="h3">{words.chosen(chosen.length, paper.most, nounOf(paper))}</h2>
      {chosen.length === 0 ? (
        <p>{words.listBlank}</p>
      ) : (
        <>
          <p>
            {words.listTake} <b>{chosen.map(({ number }) => number).join(', ')}</b>
          </p>
          <ol class="chosen">
            {chosen.map((option) => (
              <li key={option.number}>
                <span class="pno">{option.number}</span>
                <span class="name">
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
              </li>
            ))}
          </ol>
        </>
      )}
      <div class="note check">
        <Stations paper={paper} t={t} />
      </div>
      <p class="noprint">{words.listPrint}</p>
      <form method="post" action={places.list} autocomplete="off">
        <input type="hidden" name={listFields.carried} value={state.carried} />
        <button class="btn two" name={listFields.page} value={1}>
          {words.changeAll}
        </button>
      </form>
    </BoothDocument>
  );
}
