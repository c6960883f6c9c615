import { sendShortTable, sendTable } from '../../http/send-table.ts';
import type { Router } from '../../http/router.ts';
import { withConsultation } from './consultation-routes.ts';
import { additionRoutes } from './addition-routes.ts';
import { askRoutes } from './ask-routes.ts';
import { changesCsv, rollCsv, versionsCsv } from './downloads/roll-csv.ts';
import { freezeRoutes } from './freeze-routes.ts';
import { importRoutes } from './import-routes.ts';
import { RollPage } from './pages/roll-page.tsx';
import { VersionPage } from './pages/version-page.tsx';
import { listedPeople, type RollView, type VersionRow, type VersionView } from './pages/views.ts';
import type { PagesContext } from './pages-context.ts';
import { unfreezeRoutes } from './unfreeze-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import type { RolledConsultation, VersionRecord } from './store.ts';
import { showUnfreezing } from './usecases/take-back-freezing.ts';
import { exportChanges, exportRoll, showRoll, showVersion } from './usecases/show-roll.ts';

const rollPath = '/org/c/:consultation/roll';
const access = { act: 'roll.read', on: 'consultation' } as const;

/** Every page of rolls: the registrar's, and the one where people ask about themselves. */
export function rollRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: rollPath, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const view = await rollView(site, head);
      return pages.send(c, (frame, t) => RollPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/versions/:version`, access }, (c) =>
    withConsultation(site, c, async (head) => {
      const number = Number(c.req.param('version'));
      const shown = Number.isSafeInteger(number)
        ? await showVersion(context, head.id, number, listedPeople)
        : undefined;
      if (shown === undefined) return pages.problem(c, { type: 'not_found' }, 404);
      const view: VersionView = { head, version: versionRow(shown.version), changes: shown.changes };
      return pages.send(c, (frame, t) => VersionPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/versions/:version/changes.csv`, access }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      const number = Number(c.req.param('version'));
      const changes = Number.isSafeInteger(number) ? await exportChanges(context, id, number) : undefined;
      if (changes === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
      return sendTable(c, `${slug}-roll-${number}-changes.csv`, changesCsv(changes));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/files/versions.csv`, access }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      const { versions } = await showRoll(context, id);
      return await sendShortTable(c, `${slug}-roll-versions.csv`, versionsCsv(versions));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/files/roll.csv`, access }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      return Promise.resolve(sendTable(c, `${slug}-roll.csv`, rollCsv(exportRoll(context, id))));
    }),
  );
  ruleRoutes(router, site);
  importRoutes(router, site);
  freezeRoutes(router, site);
  unfreezeRoutes(router, site);
  additionRoutes(router, site);
  askRoutes(router, site);
}

async function rollView({ context }: PagesContext, head: RolledConsultation): Promise<RollView> {
  const { roll, people, versions, newest } = await showRoll(context, head.id);
  const isWaiting = newest !== undefined && ['queued', 'reading', 'ready', 'applying'].includes(newest.status);
  return {
    head,
    eligibility: roll?.eligibility ?? null,
    people,
    frozen: roll?.frozen == null ? null : { ...roll.frozen, at: roll.frozen.at.toISOString() },
    waiting: isWaiting ? { id: newest.id, sourceName: newest.sourceName } : null,
    mayUnfreeze: roll?.frozen != null && (await showUnfreezing(context, head.id)).mayPropose,
    versions: versions.map(versionRow),
  };
}

const versionRow = (version: VersionRecord): VersionRow => ({ ...version, createdAt: version.createdAt.toISOString() });
