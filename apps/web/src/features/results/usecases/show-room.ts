import { mayStateDelay } from '@convite/domain';
import { z } from 'zod';
import { inTransaction } from '../../../persistence/database.ts';
import { waitingAct } from '../../accounts/index.ts';
import { statedDelays } from '../../consultations/index.ts';
import type { FoundFault, ResultRoomView } from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { findConsultation } from '../store.ts';
import { contestStates, lastArchive } from '../store-archives.ts';
import { isCounting } from '../store-counts.ts';
import { countTroubles } from '../store-lots.ts';
import { actOf, nextStage } from './publish-result.ts';
import { isLate } from './published-result.ts';
import { requestCount } from './request-count.ts';

const refusedCount = z.object({ check: z.string(), place: z.string(), says: z.string() });
const refusedArchive = z.object({
  type: z.string(),
  findings: z
    .array(z.object({ check: z.string(), place: z.string(), reason: z.string(), detail: z.string() }))
    .default([]),
});

/** How far the result of a consultation is, for staff. */
export async function resultRoomView(
  { database, now, room }: Pick<ResultsContext, 'database' | 'now' | 'room'>,
  slug: string,
  language: string,
): Promise<ResultRoomView | undefined> {
  const consultation = await findConsultation(database, slug);
  if (consultation === undefined) return undefined;
  const { id, title, status, zone } = consultation;
  const [states, troubles, archive, counting, delays] = await Promise.all([
    contestStates(database, id),
    countTroubles(database, id),
    lastArchive(database, id),
    isCounting(database, id),
    mayStateDelay(status) ? statedDelays({ database }, id) : null,
  ]);
  const count = (...names: readonly string[]): number => names.reduce((sum, name) => sum + (states.get(name) ?? 0), 0);
  const all = count(...states.keys());
  const onlyOf = (...names: readonly string[]): string | null => {
    const [only, ...more] = names.filter((name) => count(name) > 0);
    return only === undefined || more.length > 0 ? null : only;
  };
  const settled = count('counted', 'provisional', 'certified', 'withheld', 'annulled');
  const stage = nextStage(consultation, now());
  const isReady = archive?.status === 'verified' && stage === archive.stage && !(stage === status);
  return {
    ...{ slug, title: title[language] ?? Object.values(title)[0] ?? '' },
    stage: status === 'provisional' || status === 'certified' ? status : null,
    isPublic: status === 'provisional' || status === 'certified',
    states: {
      all,
      counted: count('counted', 'provisional', 'certified'),
      waitingCount: count('tallied'),
      waitingLots: count('lots_required'),
      withheld: count('withheld'),
      annulled: count('annulled'),
      elsewhere: all - settled - count('tallied', 'lots_required'),
    },
    listed: {
      counted: onlyOf('counted', 'provisional', 'certified'),
      waitingCount: onlyOf('tallied'),
      waitingLots: onlyOf('lots_required'),
      withheld: onlyOf('withheld'),
      annulled: onlyOf('annulled'),
      elsewhere: onlyOf('draft', 'ready', 'frozen', 'open', 'closed'),
    },
    troubles: troubles.map(({ id: contest, code, name, refusal }) => {
      const fault = refusedCount.safeParse(refusal).data ?? { check: 'process', place: '', says: '' };
      return { id: contest, code, name, fault };
    }),
    archive:
      archive === undefined
        ? null
        : {
            ...{ status: archive.status, stage: archive.stage, done: archive.done, contests: archive.contests },
            waitsForRoom: archive.status === 'making' && room.isFull(),
            file: archive.made,
            refusal: faultsIn(archive.refusal),
          },
    mayMake: stage !== undefined && settled === all && all > 0 && archive?.status !== 'making',
    mayPropose: isReady ? archive.stage : null,
    proposed: isReady ? ((await waitingAct({ database }, actOf[archive.stage], id)) ?? null) : null,
    ...{ delays, zone, isLate: delays !== null && isLate(consultation, now()) },
    busy: archive?.status === 'making' || counting,
  };
}

function faultsIn(refusal: unknown): readonly FoundFault[] {
  const told = refusedArchive.safeParse(refusal).data;
  if (told === undefined) return [];
  return told.findings.length === 0
    ? [{ check: told.type, place: '', says: '' }]
    : told.findings.map(({ check, place, reason, detail }) => ({ check, place, says: `${reason} ${detail}`.trim() }));
}

/** Has the contests counted again whose count was refused. */
export const countAgain = async ({ database, now }: ResultsContext, consultation: string): Promise<void> =>
  inTransaction(database, async (tx) => {
    const contests = (await countTroubles(tx, consultation)).map(({ id }) => id);
    await requestCount(tx, { consultation, contests, now: now() });
  });
