import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../i18n/translation.ts';
import type { Frame } from './frame.ts';
import { Hero } from './section.tsx';
import { StaffDocument } from './staff-document.tsx';

/** A page of staff about a consultation: below its control room. */
export function StaffPage(props: {
  readonly head: { readonly slug: string; readonly title: string };
  readonly staff: { readonly name: string };
  readonly frame: Frame;
  readonly t: Translation;
  readonly title: string;
  readonly lead?: readonly string[];
  readonly above?: string;
  readonly acts?: ComponentChildren;
  /** The control room itself is the last of the path. */
  readonly isRoom?: boolean;
  /** The page of the path between the control room and this one. */
  readonly between?: { readonly text: string; readonly href: string } | undefined;
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { staff, head, frame, t, title, lead = [], above, acts, between, isRoom = false, busy = false } = props;
  return (
    <StaffDocument
      title={title}
      frame={frame}
      t={t}
      staff={staff}
      community={head.title}
      crumbs={[
        { text: t.accounts.tasks, href: '/org' },
        { text: t.controlRoom.title, href: isRoom ? null : `/org/c/${head.slug}` },
        ...(between === undefined ? [] : [between]),
        ...(isRoom ? [] : [{ text: title, href: null }]),
      ]}
      busy={busy}
    >
      <Hero above={above ?? head.title} title={title} lead={lead} acts={acts} />
      {props.children}
    </StaffDocument>
  );
}
