import type { Router } from '../../http/router.ts';
import { boardRoutes } from './board-routes.ts';
import { castRoutes } from './cast-routes.ts';
import { findRoutes } from './find-routes.ts';
import { secondRoutes } from './second-routes.ts';
import type { BallotsSite } from './site-context.ts';

/** Everything about ballots that anybody may ask for. */
export function ballotRoutes(router: Router, site: BallotsSite): void {
  castRoutes(router, site);
  boardRoutes(router, site);
  findRoutes(router, site);
  secondRoutes(router, site);
}
