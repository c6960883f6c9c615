import { idIn } from '../../http/address-parts.ts';
import type { Router } from '../../http/router.ts';
import { sendTable } from '../../http/send-table.ts';
import { sendPieces } from '../../http/sent-pieces.ts';
import { importRoutes } from './import-routes.ts';
import { territoriesCsv, territoriesGeoJson } from './downloads/tables.ts';
import { TerritoryPage, treeAddress, TreePage } from './pages/tree-page.tsx';
import { listedRows } from './pages/views.ts';
import { type PagesContext } from './pages-context.ts';
import { exportTree, showTerritory, showTree } from './usecases/show-tree.ts';

/** Every page of territories: staff of any role may look at the tree, administrators change it. */
export function territoryRoutes(router: Router, site: PagesContext): void {
  const { context, pages } = site;
  router.route({ method: 'GET', path: treeAddress, access: 'signed-in' }, async (c) => {
    const view = await showTree(context, c.req.query('q') ?? '');
    return pages.send(c, (frame, t) => TreePage({ view, staff: c.var.staff, frame, t }));
  });
  router.route({ method: 'GET', path: `${treeAddress}/files/territories.csv`, access: 'signed-in' }, (c) =>
    sendTable(c, 'territories.csv', territoriesCsv(exportTree(context, false))),
  );
  router.route({ method: 'GET', path: `${treeAddress}/files/territories.geojson`, access: 'signed-in' }, (c) => {
    const file = { name: 'territories.geojson', type: 'application/geo+json' };
    return sendPieces(c, file, territoriesGeoJson(exportTree(context, true)));
  });
  importRoutes(router, site);
  router.route({ method: 'GET', path: `${treeAddress}/:id`, access: 'signed-in' }, async (c) => {
    const id = idIn(c, 'id');
    const from = Number.parseInt(c.req.query('from') ?? '1', 10);
    const view = id === undefined ? undefined : await showTerritory(context, id, from > 0 ? from : 1, listedRows);
    if (view === undefined) return pages.problem(c, { type: 'not_found' }, 404);
    return pages.send(c, (frame, t) => TerritoryPage({ view, staff: c.var.staff, frame, t }));
  });
}
