import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { BoothDocument } from './booth-document.tsx';
import type { BoothProps } from './views.ts';

interface PageProps {
  readonly booth: Pick<BoothProps, 'paper' | 'places'>;
  readonly frame: Frame;
  readonly t: Translation;
}

/** In the place of the booth before the vote opens and after it has closed. */
export function ShutPage({ booth, frame, t }: PageProps): JSX.Element {
  const { paper, places } = booth;
  const words = t.booth;
  const isBefore = paper.state === 'before';
  const title = isBefore ? words.beforeTitle : words.afterTitle;
  const moment = t.format.moment(isBefore ? paper.opensAt : paper.closesAt, paper.zone);
  return (
    <BoothDocument title={title} booth={booth} frame={frame} t={t}>
      <h1>{title}</h1>
      <p class="lead">{words.startLead(paper.consultation.title, paper.territory)}</p>
      <p>{isBefore ? words.before(moment) : words.after(moment)}</p>
      <p class="acts">
        <a class="btn" href={isBefore ? places.consultation : places.findMyVote}>
          {isBefore ? words.toConsultation : words.findMine}
        </a>
      </p>
    </BoothDocument>
  );
}

/** The last page of a sitting: nothing of it is left on the phone. */
export const FinishedPage = ({ booth, frame, t }: PageProps): JSX.Element => (
  <BoothDocument title={t.booth.finishedTitle} booth={booth} frame={frame} t={t}>
    <h1>{t.booth.finishedTitle}</h1>
    <p>{t.booth.finishedSays}</p>
    <p>{t.booth.finishedHistory}</p>
  </BoothDocument>
);
