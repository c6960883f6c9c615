import type { Router } from '../../http/router.ts';
import type { ResultsSite } from './answers.ts';
import { fileRoutes } from './file-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { staffRoutes } from './staff-routes.ts';

/** Results of consultations: the way to them, the pages that everybody reads, the files that everybody checks. */
export function resultsRoutes(router: Router, site: ResultsSite): void {
  publicRoutes(router, site);
  fileRoutes(router, site);
  staffRoutes(router, site);
}
