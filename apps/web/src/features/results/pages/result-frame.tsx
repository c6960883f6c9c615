import type { ComponentChildren, JSX } from 'preact';
import type { Translation } from '../../../i18n/translation.ts';
import { Document } from '../../../ui/document.tsx';
import type { Frame } from '../../../ui/frame.ts';
import { Status } from '../../../ui/section.tsx';
import type { ResultHead } from './views.ts';

/** What every page of a result is given. */
export interface PageProps<View> {
  readonly view: View;
  readonly frame: Frame;
  readonly t: Translation;
}

export const resultAddress = ({ slug }: Pick<ResultHead, 'slug'>, code: string | null = null): string =>
  `/c/${slug}/result${code === null ? '' : `/${encodeURIComponent(code)}`}`;

export const contestAddress = ({ slug }: Pick<ResultHead, 'slug'>, contest: string): string =>
  `/c/${slug}/contests/${contest}/result`;

/** A public page of a consultation's result. */
export function ResultFrame(props: {
  readonly slug: string;
  readonly consultation: string;
  readonly title: string;
  readonly frame: Frame;
  readonly t: Translation;
  readonly community: string;
  readonly lead?: readonly string[];
  /** Beside the heading, what the result is worth so far. */
  readonly stage?: ResultHead['stage'];
  readonly acts?: ComponentChildren;
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly busy?: boolean;
  readonly children: ComponentChildren;
}): JSX.Element {
  const { slug, consultation, title, frame, t, community, lead = [], stage, acts, crumbs, busy = false } = props;
  return (
    <Document
      title={`${title}. ${consultation}`}
      frame={frame}
      t={t}
      community={community}
      crumbs={[{ text: t.frame.home, href: '/' }, { text: consultation, href: `/c/${slug}` }, ...crumbs]}
      busy={busy}
    >
      <div class="hero alone">
        <div>
          <p>
            {stage === undefined ? (
              consultation
            ) : (
              <Status is={stage === 'certified' ? 'ok' : 'check'}>{t.results.stages[stage]}</Status>
            )}
          </p>
          <h1 class="poster">{title}</h1>
          {lead.length > 0 && <p class="lead">{lead.join(' ')}</p>}
          {acts !== undefined && <div class="acts">{acts}</div>}
          <OnPaper address={frame.here.split('?')[0] ?? ''} frame={frame} />
        </div>
      </div>
      {props.children}
    </Document>
  );
}

/** An address in full, on paper alone: there nothing can be pressed. */
export const OnPaper = ({ address, frame }: { readonly address: string; readonly frame: Frame }): JSX.Element => (
  <p class="onpaper">
    <bdi dir="ltr">
      {frame.origin ?? ''}
      {address}
    </bdi>
  </p>
);

/** Until when complaints are heard, where they are. */
export const complaintWords = ({ complaintsUntil, zone }: ResultHead, t: Translation): readonly string[] =>
  complaintsUntil === null ? [] : [t.results.complaintsUntil(`${t.format.moment(complaintsUntil, zone)} (${zone})`)];

/** Links through a long list; the other list of the page stays where it is. */
export function Pager(props: {
  readonly address: (page: number) => string;
  readonly part: { readonly page: number; readonly perPage: number; readonly total: number };
  readonly t: Translation;
}): JSX.Element | null {
  const { address, part, t } = props;
  const { page, perPage, total } = part;
  if (total <= perPage) return null;
  const from = (page - 1) * perPage;
  return (
    <p class="pager">
      <span>{t.results.pageOf(from + 1, Math.min(from + perPage, total), total)}</span>
      {page > 1 && <a href={address(page - 1)}>{t.results.previous}</a>}
      {from + perPage < total && <a href={address(page + 1)}>{t.results.next}</a>}
    </p>
  );
}
