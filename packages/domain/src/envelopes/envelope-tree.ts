/** Money set apart; `amount` in minor units. */
export interface Envelope {
  readonly id: string;
  /** `null`: the whole. */
  readonly parent: string | null;
  readonly amount: bigint;
}

/** A contest spends from an envelope. */
export interface Draw {
  readonly contest: string;
  readonly envelope: string;
}

export type EnvelopeProblem =
  | { readonly type: 'several_roots'; readonly ids: readonly string[] }
  | { readonly type: 'unknown_parent'; readonly id: string; readonly parent: string }
  /** It stands below itself. */
  | { readonly type: 'circle'; readonly id: string }
  | { readonly type: 'sum_differs'; readonly id: string; readonly amount: bigint; readonly sum: bigint }
  | { readonly type: 'unknown_envelope'; readonly contest: string }
  /** Money belongs to leaves alone. */
  | { readonly type: 'drawn_above_leaf'; readonly id: string; readonly contest: string }
  /** Two contests would spend the same money. */
  | { readonly type: 'drawn_twice'; readonly id: string; readonly contests: readonly string[] };

/**
 * What is wrong with a tree of envelopes and with what draws on it; empty when every envelope is the sum of those below
 * it and every contest has a leaf of its own. A leaf that nothing draws on is a reserve, which is allowed.
 *
 * Units: minor units of one currency.
 * Cost: O(envelopes + draws).
 */
export function envelopeProblems(envelopes: readonly Envelope[], draws: readonly Draw[]): readonly EnvelopeProblem[] {
  const byId = new Map(envelopes.map((envelope) => [envelope.id, envelope]));
  const children = Map.groupBy(
    envelopes.filter(({ parent }) => parent !== null),
    ({ parent }) => parent,
  );
  return [
    ...shapeProblems(envelopes, byId),
    ...envelopes.flatMap(({ id, amount }): readonly EnvelopeProblem[] => {
      const below = children.get(id);
      if (below === undefined) return [];
      const sum = below.reduce((total, child) => total + child.amount, 0n);
      return sum === amount ? [] : [{ type: 'sum_differs', id, amount, sum }];
    }),
    ...drawProblems(byId, children, draws),
  ];
}

function shapeProblems(
  envelopes: readonly Envelope[],
  byId: ReadonlyMap<string, Envelope>,
): readonly EnvelopeProblem[] {
  const roots = envelopes.filter(({ parent }) => parent === null).map(({ id }) => id);
  const orphans = envelopes.flatMap(({ id, parent }): readonly EnvelopeProblem[] =>
    parent === null || byId.has(parent) ? [] : [{ type: 'unknown_parent', id, parent }],
  );
  const several: readonly EnvelopeProblem[] = roots.length > 1 ? [{ type: 'several_roots', ids: roots }] : [];
  return [...several, ...orphans, ...circles(envelopes, byId)];
}

/** One problem for each circle, told by its member that comes first. */
function circles(envelopes: readonly Envelope[], byId: ReadonlyMap<string, Envelope>): readonly EnvelopeProblem[] {
  const done = new Set<string>();
  return envelopes.flatMap(({ id }): readonly EnvelopeProblem[] => {
    const way = new Set<string>();
    let at: string | null = id;
    while (at !== null && byId.has(at) && !done.has(at) && !way.has(at)) {
      way.add(at);
      at = byId.get(at)?.parent ?? null;
    }
    const isCircle = at !== null && way.has(at);
    for (const passed of way) done.add(passed);
    return isCircle && at !== null ? [{ type: 'circle', id: at }] : [];
  });
}

function drawProblems(
  byId: ReadonlyMap<string, Envelope>,
  children: ReadonlyMap<string | null, readonly Envelope[]>,
  draws: readonly Draw[],
): readonly EnvelopeProblem[] {
  const single = draws.flatMap(({ contest, envelope }): readonly EnvelopeProblem[] => {
    if (!byId.has(envelope)) return [{ type: 'unknown_envelope', contest }];
    return children.has(envelope) ? [{ type: 'drawn_above_leaf', id: envelope, contest }] : [];
  });
  const shared = [...Map.groupBy(draws, ({ envelope }) => envelope)].flatMap(
    ([id, sharing]): readonly EnvelopeProblem[] =>
      sharing.length === 1 ? [] : [{ type: 'drawn_twice', id, contests: sharing.map(({ contest }) => contest) }],
  );
  return [...single, ...shared];
}
