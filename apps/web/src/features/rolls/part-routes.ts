import { pageIn } from '../../http/address-parts.ts';
import type { AppContext, Router } from '../../http/router.ts';
import { sendShortTable, sendTable } from '../../http/send-table.ts';
import { withConsultation } from './consultation-routes.ts';
import { partsCsv, partVersionsCsv, rollCsv } from './downloads/roll-csv.ts';
import { PartPage } from './pages/part-page.tsx';
import { PartsPage } from './pages/parts-page.tsx';
import { type PartsView, type PartView, partsPerPage, versionRow } from './pages/views.ts';
import type { PagesContext } from './pages-context.ts';
import type { RolledConsultation } from './store.ts';
import { exportParts, keptBy, partOf, showPart, showParts } from './usecases/show-parts.ts';
import { exportRoll } from './usecases/show-roll.ts';

const listPath = '/org/c/:consultation/roll/parts';
const partPath = `${listPath}/:territory`;
const inPart = { act: 'roll.read', on: 'roll_part' } as const;
/** Who keeps parts sees those. */
const ofParts = { act: 'roll.read', on: 'part' } as const;

/** The parts of a roll: their list, and each with its people, versions and files. */
export function partRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: listPath, access: ofParts }, (c) =>
    withConsultation(site, c, async (head) => {
      const scope = await keptBy(context, head, c.var.staff.account);
      const page = pageIn(c, 'p');
      const place = { from: (page - 1) * partsPerPage, most: partsPerPage };
      const { parts, all, peopled } = await showParts(context, head.id, scope, place);
      const rows = parts.map((part) => ({ ...part, at: part.at?.toISOString() ?? null }));
      const view: PartsView = { head, parts: rows, all, peopled, page };
      return await pages.send(c, (frame, t) => PartsPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: '/org/c/:consultation/roll/files/parts.csv', access: ofParts }, (c) =>
    withConsultation(site, c, async (head) => {
      const scope = await keptBy(context, head, c.var.staff.account);
      const table = partsCsv(await exportParts(context, head.id, scope));
      return await sendShortTable(c, `${head.slug}-roll-parts.csv`, table);
    }),
  );
  router.route({ method: 'GET', path: partPath, access: inPart }, (c) =>
    withConsultation(site, c, async (head) => {
      const view = await partView(site, head, territoryIn(c));
      return await pages.send(c, (frame, t) => PartPage({ view, staff: c.var.staff, frame, t }));
    }),
  );
  router.route({ method: 'GET', path: `${partPath}/files/versions.csv`, access: inPart }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      const { versions } = await showPart(context, id, territoryIn(c));
      return await sendShortTable(c, `${slug}-roll-part-versions.csv`, partVersionsCsv(versions));
    }),
  );
  router.route({ method: 'GET', path: `${partPath}/files/roll.csv`, access: inPart }, (c) =>
    withConsultation(site, c, async ({ id, slug }) => {
      const { id: part } = await partOf(context, territoryIn(c));
      return sendTable(c, `${slug}-roll-part.csv`, rollCsv(exportRoll(context, id, part)));
    }),
  );
}

/** The gate has found it. */
const territoryIn = (c: AppContext): string => c.req.param('territory') ?? '';

async function partView({ context }: PagesContext, head: RolledConsultation, territory: string): Promise<PartView> {
  const { part, roll, people, versions, waiting } = await showPart(context, head.id, territory);
  return {
    head,
    part,
    eligibility: roll?.eligibility ?? null,
    people,
    frozenAt: roll?.frozen?.at.toISOString() ?? null,
    waiting,
    versions: versions.map(versionRow),
  };
}
