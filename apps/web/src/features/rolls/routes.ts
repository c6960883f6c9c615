import { sendShortTable, sendTable } from '../../http/send-table.ts';
import type { Router } from '../../http/router.ts';
import { withConsultation } from './consultation-routes.ts';
import { additionRoutes } from './addition-routes.ts';
import { askRoutes } from './ask-routes.ts';
import { changesCsv, rollCsv, versionsCsv } from './downloads/roll-csv.ts';
import { freezeRoutes } from './freeze-routes.ts';
import { bringRoutes } from './bring-routes.ts';
import { importRoutes } from './import-routes.ts';
import { RollPage } from './pages/roll-page.tsx';
import { VersionPage } from './pages/version-page.tsx';
import { listedPeople, partAddress, rollAddress, type RollView, versionRow, type VersionView } from './pages/views.ts';
import { partRoutes } from './part-routes.ts';
import type { PagesContext } from './pages-context.ts';
import { unfreezeRoutes } from './unfreeze-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import type { RolledConsultation } from './store.ts';
import { filesOnTheirWay, keptBy, sumOfParts } from './usecases/show-parts.ts';
import { showUnfreezing } from './usecases/take-back-freezing.ts';
import { exportChanges, exportRoll, showRoll, showVersion } from './usecases/show-roll.ts';

const rollPath = '/org/c/:consultation/roll';
const act = 'roll.read';
const ofWhole = { act, on: 'consultation' } as const;
const ofVersion = { act, on: 'roll_version' } as const;

/** Every page of rolls: the registrar's, and the one where people ask about themselves. */
export function rollRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: rollPath, access: { act, on: 'part' } }, (c) =>
    withConsultation(site, c, async (head) => {
      const scope = await keptBy(context, head, c.var.staff.account);
      if (scope !== 'whole') {
        const [first = '', ...others] = scope;
        return c.redirect(others.length === 0 ? partAddress(head, first) : `${rollAddress(head)}/parts`, 303);
      }
      const view = await rollView(site, head);
      return pages.send(c, (frame, t) => RollPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/versions/:version`, access: ofVersion }, (c) =>
    withConsultation(site, c, async (head) => {
      const number = Number(c.req.param('version'));
      const shown = Number.isSafeInteger(number)
        ? await showVersion(context, head.id, number, listedPeople)
        : undefined;
      if (shown === undefined) return pages.problem(c, { type: 'not_found' }, 404);
      const isWhole = (await keptBy(context, head, c.var.staff.account)) === 'whole';
      const { version, changes } = shown;
      const total = isWhole ? version.total : null;
      const view: VersionView = { head, version: versionRow(version), total, changes };
      return pages.send(c, (frame, t) => VersionPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/versions/:version/changes.csv`, access: ofVersion }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      const number = Number(c.req.param('version'));
      const changes = Number.isSafeInteger(number) ? await exportChanges(context, id, number) : undefined;
      if (changes === undefined) return await pages.problem(c, { type: 'not_found' }, 404);
      return sendTable(c, `${slug}-roll-${number}-changes.csv`, changesCsv(changes));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/files/versions.csv`, access: ofWhole }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      const { versions } = await showRoll(context, id);
      return await sendShortTable(c, `${slug}-roll-versions.csv`, versionsCsv(versions));
    }),
  );
  router.route({ method: 'GET', path: `${rollPath}/files/roll.csv`, access: ofWhole }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      return Promise.resolve(sendTable(c, `${slug}-roll.csv`, rollCsv(exportRoll(context, id))));
    }),
  );
  ruleRoutes(router, site);
  bringRoutes(router, site);
  importRoutes(router, site);
  partRoutes(router, site);
  freezeRoutes(router, site);
  unfreezeRoutes(router, site);
  additionRoutes(router, site);
  askRoutes(router, site);
}

async function rollView({ context }: PagesContext, head: RolledConsultation): Promise<RollView> {
  const [{ roll, people, versions }, waiting, parts] = await Promise.all([
    showRoll(context, head.id),
    filesOnTheirWay(context, head.id, 'whole'),
    sumOfParts(context, head.id),
  ]);
  return {
    head,
    eligibility: roll?.eligibility ?? null,
    people,
    frozen: roll?.frozen == null ? null : { ...roll.frozen, at: roll.frozen.at.toISOString() },
    ...{ waiting, parts },
    mayUnfreeze: roll?.frozen != null && (await showUnfreezing(context, head.id)).mayPropose,
    versions: versions.map(versionRow),
  };
}
