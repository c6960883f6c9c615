import { encodedBody, sendBody } from '../../http/encoded-body.ts';
import type { Router } from '../../http/router.ts';
import { askedOf, idIn, notFound, roomQueryIn, typedIn, type PagesContext } from './answers.ts';
import { BulkPage, WorkPage } from './pages/bulk-pages.tsx';
import { roomAddress, RoomPage } from './pages/room-page.tsx';
import type { WorkName } from './pages/views.ts';
import { askForWork, showWork, workActs } from './usecases/bulk-work.ts';
import { optionsTable, roomTable } from './usecases/download-tables.ts';
import { headOf } from './usecases/show-consultation.ts';
import { roomView } from './usecases/show-room.ts';

const room = '/org/c/:consultation';
const read = { act: 'control.read', on: 'consultation' } as const;
const csv = 'text/csv; charset=utf-8; header=present';
const works = ['approve_options', 'sign_waivers', 'remove_contests'] as const satisfies readonly WorkName[];

/** The control room, its tables as files, and what is done to many contests at once. */
export function roomRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: room, access: read }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const view = await roomView(context, consultation, roomQueryIn(c), c.var.locale);
    return pages.send(c, (frame, t) => RoomPage({ staff: c.var.staff, view, frame, t }));
  });

  router.route({ method: 'GET', path: `${room}/contests.csv`, access: read }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const table = await roomTable(context, consultation, roomQueryIn(c), c.var.locale);
    c.header('Content-Disposition', `attachment; filename="${consultation.slug}-contests.csv"`);
    return sendBody(c, encodedBody(csv, table, 4), { cache: 'private, no-cache' });
  });

  router.route({ method: 'GET', path: `${room}/options.csv`, access: read }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const table = await optionsTable(context, consultation, roomQueryIn(c));
    c.header('Content-Disposition', `attachment; filename="${consultation.slug}-options.csv"`);
    return sendBody(c, encodedBody(csv, table, 4), { cache: 'private, no-cache' });
  });

  for (const work of works) bulkRoutes(router, site, work);

  router.route({ method: 'GET', path: `${room}/work/:work`, access: read }, async (c) => {
    const [consultation, id] = [await askedOf(site, c), idIn(c, 'work')];
    if (consultation === undefined || id === undefined) return notFound(site, c);
    const record = await showWork(context, consultation.id, id);
    if (record === undefined) return notFound(site, c);
    const { work, contests: of, done, changed, finishedAt } = record;
    const head = headOf(consultation, c.var.locale);
    const isOver = finishedAt !== null;
    if (!isOver) c.header('Refresh', '1');
    return pages.send(c, (frame, t) =>
      WorkPage({ staff: c.var.staff, view: { head, work, of, done, changed, isOver }, frame, t }),
    );
  });
}

function bulkRoutes(router: Router, site: PagesContext, work: WorkName): void {
  const { context, pages } = site;
  const bulk = { path: `${room}/bulk/${work}`, access: { act: workActs[work], on: 'consultation' } } as const;
  const preview = async (c: Parameters<typeof askedOf>[1], isOld: boolean): Promise<Response> => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const { head, query, total, lines } = await roomView(context, consultation, roomQueryIn(c), c.var.locale);
    const view = { head, work, query: { ...query, page: 1 }, total, first: lines, isOld };
    return await pages.send(c, (frame, t) => BulkPage({ staff: c.var.staff, view, frame, t }), isOld ? 409 : 200);
  };
  router.route({ ...bulk, method: 'GET' }, (c) => preview(c, false));
  router.route({ ...bulk, method: 'POST' }, async (c) => {
    const consultation = await askedOf(site, c);
    if (consultation === undefined) return notFound(site, c);
    const expected = Number((await typedIn(c)).get('expected'));
    const query = roomQueryIn(c);
    const asked = await askForWork(context, consultation.id, { work, query, expected }, c.var.staff.account);
    if (asked.ok) return c.redirect(`/org/c/${consultation.slug}/work/${asked.value}`, 303);
    return asked.error.type === 'not_draft'
      ? c.redirect(roomAddress(`/org/c/${consultation.slug}`, query), 303)
      : await preview(c, true);
  });
}
