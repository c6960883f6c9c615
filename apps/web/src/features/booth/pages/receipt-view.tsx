import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Weave } from '../../../ui/weave.tsx';
import { type BoothProps, placesOf } from './views.ts';

/** The receipt: what the program knows of it is filled in; nothing on it tells the choices. */
export function ReceiptView({
  booth: { paper, places },
  t,
}: {
  readonly booth: BoothProps;
  readonly t: Translation;
}): JSX.Element {
  const { booth, format } = t;
  const closing = format.moment(paper.closesAt, paper.zone);
  return (
    <section id="receipt" hidden>
      <div class="slip">
        <Weave name={paper.territory} id="weave-slip" />
        <div class="slip-in">
          <svg class="done" viewBox="0 0 48 48" aria-hidden="true">
            <circle cx="24" cy="24" r="21" />
            <path stroke-width="4" d="M14 25l7 8 14-18" />
          </svg>
          <h1 id="receipt-title" tabindex={-1}>
            {booth.receiptTitle}
          </h1>
          <p class="soft">
            {booth.startLead(paper.consultation.title, paper.territory)} <span id="entered" />
          </p>
          <p class="code-label" id="code-label">
            {booth.yourCode}
          </p>
          <p class="tracking">
            <bdi dir="ltr" class="their-code" />
          </p>
          <svg class="qr" id="qr" role="img" aria-label={booth.qr} />
          <p class="tiny soft">{booth.slip}</p>
        </div>
      </div>
      <p class="acts noprint">
        <a class="btn two" id="save" download={booth.fileName} href={places.vote}>
          {booth.save}
        </a>
        <button type="button" class="btn two" id="print">
          {booth.print}
        </button>
      </p>
      <section class="job">
        <h2>{booth.jobTitle}</h2>
        <ol class="steps">
          <li>
            {booth.job.open(closing)} <a href={places.findMyVote}>{booth.list}</a>
          </li>
          <li>
            {booth.job.look} <b dir="ltr" class="their-code" />.
          </li>
          <li>
            <b>{booth.job.missing}</b>
            {paper.complaintsUntil !== null && ` ${booth.job.until(format.moment(paper.complaintsUntil, paper.zone))}`}
          </li>
        </ol>
      </section>
      {paper.companions.length > 0 && (
        <section class="noprint">
          <h2 class="h3">{booth.nextTitle}</h2>
          <p>{booth.nextSays}</p>
          {paper.companions.map(({ contest, title }) => (
            <p key={contest}>
              <a class="btn next-paper" href={placesOf({ ...paper, contest }, '').vote}>
                {booth.next(title)}
              </a>
            </p>
          ))}
        </section>
      )}
      <section>
        <h2 class="h3">{booth.againTitle}</h2>
        <p>{booth.again(closing)}</p>
        <p class="noprint">
          <button type="button" class="link" id="vote-again">
            {booth.voteAgain}
          </button>
        </p>
      </section>
      <form id="finish" class="noprint">
        <button class="btn wide">{booth.finish}</button>
        <p class="who">{booth.finishSays}</p>
      </form>
    </section>
  );
}
