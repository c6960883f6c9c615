import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { Hero } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
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
  const steps = { text: t.preparation.title, href: isSteps ? null : preparationAddress(view) };
  return (
    <StaffDocument
      title={title}
      frame={frame}
      t={t}
      staff={staff}
      community={view.title}
      crumbs={[
        { text: t.frame.home, href: '/org' },
        { text: t.controlRoom.title, href: `/org/c/${view.slug}` },
        steps,
        ...(isSteps ? [] : [{ text: title, href: null }]),
      ]}
      busy={busy}
    >
      <Hero above={view.title} title={title} lead={lead} />
      {children}
      {!isSteps && (
        <p>
          <a href={preparationAddress(view)}>{t.preparation.back}</a>
        </p>
      )}
    </StaffDocument>
  );
}
