import type { StatedDelay } from '@convite/domain';
import type { ConsultationsContext } from '../consultations-context.ts';
import { publicLines } from '../store.ts';

/** Why there is no result yet, as guarantors said it in the public trail, which is where it stands; the last first. */
export async function statedDelays(
  { database }: Pick<ConsultationsContext, 'database'>,
  consultation: string,
): Promise<readonly StatedDelay[]> {
  const lines = await publicLines(database, consultation, ['result.delay']);
  return lines.toReversed().map(({ happenedAt, reason }) => ({ at: happenedAt.toISOString(), reason: reason ?? '' }));
}
