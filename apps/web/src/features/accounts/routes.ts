import type { Router } from '../../http/router.ts';
import { actsRoutes } from './acts-routes.ts';
import type { PagesContext } from './pages-context.ts';
import { ownAccountRoutes } from './own-account-routes.ts';
import { peopleRoutes } from './people-routes.ts';
import { rightsRoutes } from './rights-routes.ts';
import { setUpRoutes } from './set-up-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';
import { trailRoutes } from './trail-routes.ts';

/** Every page of staff accounts, and the public trail. */
export function accountRoutes(router: Router, site: PagesContext): void {
  signInRoutes(router, site);
  setUpRoutes(router, site);
  ownAccountRoutes(router, site);
  actsRoutes(router, site);
  peopleRoutes(router, site);
  rightsRoutes(router, site);
  trailRoutes(router, site);
}
