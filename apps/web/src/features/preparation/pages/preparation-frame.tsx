import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { StaffPage } from '../../../ui/staff-page.tsx';
import type { PreparationView } from './views.ts';

/** What every page of preparation is given. */
export interface PreparationProps {
  readonly view: PreparationView;
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
}

export const preparationAddress = ({ slug }: Pick<PreparationView, 'slug'>): string => `/org/c/${slug}/preparation`;

/** A page of staff about the preparation of a consultation. */
export function PreparationFrame(
  props: PreparationProps & {
    readonly title: string;
    readonly lead: readonly string[];
    /** The page of all steps is the last of the path. */
    readonly isSteps?: boolean;
    readonly busy?: boolean;
    readonly children: ComponentChildren;
  },
): JSX.Element {
  const { view, staff, frame, t, title, lead, isSteps = false, busy = false, children } = props;
  const between = isSteps ? undefined : { text: t.preparation.title, href: preparationAddress(view) };
  return (
    <StaffPage head={view} staff={staff} frame={frame} t={t} title={title} lead={lead} between={between} busy={busy}>
      {children}
      {!isSteps && (
        <p>
          <a href={preparationAddress(view)}>{t.preparation.back}</a>
        </p>
      )}
    </StaffPage>
  );
}

/** How far the reading of the registrar's file is. */
export const Reading = ({ progress, t }: { progress: number; t: Translation }): JSX.Element => (
  <p>
    <progress value={progress} max={1000} aria-label={t.preparation.reading} /> {t.preparation.reading}:{' '}
    {t.format.percentOf(progress, 1000, 0)}. {t.states.pendingRefreshes}
  </p>
);
