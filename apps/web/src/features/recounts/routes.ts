import type { Router } from '../../http/router.ts';
import { bringRoutes } from './bring-routes.ts';
import { fileRoutes } from './file-routes.ts';
import type { PagesContext } from './pages-context.ts';
import { resultRoutes } from './result-routes.ts';

/** Every page of recounts. */
export function recountRoutes(router: Router, site: PagesContext): void {
  bringRoutes(router, site);
  resultRoutes(router, site);
  fileRoutes(router, site);
}
