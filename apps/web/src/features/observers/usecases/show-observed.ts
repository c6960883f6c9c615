import { neededToOpen } from '../../tally/index.ts';
import { trusteesReady } from '../../trustees/index.ts';
import type { ObserversContext } from '../observers-context.ts';
import type { ObserveView } from '../pages/views.ts';
import {
  contestsByState,
  findObserved,
  frozenRoll,
  frozenRules,
  lotsSoFar,
  programsOf,
  publicMoments,
  publishedArchive,
  publishedCredentials,
  publishedTrustees,
} from '../store.ts';
import { programHistory } from './program-history.ts';
import { stepsOf } from './steps.ts';

/** Everything that can be checked of a consultation; undefined where there is none of that address, or a draft. */
export async function observeView(
  { database, programs, boardKey }: ObserversContext,
  slug: string,
  language: string,
): Promise<ObserveView | undefined> {
  const consultation = await findObserved(database, slug);
  if (consultation === undefined) return undefined;
  const { id, title, zone, status, complaintsUntil } = consultation;
  const [rules, moments, roll, trustees, credentials, contests, lots, archive, lines, ready, needed] =
    await Promise.all([
      frozenRules(database, id),
      publicMoments(database, id),
      frozenRoll(database, id),
      publishedTrustees(database, id),
      publishedCredentials(database, id),
      contestsByState(database, id),
      lotsSoFar(database, id),
      publishedArchive(database, id),
      programsOf(database, id),
      trusteesReady(database, id),
      neededToOpen(database, id),
    ]);
  const open = { from: moments.get('vote.open'), to: moments.get('vote.close') ?? moments.get('clock.closed') };
  const shown = programs.map((program) => programHistory(program, lines, open));
  return {
    ...{ slug, zone, status },
    title: inLanguage(title, language),
    complaintsUntil: complaintsUntil?.toISOString() ?? null,
    programs: shown,
    steps: stepsOf({
      ...{ consultation, moments, roll, trustees, credentials, contests, lots, archive, boardKey },
      rules: rules.map(({ name, hash }) => ({ name: inLanguage(name, language), hash })),
      key: { holders: ready?.all ?? 0, threshold: needed ?? 0 },
      programsSince:
        shown
          .flatMap(({ since }) => since ?? [])
          .toSorted()
          .at(-1) ?? null,
    }),
  };
}

/** The text in a language; in the first of the consultation where it lacks that one. */
export const inLanguage = (texts: Readonly<Record<string, string>>, language: string): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';
