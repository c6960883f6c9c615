import { waitingAct } from '../../accounts/index.ts';
import type { LotsPageView } from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { findConsultation } from '../store.ts';
import { contestsWaitingForLots, lotAnnouncements } from '../store-lots.ts';

/** What everybody reads of the public lot of a consultation; undefined where there is no such consultation. */
export async function lotsView(
  { database }: ResultsContext,
  slug: string,
  language: string,
): Promise<LotsPageView | undefined> {
  const consultation = await findConsultation(database, slug);
  if (consultation === undefined || consultation.status === 'draft') return undefined;
  const { id, title, zone, seed } = consultation;
  const announcements = await lotAnnouncements(database, id);
  return {
    ...{ slug, zone, title: title[language] ?? Object.values(title)[0] ?? '' },
    announcements: announcements.map(({ how, drawsAt, announcedAt }) => ({
      how,
      drawsAt: drawsAt.toISOString(),
      announcedAt: announcedAt.toISOString(),
    })),
    draw:
      seed === null ? null : { seed: seed.seed, how: seed.how, drawnAt: new Date(seed.drawn_at * 1000).toISOString() },
    waiting: await contestsWaitingForLots(database, id),
  };
}

/** The act in which somebody proposed what was drawn, while it waits for another. */
export const proposedDraw = async (
  { database }: Pick<ResultsContext, 'database'>,
  consultation: string,
): Promise<string | null> => (await waitingAct({ database }, 'lot.draw', consultation)) ?? null;
