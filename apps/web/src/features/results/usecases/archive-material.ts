import type { ContestToCount, Manifest } from '@convite/archive';
import type { ContestState } from '@convite/domain';
import { canonicalJson, compareCodePoints, invariant } from '@convite/kernel';
import { createHash } from 'node:crypto';
import type { Database, Tx } from '../../../persistence/database.ts';
import type { ArchiveStage } from '../../../persistence/schema/results.ts';
import { type CountedConsultation, unixSeconds } from '../store.ts';
import { type ContestMarks, contestMarks, contestTerritories } from '../store-archives.ts';
import { contestsOf, type StoredContest } from '../store-counts.ts';

/** What the rows say of a contest, in the form of a manifest, with the hashes of its files. */
export type ContestRows = {
  readonly contest: ContestToCount;
  readonly head: string | null;
  readonly outcomeHash: string | null;
  readonly lotsHash: string | null;
};

/** Everything of a consultation that goes into its archive, but for the sealed ballots. */
export interface ArchiveMaterial extends Pick<Manifest, 'consultation' | 'lots' | 'order' | 'territories'> {
  readonly contests: readonly ContestRows[];
  /** Canonical bytes of the frozen rules. */
  readonly rules: readonly string[];
  /** Of all of it. */
  readonly rowsHash: string;
}

/** Contests that are settled: counted, withheld for too few ballots, or annulled. */
export const settledStates: readonly ContestState[] = ['counted', 'provisional', 'certified', 'withheld', 'annulled'];

const archiveState = (status: ContestState, stage: ArchiveStage): ContestToCount['state'] => {
  if (status === 'withheld' || status === 'annulled') return status;
  invariant(settledStates.includes(status), 'only settled contests go into an archive');
  return stage;
};

/** A contest as the archive of a stage has to have it. */
export function contestRows(stored: StoredContest, marks: ContestMarks | undefined, stage: ArchiveStage): ContestRows {
  const state = archiveState(stored.status, stage);
  const isCounted = state === stage;
  return {
    contest: { ...stored.contest, state, annulled: state === 'annulled' ? (marks?.annulled ?? null) : null },
    head: stored.head,
    outcomeHash: isCounted ? (marks?.outcomeHash ?? null) : null,
    lotsHash: isCounted ? (marks?.lotsHash ?? null) : null,
  };
}

/** A contest as a manifest of version 1 has it: in the first language of its consultation alone. */
export function inFirstLanguage(contest: ContestToCount): ContestToCount {
  const { id, name, territory, state, annulled, waiver, most, may_be_blank, envelope, rule, slice, election } = contest;
  return {
    ...{ id, name, territory, state, annulled, waiver, most, may_be_blank, envelope, rule, slice, election },
    options: contest.options.map(({ number, title, place, theme, cost, withdrawn }) => ({
      ...{ number, title, place, theme, cost, withdrawn },
    })),
  };
}

/**
 * Gathers what an archive is made from, some contests at a time: of a nation it is seconds of work, and the server serves
 * others meanwhile. Requires: every contest is settled, and who calls holds the consultation or looks again later.
 */
export async function archiveMaterial(
  db: Database | Tx,
  consultation: CountedConsultation,
  stage: ArchiveStage,
): Promise<ArchiveMaterial> {
  const { id, slug, title, languages, zone, opensAt, closesAt, currency, decimals, seed, order, roll } = consultation;
  const marks = await contestMarks(db, id, null);
  const material = {
    consultation: {
      ...{ slug, zone, currency, decimals, roll },
      ...(languages.length > 1 && { languages: [...languages] }),
      title: Object.fromEntries(Object.entries(title).map(([language, text]) => [language, text.normalize('NFC')])),
      opens_at: unixSeconds(opensAt),
      closes_at: unixSeconds(closesAt),
    },
    lots: [...marks.values()].some(({ lotsHash }) => lotsHash !== null) ? seed : null,
    order,
    territories: (await contestTerritories(db, id)).toSorted((a, b) => compareCodePoints(a.code, b.code)),
  };
  const rowsHash = createHash('sha256').update(`${canonicalJson(material)}\n`);
  const contests: ContestRows[] = [];
  const rules = new Set<string>();
  for await (const some of contestsOf(db, id)) {
    for (const one of some) {
      const rows = contestRows(one, marks.get(one.contest.id), stage);
      rowsHash.update(`${canonicalJson(rows)}\n`);
      contests.push(rows);
      rules.add(one.rule);
    }
  }
  return { ...material, contests, rules: [...rules], rowsHash: rowsHash.digest('hex') };
}
