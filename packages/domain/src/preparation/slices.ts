import { compareCodePoints, invariant } from '@convite/kernel';
import type { OrderedContest, OrderedSlice } from './credential-order.ts';
import { type SpareRule, sparesFor } from './spare-rule.ts';

/** A territory with the people that the frozen roll has in it alone, not below. */
export interface PeopledTerritory {
  readonly code: string;
  /** Codes of itself and of all above it. */
  readonly above: readonly string[];
  readonly people: number;
}

/** A contest as an order begins with it. */
export type ContestToOrder = Omit<OrderedContest, 'credentials' | 'spares'>;

/**
 * Cuts a roll into slices: people whose contests are the same vote with codes of one kind, and share their spares, so that a
 * spare can replace a code in all its contests.
 *
 * Source: docs/spec/preparation.md, A.10 to A.12. A contest is for everyone of its territory and below.
 * Exactness: contests by territory code and id, codes and slices by code point: the same roll gives the same order.
 * Cost: territories times the contests above each.
 */
export function cutSlices(
  contests: readonly ContestToOrder[],
  territories: readonly PeopledTerritory[],
  rule: SpareRule,
): { readonly contests: readonly OrderedContest[]; readonly slices: readonly OrderedSlice[] } {
  const ordered = contests.toSorted(
    (a, b) => compareCodePoints(a.territory, b.territory) || compareCodePoints(a.id, b.id),
  );
  const inTerritory = new Map<string, number[]>();
  for (const [i, { territory }] of ordered.entries()) {
    const there = inTerritory.get(territory);
    if (there === undefined) inTerritory.set(territory, [i]);
    else there.push(i);
  }
  const slices = new Map<string, { codes: string[]; contests: readonly number[]; people: number }>();
  for (const { code, above, people } of territories.toSorted((a, b) => compareCodePoints(a.code, b.code))) {
    const own = above.flatMap((one) => inTerritory.get(one) ?? []).toSorted((a, b) => a - b);
    if (own.length === 0) continue;
    const key = own.join();
    const slice = slices.get(key);
    if (slice === undefined) slices.set(key, { codes: [code], contests: own, people });
    else {
      slice.codes.push(code);
      slice.people += people;
    }
  }
  const cut = [...slices.values()].map((slice) => ({ ...slice, spares: sparesFor(rule, slice.people) }));
  const sums = ordered.map(() => ({ credentials: 0, spares: 0 }));
  for (const { contests: own, people, spares } of cut) {
    for (const at of own) {
      const sum = sums[at];
      invariant(sum !== undefined, 'a slice names contests of the order');
      sum.credentials += people + spares;
      sum.spares += spares;
    }
  }
  return {
    contests: ordered.map((contest, i) => ({ ...contest, ...(sums[i] ?? { credentials: 0, spares: 0 }) })),
    slices: cut,
  };
}
