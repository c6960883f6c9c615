import type { Router } from '../../http/router.ts';
import type { PagesContext } from './answers.ts';
import { annulRoutes } from './annul-routes.ts';
import { calendarRoutes } from './calendar-routes.ts';
import { contestRoutes } from './contest-routes.ts';
import { envelopeRoutes } from './envelope-routes.ts';
import { freezingRoutes } from './freezing-routes.ts';
import { newRoutes } from './new-routes.ts';
import { optionRoutes } from './option-routes.ts';
import { orderRoutes } from './order-routes.ts';
import { previewRoutes } from './preview-routes.ts';
import { publicRoutes } from './public-routes.ts';
import { roomRoutes } from './room-routes.ts';
import { ruleRoutes } from './rule-routes.ts';
import { secondFactorRoutes } from './second-factor-routes.ts';
import { stationRoutes } from './station-routes.ts';
import { voteRoutes } from './vote-routes.ts';

/** Every page of consultations. What is new stands before what has a name of its own. */
export function consultationRoutes(router: Router, site: PagesContext): void {
  newRoutes(router, site);
  roomRoutes(router, site);
  annulRoutes(router, site);
  calendarRoutes(router, site);
  envelopeRoutes(router, site);
  secondFactorRoutes(router, site);
  stationRoutes(router, site);
  ruleRoutes(router, site);
  previewRoutes(router, site);
  freezingRoutes(router, site);
  orderRoutes(router, site);
  voteRoutes(router, site);
  contestRoutes(router, site);
  optionRoutes(router, site);
  publicRoutes(router, site);
}
