import type { JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';

/** Says that an act now waits for a second person, and where. */
export const Proposed = ({ t }: { t: Translation }): JSX.Element => (
  <p class="note check">
    {t.controlRoom.proposed} <a href="/org/acts">{t.controlRoom.seeActs}</a>
  </p>
);
