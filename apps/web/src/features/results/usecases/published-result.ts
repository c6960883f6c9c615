import { hoursToResult, type StatedDelay } from '@convite/domain';
import { invariant, writeMoney } from '@convite/kernel';
import { inTransaction } from '../../../persistence/database.ts';
import { statedDelays } from '../../consultations/index.ts';
import type { IndexedTerritory } from '../archives/archive-index.ts';
import type { OpenArchive } from '../archives/open-archive.ts';
import type { ArchiveFile, RefusedResultView, ResultFault, TerritorySums } from '../pages/views.ts';
import type { ResultsContext } from '../results-context.ts';
import { type CountedConsultation, findConsultation, holdConsultation, type LanguageMap } from '../store.ts';
import {
  type ArchiveRecord,
  contestStands,
  lastArchive,
  publishedArchive,
  rowsDigest,
  type VerifiedArchive,
} from '../store-archives.ts';
import { requestArchive } from './request-archive.ts';

/**
 * What is shown of results. Every figure comes from the archive that was verified before two people published it; the
 * database is only asked whether it says the same. Where it does not, nothing is shown.
 */
export type Shown<View> =
  | { readonly type: 'shown'; readonly view: View }
  | { readonly type: 'refused'; readonly view: RefusedResultView }
  /** It was annulled: there is no result, whatever was published before. */
  | { readonly type: 'annulled' }
  /** `isLate`: the vote ended more than a day ago. `delays`: why, as guarantors said it. */
  | {
      readonly type: 'not_yet';
      readonly consultation: CountedConsultation;
      readonly isLate: boolean;
      readonly delays: readonly StatedDelay[];
    }
  | { readonly type: 'unknown' };

/** A consultation whose result is published, with its archive. */
export interface Published {
  readonly consultation: CountedConsultation;
  readonly record: ArchiveRecord & { readonly made: VerifiedArchive };
  readonly archive: OpenArchive;
  readonly language: string;
}

/** Whether the result of a consultation, if there is none, comes later than it should. */
export const isLate = ({ closesAt }: Pick<CountedConsultation, 'closesAt'>, now: Date): boolean =>
  now.getTime() - closesAt.getTime() > hoursToResult * 3_600_000;

/** Opens the archive of a published result; nothing is shown of files that are not those that were verified. */
export async function openPublished<View>(
  { database, archives, now }: ResultsContext,
  slug: string,
  language: string,
  show: (published: Published) => Promise<Shown<View>>,
): Promise<Shown<View>> {
  const consultation = await findConsultation(database, slug);
  if (consultation === undefined || consultation.status === 'draft') return { type: 'unknown' };
  if (consultation.status === 'annulled') return { type: 'annulled' };
  const record = await publishedArchive(database, consultation.id);
  if (record === undefined) {
    const delays = await statedDelays({ database }, consultation.id);
    return { type: 'not_yet', consultation, isLate: isLate(consultation, now()), delays };
  }
  const { made } = record;
  invariant(made !== null, 'an archive is published once it was verified');
  const published = { consultation, record: { ...record, made }, language };
  const { manifestHash, indexHash } = made;
  const archive = await archives.open({ id: record.id, manifestHash, indexHash });
  if (typeof archive === 'string') return refused(published, archive);
  if (consultation.status !== record.stage) return refused(published, 'state');
  return await show({ ...published, archive });
}

export function refused(
  { consultation, record, language }: Omit<Published, 'archive'>,
  fault: ResultFault,
  annulledSince = false,
): { readonly type: 'refused'; readonly view: RefusedResultView } {
  const title = inLanguage(consultation.title, language);
  return { type: 'refused', view: { slug: consultation.slug, title, fault, annulledSince, file: fileOf(record.made) } };
}

export const fileOf = ({ bytes, sha256, manifestHash }: VerifiedArchive): ArchiveFile => ({
  bytes,
  sha256,
  manifestHash,
});

export const inLanguage = (texts: LanguageMap, language: string): string =>
  texts[language] ?? Object.values(texts)[0] ?? '';

/** The sums of a territory; its amounts in the money of the archive. */
export function sumsOf(
  { code, name, contests, states, eligible, ballots, blank, spoilt, winners, cost }: IndexedTerritory,
  { hasMoney, consultation: { decimals } }: OpenArchive,
): TerritorySums {
  return {
    ...{ code, name, contests, eligible, ballots, blank, spoilt, winners },
    decided: (states['provisional'] ?? 0) + (states['certified'] ?? 0),
    withheld: states['withheld'] ?? 0,
    annulled: states['annulled'] ?? 0,
    cost: hasMoney ? writeMoney(BigInt(cost), decimals) : null,
  };
}

/** The territories of an archive as a tree; its top is the lowest territory that holds everything. */
export function treeOf(territories: readonly IndexedTerritory[]) {
  const byCode = new Map(territories.map((territory) => [territory.code, territory]));
  const roots = territories.filter(({ parent }) => parent === null);
  const all = roots.reduce((sum, { contests }) => sum + contests, 0);
  const whole = territories.filter(({ contests }) => contests === all);
  const top = whole.toSorted((a, b) => b.depth - a.depth)[0];
  return {
    byCode,
    top,
    above({ parent, code }: IndexedTerritory): readonly { readonly code: string; readonly name: string }[] {
      const path: { readonly code: string; readonly name: string }[] = [];
      let at = code === top?.code || parent === null ? undefined : byCode.get(parent);
      while (at !== undefined) {
        path.unshift({ code: at.code, name: at.name });
        at = at.parent === null || at.code === top?.code ? undefined : byCode.get(at.parent);
      }
      return path;
    },
  };
}

/** Whether the rows of all contests say what the archive says: their states, outcomes and boards. */
export async function treeFault<View>(context: ResultsContext, published: Published): Promise<Shown<View> | undefined> {
  const { consultation, archive } = published;
  if ((await rowsDigest(context.database, consultation.id)) === archive.digest) return undefined;
  const stands = await contestStands(context.database, consultation.id);
  if (stands.length !== archive.contests.length) return refused(published, 'contests');
  const indexedById = new Map(archive.contests.map((contest) => [contest.id, contest]));
  for (const { id, status, head, outcomeHash } of stands) {
    const indexed = indexedById.get(id);
    if (indexed === undefined) return refused(published, 'contests');
    if (status !== indexed.state) {
      if (status === 'annulled') await makeAnew(context, published);
      return refused(published, 'state', status === 'annulled');
    }
    if (head !== indexed.head) return refused(published, 'board');
    if (indexed.outcomeHash !== null && outcomeHash !== indexed.outcomeHash) return refused(published, 'outcome');
  }
  return undefined;
}

/**
 * Has the archive made anew after a contest was annulled. Whoever sees it first asks for it, once: where the new one is
 * refused, staff have to look.
 */
export async function makeAnew(context: ResultsContext, { consultation, record }: Published): Promise<void> {
  if (consultation.status !== 'provisional') return;
  await inTransaction(context.database, async (tx) => {
    await holdConsultation(tx, consultation.id);
    const last = await lastArchive(tx, consultation.id);
    if (last?.id === record.id) await requestArchive(tx, context, consultation.id, 'provisional');
  });
}
