import type { PageSender } from '../../http/page-sender.ts';
import type { TerritoriesContext } from './territories-context.ts';

/** What the routes of territories answer with. */
export interface PagesContext {
  readonly context: TerritoriesContext;
  readonly pages: PageSender;
}

export const maximumImportBytes = 20_000_000;
