import type { Act } from '@convite/domain';
import { idIn } from '../../http/address-parts.ts';
import { readForm } from '../../http/read-form.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable } from '../../http/send-table.ts';
import { inScope, notFound, type PagesContext, roomQueryIn } from './answers.ts';
import { BulkPage, WorkPage } from './pages/bulk-pages.tsx';
import { roomAddress, RoomPage } from './pages/room-page.tsx';
import type { WorkName } from './pages/views.ts';
import type { ConsultationRecord } from './store.ts';
import { askForWork, showWork, workActs } from './usecases/bulk-work.ts';
import { optionsTable, roomTable } from './usecases/download-tables.ts';
import { type Scope, scopesOf } from './usecases/find-scope.ts';
import { headOf } from './usecases/show-consultation.ts';
import { roomView } from './usecases/show-room.ts';

/** People of a region see and do in the room of the whole what is theirs: the gate lets in, the scope decides. */
const room = '/org/c/:consultation';
const read = { act: 'control.read', on: 'part' } as const;
const works = ['approve_options', 'sign_waivers', 'remove_contests'] as const satisfies readonly WorkName[];
const roomActs: readonly Act[] = [...new Set<Act>([...Object.values(workActs), 'contests.annul', 'roll.read'])];

/** The control room, its tables as files, and what is done to many contests at once. */
export function roomRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: room, access: read }, (c) =>
    inScope(site, c, 'control.read', async (consultation, scope) => {
      const shown = await roomView(context, consultation, roomQueryIn(c), scope, c.var.locale);
      // What somebody may not do is not offered.
      const may = await scopesOf(context, consultation, c.var.staff.account, roomActs);
      const view = {
        ...shown,
        steps: shown.steps.map((step) =>
          step.name === 'roll' && !may.has('roll.read') ? { ...step, href: null } : step,
        ),
        hasRollOfPart: may.has('roll.read') && may.get('roll.read') !== 'whole',
        works: shown.works.filter((work) => may.has(workActs[work])),
        mayAnnul: shown.mayAnnul && may.has('contests.annul'),
      };
      return await pages.send(c, (frame, t) => RoomPage({ staff: c.var.staff, view, frame, t }));
    }),
  );

  router.route({ method: 'GET', path: `${room}/contests.csv`, access: read }, (c) =>
    inScope(site, c, 'control.read', async (consultation, scope) => {
      const table = await roomTable(context, consultation, roomQueryIn(c), scope, c.var.locale);
      return await sendShortTable(c, `${consultation.slug}-contests.csv`, table);
    }),
  );

  router.route({ method: 'GET', path: `${room}/options.csv`, access: read }, (c) =>
    inScope(site, c, 'control.read', async (consultation, scope) => {
      const table = await optionsTable(context, consultation, roomQueryIn(c), scope);
      return await sendShortTable(c, `${consultation.slug}-options.csv`, table);
    }),
  );

  for (const work of works) bulkRoutes(router, site, work);

  router.route({ method: 'GET', path: `${room}/work/:work`, access: read }, (c) =>
    inScope(site, c, 'control.read', async (consultation) => {
      const id = idIn(c, 'work');
      const record = id === undefined ? undefined : await showWork(context, consultation.id, id);
      if (record === undefined) return await notFound(site, c);
      const { work, contests: of, done, changed, state } = record;
      const head = headOf(consultation, c.var.locale);
      const isOver = state === 'finished';
      if (!isOver) c.header('Refresh', '1');
      const view = { head, work, of, done, changed, isOver };
      return await pages.send(c, (frame, t) => WorkPage({ staff: c.var.staff, view, frame, t }));
    }),
  );
}

function bulkRoutes(router: Router, site: PagesContext, work: WorkName): void {
  const { context, pages } = site;
  const act = workActs[work];
  const bulk = { path: `${room}/bulk/${work}`, access: { act, on: 'part' } } as const;
  const preview = async (
    c: AppContext,
    consultation: ConsultationRecord,
    scope: Scope,
    isOld: boolean,
  ): Promise<Response> => {
    const query = { ...roomQueryIn(c), page: 1 };
    const { head, total, set, lines } = await roomView(context, consultation, query, scope, c.var.locale);
    const view = { head, work, query, total, set, first: lines, isOld };
    return await pages.send(c, (frame, t) => BulkPage({ staff: c.var.staff, view, frame, t }), isOld ? 409 : 200);
  };
  router.route({ ...bulk, method: 'GET' }, (c) =>
    inScope(site, c, act, (consultation, scope) => preview(c, consultation, scope, false)),
  );
  router.route({ ...bulk, method: 'POST' }, (c) =>
    inScope(site, c, act, async (consultation, scope) => {
      const set = (await readForm(c)).get('set') ?? '';
      const asked = { work, query: roomQueryIn(c), scope, set };
      const begun = await askForWork(context, consultation.id, asked, c.var.staff.account);
      if (begun.ok) return c.redirect(`/org/c/${consultation.slug}/work/${begun.value}`, 303);
      return begun.error.type === 'not_draft'
        ? c.redirect(roomAddress(`/org/c/${consultation.slug}`, asked.query), 303)
        : await preview(c, consultation, scope, true);
    }),
  );
}
