import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Status } from '../../../ui/section.tsx';
import type { Head } from './views.ts';

/** What every page about a consultation is given. */
export interface PageProps<View> {
  readonly view: View;
  readonly frame: Frame;
  readonly t: Translation;
}

/** A page of staff: who looks at it. */
export interface StaffProps<View> extends PageProps<View> {
  readonly staff: { readonly name: string };
}

const shapes = {
  draft: 'wait',
  frozen: 'check',
  open: 'ok',
  closed: 'wait',
  tallying: 'wait',
  provisional: 'check',
  certified: 'ok',
  annulled: 'no',
} as const satisfies Record<Head['status'], Parameters<typeof Status>[0]['is']>;

export const ConsultationStatus = ({ head, t }: { head: Head; t: Translation }): JSX.Element => (
  <Status is={shapes[head.status]}>{t.consultations.states[head.status]}</Status>
);

/** An amount in units of the consultation's currency, with its unit. */
export const money = (amount: string, { unit, decimals }: Head, t: Translation): string =>
  t.format.money(amount, decimals, unit);

export const moment = (instant: string, { zone }: Head, t: Translation): string => t.format.moment(instant, zone);

/** A page about a consultation for everyone. */
export function PublicPage(props: {
  head: Head;
  frame: Frame;
  t: Translation;
  title: string;
  lead?: readonly string[];
  acts?: ComponentChildren;
  /** Where it is not that of the consultation. */
  state?: ComponentChildren;
  /** Null for the page of the consultation itself. */
  crumb: string | null;
  children: ComponentChildren;
}): JSX.Element {
  const { head, frame, t, title, lead = [], acts, state, crumb, children } = props;
  const own = { text: head.title, href: crumb === null ? null : `/c/${head.slug}` };
  const here = crumb === null ? [] : [{ text: crumb, href: null }];
  return (
    <Document
      title={title}
      frame={frame}
      t={t}
      community={head.title}
      crumbs={[{ text: t.frame.home, href: '/' }, own, ...here]}
    >
      <div class="hero alone">
        <div>
          <p>{state ?? <ConsultationStatus head={head} t={t} />}</p>
          <h1>{title}</h1>
          {lead.length > 0 && <p class="lead">{lead.join(' ')}</p>}
          {acts !== undefined && <div class="acts">{acts}</div>}
        </div>
      </div>
      {children}
    </Document>
  );
}

/** When a consultation is open, in sentences, and whose hours these are. */
export function calendarWords(head: Head, t: Translation): readonly string[] {
  const words = t.consultations;
  const [from, to] = [moment(head.opensAt, head, t), moment(head.closesAt, head, t)];
  switch (head.status) {
    case 'draft':
    case 'frozen':
      return [words.opens(from), words.closes(to), words.zone(head.zone)];
    case 'open':
      return [words.closes(to), words.zone(head.zone)];
    case 'annulled':
      return [words.annulledLead];
    case 'closed':
    case 'tallying':
    case 'provisional':
    case 'certified':
      return [words.closed(to), words.zone(head.zone)];
  }
}

/** Links through a long list. */
export function Pager(props: {
  address: (page: number) => string;
  page: number;
  perPage: number;
  total: number;
  t: Translation;
  children?: ComponentChildren;
}): JSX.Element {
  const { address, page, perPage, total, t, children } = props;
  const from = (page - 1) * perPage;
  const words = t.consultations;
  return (
    <p class="pager">
      {total > 0 && <span>{words.pageOf(from + 1, Math.min(from + perPage, total), total)}</span>}
      {page > 1 && <a href={address(page - 1)}>{words.previous}</a>}
      {from + perPage < total && <a href={address(page + 1)}>{words.next}</a>}
      {children}
    </p>
  );
}
