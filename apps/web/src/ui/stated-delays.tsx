import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';
import { Section } from './section.tsx';

/** Why a result is not there yet, as it is shown. */
interface ShownDelay {
  /** ISO instant. */
  readonly at: string;
  readonly reason: string;
}

/** The reasons that were given for a result that is not there yet, the last first; nothing where none was. */
export function StatedDelays(props: {
  readonly delays: readonly ShownDelay[];
  readonly zone: string;
  readonly t: Translation;
}): JSX.Element | null {
  const { delays, zone, t } = props;
  const words = t.results.delay;
  if (delays.length === 0) return null;
  return (
    <Section id="delays" title={words.title} say={[words.stays]}>
      <ol class="changes" reversed>
        {delays.map(({ at, reason }) => (
          <li key={at}>
            <p>{reason}</p>
            <p class="soft">
              {t.accounts.roles.guarantor} ·{' '}
              <time datetime={at}>
                {t.format.moment(at, zone)} ({zone})
              </time>
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}
