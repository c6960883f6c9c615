import type { JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';
import { Section } from './section.tsx';

/** Where a page would offer to propose what is proposed already: the way to it. */
export const WaitingAct = ({
  act,
  of,
  t,
}: {
  readonly act: string;
  /** What it is about, where a page may show two of them. */
  readonly of?: { readonly id: string; readonly title: string };
  readonly t: Translation;
}): JSX.Element => (
  <Section id={of?.id ?? 'proposed'} title={of?.title ?? t.controlRoom.waitingTitle} say={[t.controlRoom.waitingSays]}>
    <p class="acts">
      <a class="btn two" href={`/org/acts/${act}`}>
        {t.controlRoom.waitingGo}
      </a>
    </p>
  </Section>
);
