import type { Manifest, ManifestContest } from '../manifest/manifest.ts';
import { territoryTree } from '../manifest/territory-tree.ts';
import type { CheckedContest } from './verify-contest.ts';

/** What the contests of a territory and of all below it add up to. */
export interface TerritoryTotals {
  readonly code: string;
  readonly name: string;
  readonly parent: string | null;
  /** Territories above it. */
  readonly depth: number;
  readonly contests: number;
  readonly states: Readonly<Record<ManifestContest['state'], number>>;
  /** People who could vote in contests with a result; whoever could in two stands here twice. */
  readonly eligible: number;
  /** Ballots counted here, of contests with a result. */
  readonly ballots: number;
  readonly blank: number;
  readonly spoilt: number;
  readonly winners: number;
  /** What the winners of contests that divide money cost, minor units. */
  readonly cost: bigint;
}

type Sum = {
  -readonly [K in keyof Omit<TerritoryTotals, 'code' | 'name' | 'parent' | 'depth' | 'states'>]: TerritoryTotals[K];
} & {
  readonly states: Record<ManifestContest['state'], number>;
};

/** Who could vote in a contest: the people of its slice, and those who were added later. */
export const eligibleFor = ({ slice }: Pick<ManifestContest, 'slice'>): number =>
  slice === null ? 0 : slice.people + slice.added;

const nothing = (): Sum => ({
  contests: 0,
  states: { provisional: 0, certified: 0, lots_required: 0, withheld: 0, annulled: 0 },
  eligible: 0,
  ballots: 0,
  blank: 0,
  spoilt: 0,
  winners: 0,
  cost: 0n,
});

/**
 * Adds contests up along the tree, in the order of the manifest. An annulled contest counts as one and adds nothing else.
 *
 * Requires: a sound tree.
 */
export function territoryTotals(
  manifest: Manifest,
  checked: readonly Pick<CheckedContest, 'contest' | 'outcome'>[],
): readonly TerritoryTotals[] {
  const tree = territoryTree(manifest.territories);
  const sums = new Map(manifest.territories.map(({ code }) => [code, nothing()]));
  for (const { contest, outcome } of checked) {
    for (const code of tree.upwards(contest.territory) ?? []) {
      const sum = sums.get(code);
      if (sum === undefined) continue;
      sum.contests += 1;
      sum.states[contest.state] += 1;
      if (outcome === undefined || contest.state === 'annulled') continue;
      sum.eligible += eligibleFor(contest);
      sum.ballots += outcome.ballots.counted;
      sum.blank += outcome.ballots.blank;
      sum.spoilt += outcome.ballots.spoilt;
      sum.winners += outcome.winners.length;
      if (contest.envelope !== null) sum.cost += BigInt(outcome.cost);
    }
  }
  return manifest.territories.map(({ code, name, parent }) => ({
    code,
    name,
    parent,
    depth: (tree.upwards(code)?.length ?? 1) - 1,
    ...(sums.get(code) ?? nothing()),
  }));
}
