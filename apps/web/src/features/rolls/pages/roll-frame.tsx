import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import type { Frame } from '../../../ui/frame.ts';
import { Hero } from '../../../ui/section.tsx';
import { StaffDocument } from '../../../ui/staff-document.tsx';
import { rollAddress, type RollHead, type Staff } from './views.ts';

/** What every page of staff about a roll is given. */
export interface RollPageProps<View> {
  readonly view: View;
  readonly staff: Staff;
  readonly frame: Frame;
  readonly t: Translation;
}

/** A page of staff about the roll of a consultation: below its control room. */
export function RollStaffPage(props: {
  head: RollHead;
  staff: Staff;
  frame: Frame;
  t: Translation;
  title: string;
  above?: string;
  /** The first sentence large, the others below it. */
  lead: readonly string[];
  acts?: ComponentChildren;
  /** The page of the roll itself is the last of the path. */
  isRoll?: boolean;
  isError?: boolean;
  busy?: boolean;
  children: ComponentChildren;
}): JSX.Element {
  const {
    head,
    staff,
    frame,
    t,
    title,
    above,
    lead,
    acts,
    isRoll = false,
    isError = false,
    busy = false,
    children,
  } = props;
  const roll = { text: t.rolls.title, href: isRoll ? null : rollAddress(head) };
  return (
    <StaffDocument
      title={isError ? t.frame.errorTitle(title) : title}
      frame={frame}
      t={t}
      staff={staff}
      community={head.title}
      busy={busy}
      crumbs={[
        { text: t.accounts.tasks, href: '/org' },
        { text: head.title, href: `/org/c/${head.slug}` },
        roll,
        ...(isRoll ? [] : [{ text: title, href: null }]),
      ]}
    >
      <Hero above={above ?? head.title} title={title} lead={lead.slice(0, 1)} acts={acts} />
      {lead.slice(1).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {children}
    </StaffDocument>
  );
}

/** Names and what they are, one below the other. */
export const Facts = ({ rows }: { rows: readonly (readonly [string, ComponentChildren])[] }): JSX.Element => (
  <dl class="facts">
    {rows.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** A long number that is compared, never read. */
export const Hash = ({ children }: { children: string }): JSX.Element => (
  <code dir="ltr" class="hash">
    {children}
  </code>
);
