import { z } from 'zod';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable, sendTable } from '../../http/send-table.ts';
import type { Translation } from '../../i18n/translation.ts';
import type { PagesContext } from './pages-context.ts';
import { PublicTrailPage, TrailPage } from './pages/trail-page.tsx';
import { toldDetails } from './pages/told-details.ts';
import type { TrailLineView, TrailView } from './pages/views.ts';
import type { TrailRecord } from './store-trail.ts';
import { publicTrailTable, showPublicTrail, showTrail, type TrailPart, trailTable } from './usecases/show-trail.ts';
import { staffZone } from './usecases/staff-zone.ts';

/** The audit trail: for staff where they have a role, for everyone what touches an outcome. */
export function trailRoutes(router: Router, { context, pages }: PagesContext): void {
  const access = { act: 'trail.read', on: 'anywhere' } as const;
  router.route({ method: 'GET', path: '/org/trail', access }, async (c) => {
    const { staff } = c.var;
    const part = await showTrail(context, staff.account, beforeOf(c));
    const zone = await staffZone(context);
    return pages.send(c, (frame, t) => TrailPage({ view: viewOf(c, part, zone, t), staff, frame, t }));
  });
  router.route({ method: 'GET', path: '/org/trail.csv', access }, async (c) =>
    sendTable(c, 'trail.csv', await trailTable(context, c.var.staff.account)),
  );
  router.route({ method: 'GET', path: '/c/:consultation/trail', access: 'public' }, async (c) => {
    const slug = c.req.param('consultation') ?? '';
    const part = await showPublicTrail(context, slug, beforeOf(c));
    if (part === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    return pages.send(c, (frame, t) => {
      const consultation = { title: titleIn(part.title, t), href: `/c/${slug}` };
      return PublicTrailPage({ view: viewOf(c, part, part.zone, t), consultation, frame, t });
    });
  });
  router.route({ method: 'GET', path: '/c/:consultation/trail.csv', access: 'public' }, async (c) => {
    const slug = c.req.param('consultation') ?? '';
    const table = await publicTrailTable(context, slug);
    if (table === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    return sendShortTable(c, `${slug}-trail.csv`, table, 'public, no-cache');
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

function viewOf(c: AppContext, { lines, before }: TrailPart, zone: string, t: Translation): TrailView {
  return {
    zone,
    lines: lines.map((line) => lineOf(line, zone, t)),
    older: before === undefined ? null : `${c.req.path}?before=${before}`,
    newest: beforeOf(c) === undefined ? null : c.req.path,
  };
}

function lineOf(line: TrailRecord, zone: string, t: Translation): TrailLineView {
  return {
    number: line.number,
    at: line.happenedAt.toISOString(),
    event: line.event,
    actor: line.actorName,
    place: line.territoryName,
    reason: line.reason,
    details: detailsOf(line.details, zone, t),
    isPublic: line.isPublic,
  };
}

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/u;

/** What a line tells besides, in the language of the page. */
function detailsOf(details: unknown, zone: string, { accounts, format }: Translation): TrailLineView['details'] {
  const words: Readonly<Partial<Record<string, string>>> = {
    ...accounts.roles,
    ...accounts.acts,
    ...accounts.detailValues,
  };
  return toldDetails(details).map(({ name, value }) => {
    if (typeof value === 'number') {
      return [accounts.details[name], name === 'bytes' ? format.bytes(value) : format.count(value)] as const;
    }
    // A place in words is one; as a number it is a trustee's.
    const called = name === 'place' ? accounts.detailPlace : accounts.details[name];
    return [called, instant.test(value) ? format.moment(value, zone) : (words[value] ?? value)] as const;
  });
}
