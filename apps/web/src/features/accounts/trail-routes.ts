import { z } from 'zod';
import type { AppContext, Router } from '../../http/router.ts';
import type { Translation } from '../../i18n/translation.ts';
import type { PagesContext } from './pages-context.ts';
import { PublicTrailPage, TrailPage } from './pages/trail-page.tsx';
import type { TrailLineView, TrailView } from './pages/views.ts';
import type { TrailRecord } from './store-trail.ts';
import { showPublicTrail, showTrail, type TrailPart } from './usecases/show-trail.ts';

/** The audit trail: for staff where they have a role, for everyone what touches an outcome. */
export function trailRoutes(router: Router, { context, pages }: PagesContext): void {
  const access = { act: 'trail.read', on: 'anywhere' } as const;
  router.route({ method: 'GET', path: '/org/trail', access }, async (c) => {
    const { staff } = c.var;
    const part = await showTrail(context, staff.account, beforeOf(c));
    return pages.send(c, (frame, t) => TrailPage({ view: viewOf(c, part, t), staff, frame, t }));
  });
  router.route({ method: 'GET', path: '/c/:consultation/trail', access: 'public' }, async (c) => {
    const slug = c.req.param('consultation') ?? '';
    const part = await showPublicTrail(context, slug, beforeOf(c));
    if (part === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    return pages.send(c, (frame, t) => {
      const consultation = { title: titleIn(part.title, t), href: `/c/${slug}` };
      return PublicTrailPage({ view: viewOf(c, part, t), consultation, frame, t });
    });
  });
}

/** The line before which to read on; what is no number of a line counts as none. */
function beforeOf(c: AppContext): number | undefined {
  const asked = c.req.query('before') ?? '';
  return /^\d{1,15}$/u.test(asked) ? Number(asked) : undefined;
}

const languageMap = z.record(z.string(), z.string());

/** The title of a consultation in the language of the page; in another where it has none. */
export function titleIn(title: unknown, { locale }: Translation): string {
  const read = languageMap.safeParse(title);
  if (!read.success) return '';
  return read.data[locale] ?? Object.values(read.data)[0] ?? '';
}

function viewOf(c: AppContext, { lines, before }: TrailPart, t: Translation): TrailView {
  return {
    lines: lines.map((line) => lineOf(line, t)),
    older: before === undefined ? null : `${c.req.path}?before=${before}`,
    newest: beforeOf(c) === undefined ? null : c.req.path,
  };
}

function lineOf(line: TrailRecord, t: Translation): TrailLineView {
  return {
    number: line.number,
    at: line.happenedAt.toISOString(),
    event: line.event,
    actor: line.actorName,
    place: line.territoryName,
    reason: line.reason,
    details: detailsOf(line.details, t),
    isPublic: line.isPublic,
  };
}

const detailForm = z.record(z.string(), z.unknown());

/** What a line tells besides, as far as it has a name in the language of the page. */
function detailsOf(details: unknown, { accounts, format }: Translation): TrailLineView['details'] {
  const read = detailForm.safeParse(details);
  if (!read.success) return [];
  const names: Readonly<Partial<Record<string, string>>> = { ...accounts.roles, ...accounts.acts };
  return Object.entries(read.data).flatMap(([key, value]) => {
    const name = accounts.details[key];
    if (name === undefined) return [];
    if (typeof value === 'number') return [[name, format.count(value)] as const];
    return typeof value === 'string' ? [[name, names[value] ?? value] as const] : [];
  });
}
