import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { BoothDocument } from './booth-document.tsx';
import type { BoothProps, Paper } from './views.ts';

interface PageProps {
  readonly booth: Pick<BoothProps, 'paper' | 'places'>;
  readonly frame: Frame;
  readonly t: Translation;
}

/** In the place of the booth before the vote opens, after it has closed, and for good where it was annulled. */
export function ShutPage({ booth, frame, t }: PageProps): JSX.Element {
  const { paper, places } = booth;
  const words = t.booth;
  const [title, says] = shutWords(paper, t);
  const isAfter = paper.state === 'after';
  return (
    <BoothDocument title={title} booth={booth} frame={frame} t={t}>
      <h1>{title}</h1>
      <p class="lead">{words.startLead(paper.consultation.title, paper.territory)}</p>
      <p>{says}</p>
      <p class="acts">
        <a class="btn" href={isAfter ? places.findMyVote : places.consultation}>
          {isAfter ? words.findMine : words.toConsultation}
        </a>
      </p>
    </BoothDocument>
  );
}

function shutWords({ state, opensAt, closesAt, zone }: Paper, t: Translation): readonly [title: string, says: string] {
  const { booth: words, format } = t;
  if (state === 'annulled') return [words.annulledTitle, words.annulled];
  if (state === 'before') return [words.beforeTitle, words.before(format.moment(opensAt, zone))];
  return [words.afterTitle, words.after(format.moment(closesAt, zone))];
}

/** The last page of a sitting: nothing of it is left on the phone. */
export const FinishedPage = ({ booth, frame, t }: PageProps): JSX.Element => (
  <BoothDocument title={t.booth.finishedTitle} booth={booth} frame={frame} t={t}>
    <h1>{t.booth.finishedTitle}</h1>
    <p>{t.booth.finishedSays}</p>
    <p>{t.booth.finishedHistory}</p>
  </BoothDocument>
);
