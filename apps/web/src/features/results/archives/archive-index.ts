import type { TerritoryTotals } from '@convite/archive';
import { createHash } from 'node:crypto';
import { z } from 'zod';

/** Where bytes stand in a file. */
const place = z.strictObject({ offset: z.int().nonnegative(), bytes: z.int().nonnegative() });

const entry = place.nullable();

/**
 * Where everything of an archive stands, so that a page reads what it shows and nothing else. It is made by the
 * verification, and its hash is recorded with that of the manifest.
 */
const archiveIndex = z.strictObject({
  convite_index: z.literal(1),
  manifest: place,
  /** The result protocol, which stands in a file of its own; null in an index of before there were any. */
  protocol: z.strictObject({ bytes: z.int().nonnegative(), sha256: z.string() }).nullable().default(null),
  /** Whether any contest divides money. */
  hasMoney: z.boolean(),
  contests: z.array(
    z.strictObject({
      id: z.string(),
      territory: z.string(),
      state: z.enum(['provisional', 'certified', 'lots_required', 'withheld', 'annulled']),
      outcomeHash: z.string().nullable(),
      /** In the manifest. */
      at: place,
      /** In the archive. */
      files: z.strictObject({ archive: entry, side: entry, outcome: entry, lots: entry }),
      head: z.string().nullable(),
      /** In the file of reports, with its hash. */
      report: place.extend({ sha256: z.string() }).nullable(),
    }),
  ),
  territories: z.array(
    z.strictObject({
      ...{ code: z.string(), name: z.string(), parent: z.string().nullable(), depth: z.int(), contests: z.int() },
      states: z.record(z.string(), z.int()),
      ...{ eligible: z.int(), ballots: z.int(), blank: z.int(), spoilt: z.int(), winners: z.int(), cost: z.string() },
    }),
  ),
});
export type ArchiveIndex = z.infer<typeof archiveIndex>;
export type IndexedContest = ArchiveIndex['contests'][number];
export type IndexedTerritory = ArchiveIndex['territories'][number];

/** Reads an index whose hash was checked. */
export const readIndex = (text: string): ArchiveIndex => archiveIndex.parse(JSON.parse(text));

/** One hash of what the rows of all contests have to say: a line for each, by id. */
export function contestsDigest(contests: readonly IndexedContest[]): string {
  const lines = contests.map(
    ({ id, state, head, outcomeHash }) => `${id} ${state} ${head ?? ''} ${outcomeHash ?? ''}\n`,
  );
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** Adds up what each share of a verification added up. */
export function addTotals(shares: readonly (readonly TerritoryTotals[])[]): ArchiveIndex['territories'] {
  const [first = [], ...others] = shares;
  return first.map((territory, i) => {
    const all = [territory, ...others.flatMap((share) => share[i] ?? [])];
    const sum = (of: (one: TerritoryTotals) => number): number => all.reduce((before, one) => before + of(one), 0);
    const { code, name, parent, depth, states } = territory;
    return {
      ...{ code, name, parent, depth, contests: sum((one) => one.contests) },
      states: Object.fromEntries(
        Object.keys(states).map((state) => [
          state,
          sum((one) => Object.entries(one.states).find(([name]) => name === state)?.[1] ?? 0),
        ]),
      ),
      eligible: sum((one) => one.eligible),
      ...{ ballots: sum((one) => one.ballots), blank: sum((one) => one.blank), spoilt: sum((one) => one.spoilt) },
      winners: sum((one) => one.winners),
      cost: String(all.reduce((before, one) => before + one.cost, 0n)),
    };
  });
}
