import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Paper } from './views.ts';

/** What is about to be cast, and what then happens. The program fills in the choices. */
export function ReviewView({ paper, t }: { readonly paper: Paper; readonly t: Translation }): JSX.Element {
  const { booth, format } = t;
  const { seal, sealServer, enter, totals, whole } = booth.happens;
  return (
    <section id="review" hidden>
      <p class="back">
        <button type="button" class="link go-back">
          {booth.back}
        </button>
      </p>
      <p class="soft small step">{booth.step(3)}</p>
      <h1 id="review-title" tabindex={-1}>
        {booth.reviewTitle}
      </h1>
      <p class="note wait">
        <b class="st wait">{booth.reviewWarn}</b>
      </p>
      <h2 class="h3" id="review-count" />
      <ol class="chosen" id="chosen" />
      <p id="nothing-chosen" hidden>
        {paper.mayBeBlank ? booth.nothingChosen : booth.nothingChosenStrict}
      </p>
      <p>
        <button type="button" class="link" id="change">
          {booth.changeAll}
        </button>
      </p>
      <form id="cast-form" autocomplete="off">
        <h2 class="h3">{booth.happensTitle}</h2>
        <ol class="steps">
          <li>{paper.trust.isServerKey ? sealServer : seal}</li>
          <li>{enter}</li>
          <li>{paper.trust.kind === 'mixed' ? whole : totals}</li>
        </ol>
        <p>
          <button class="btn wide" id="cast">
            {booth.cast}
          </button>
        </p>
        <p>{booth.again(format.moment(paper.closesAt, paper.zone))}</p>
      </form>
      {paper.mayBeBlank && (
        <details>
          <summary>{booth.blankAsk}</summary>
          <p>{booth.blankSays}</p>
          <p>
            <button type="button" class="btn two" id="leave-blank">
              {booth.blank}
            </button>
          </p>
        </details>
      )}
    </section>
  );
}

/** While the ballot is sealed and sent, and when that fails. */
export const SealingView = ({
  paper,
  t: { booth },
}: {
  readonly paper: Paper;
  readonly t: Translation;
}): JSX.Element => (
  <section id="sealing" hidden>
    <p class="soft small step">{booth.step(3)}</p>
    <h1 id="sealing-title" tabindex={-1}>
      {booth.sealingTitle}
    </h1>
    <p class="note wait" id="sealing-says" role="status" />
    <p>
      <button type="button" class="btn wide" id="again" hidden>
        {booth.sendAgain}
      </button>
    </p>
    <div id="way-back" hidden>
      <p class="acts">
        <button type="button" class="btn" id="change-after">
          {booth.changeAll}
        </button>
        <button type="button" class="btn two" id="code-after">
          {booth.tryOtherCode}
        </button>
        {paper.asksMailCode && (
          <button type="button" class="btn two" id="pass-after" hidden>
            {booth.mail.again}
          </button>
        )}
      </p>
    </div>
  </section>
);
