import type { AccountsContext } from '../accounts-context.ts';
import { commonZone } from '../store-places.ts';

/**
 * The zone whose hours the pages of staff tell: that of the consultations, as on all pages about them, unless they are
 * held in several.
 */
export const staffZone = async ({ database }: Pick<AccountsContext, 'database'>): Promise<string> =>
  (await commonZone(database)) ?? 'UTC';
