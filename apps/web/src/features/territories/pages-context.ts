import type { PageSender } from '../../http/page-sender.ts';
import type { AppContext } from '../../http/router.ts';
import type { TerritoriesContext } from './territories-context.ts';

/** What the routes of territories answer with. */
export interface PagesContext {
  readonly context: TerritoriesContext;
  readonly pages: PageSender;
}

export const maximumImportBytes = 20_000_000;

const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** The id in the address, undefined where it can be none. */
export function idOf(c: AppContext): string | undefined {
  const id = c.req.param('id');
  return id !== undefined && idPattern.test(id) ? id : undefined;
}
