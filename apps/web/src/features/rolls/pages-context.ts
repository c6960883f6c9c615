import type { PageSender } from '../../http/page-sender.ts';
import type { RollsContext } from './rolls-context.ts';

/** What the routes of rolls answer with. */
export interface PagesContext {
  readonly context: RollsContext;
  readonly pages: PageSender;
}

/** A million lines with documents and addresses are about 110 MB. */
export const maximumRollBytes = 500_000_000;
