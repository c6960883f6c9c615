import { drawOrder } from '@convite/archive';
import { createHash } from 'node:crypto';
import type { Database } from '../../../persistence/database.ts';
import type { DrawnOrderView } from '../pages/views.ts';
import { orderDrawOf } from '../store-draw.ts';

const sha256 = (bytes: Uint8Array): Uint8Array => createHash('sha256').update(bytes).digest();

/** The order of the options of a contest with the lot of each, as it was drawn; null where they stand by their numbers. */
export async function drawnOrderOf(
  db: Database,
  consultation: string,
  contest: string,
  options: readonly number[],
): Promise<DrawnOrderView | null> {
  const draw = await orderDrawOf(db, consultation);
  if (draw === undefined) return null;
  const { seed, how, drawnAt } = draw;
  const lots = drawOrder({ seed, contest }, options, sha256).map(({ option, lot }) => ({ number: option, lot }));
  return { seed, how, drawnAt: drawnAt.toISOString(), lots };
}
