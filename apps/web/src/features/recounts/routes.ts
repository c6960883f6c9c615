import { makeCrowd } from '../../http/crowd.ts';
import type { Router } from '../../http/router.ts';
import { askRoutes } from './api/ask-routes.ts';
import { readRoutes } from './api/read-routes.ts';
import { bringRoutes } from './bring-routes.ts';
import { fileRoutes } from './file-routes.ts';
import { mostBringing, type PagesContext } from './pages-context.ts';
import { resultRoutes } from './result-routes.ts';

/** Every page of recounts, and their API. */
export function recountRoutes(router: Router, given: Omit<PagesContext, 'bringing'>): void {
  const site: PagesContext = { ...given, bringing: makeCrowd(mostBringing) };
  bringRoutes(router, site);
  resultRoutes(router, site);
  fileRoutes(router, site);
  askRoutes(router, site);
  readRoutes(router, site);
}
