import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Section } from '../../../ui/section.tsx';
import { moment } from './consultation-frame.tsx';
import type { AnnulmentView, Head } from './views.ts';

/** Why a consultation was annulled, who signed it, and what becomes of what was published. */
export function AnnulmentSection(props: {
  readonly head: Head;
  readonly annulment: AnnulmentView;
  readonly t: Translation;
}): JSX.Element {
  const { head, annulment, t } = props;
  const { at, reason, people, hadFrozen, hasArchive } = annulment;
  const words = t.consultations.annulment;
  const address = `/c/${head.slug}`;
  return (
    <Section id="annulled" title={words.title} say={[words.nothingCounts]}>
      <div>
        <blockquote>{reason}</blockquote>
        <p>{words.signed(people, moment(at, head, t))}</p>
        {hadFrozen && <p>{words.staysPublic}</p>}
        {hasArchive && <p>{words.archive}</p>}
        <p class="acts">
          <a class="btn two" href={`${address}/trail`}>
            {t.consultations.trail}
          </a>{' '}
          {hadFrozen && (
            <a class="btn two" href={`${address}/observe`}>
              {words.boards}
            </a>
          )}{' '}
          {hasArchive && (
            <a class="btn two" href={`${address}/archive.zip`}>
              {words.download}
            </a>
          )}
        </p>
      </div>
    </Section>
  );
}
