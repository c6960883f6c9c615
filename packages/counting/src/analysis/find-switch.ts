export type Found =
  /** The change `at` turns the outcome and `at − 1` does not; no smaller one does where `smallest`. */
  | { readonly type: 'switch'; readonly at: bigint; readonly smallest: boolean }
  /** No change up to `to` that was tried turns it; none does where `proven`. */
  | { readonly type: 'none_in_range'; readonly to: bigint; readonly proven: boolean };

export interface SwitchSearch {
  /** Recounts with the change: whether it turns the outcome for the project. */
  readonly turns: (change: bigint) => boolean;
  /** Proves, of a change that does not turn the outcome, that no smaller one does either; false where it cannot. */
  readonly refutesBelow: (change: bigint) => boolean;
  /** Proven for this change and rule: whatever a change turns, every larger one turns. */
  readonly monotone: boolean;
  /** The largest change that makes sense; none if not positive. */
  readonly range: bigint;
  /** Where the search begins; any value is right, a good one is fast. */
  readonly guess: bigint;
  /** So many smaller changes may be recounted one by one where nothing is proven about them. */
  readonly scan: bigint;
}

/** Yields after each recount. */
export type Steps<T> = Generator<undefined, T, undefined>;

/**
 * Finds a change that turns an outcome while one unit less does not, having asked about both.
 *
 * Gallops from the guess, then bisects. What is not monotone may turn, turn back and turn again: then the switch found
 * is only claimed to be the smallest if the changes below it were recounted or refuted.
 * Yields after each recount, so that the caller can show progress, make way for others or stop.
 * Requires: the change 0 does not turn the outcome (it is the count itself).
 * Cost: about 2 · log₂(distance from the guess) recounts, and up to `scan` more.
 */
export function* findSwitch(search: SwitchSearch): Steps<Found> {
  const { scan } = search;
  const range = search.range < 0n ? 0n : search.range;
  const answers = new Map<bigint, boolean>([[0n, false]]);
  function* turns(change: bigint): Steps<boolean> {
    const known = answers.get(change);
    if (known !== undefined) return known;
    const answer = search.turns(change);
    answers.set(change, answer);
    yield undefined;
    return answer;
  }

  const at = yield* boundary(turns, { range, guess: search.guess, stride: 1n });
  const below = (at ?? range + 1n) - 1n;
  if (!search.monotone && below > 0n) {
    if (below <= scan) {
      for (let change = 1n; change <= below; change++) {
        if (yield* turns(change)) return { type: 'switch', at: change, smallest: true };
      }
    } else if (!search.refutesBelow(below)) {
      return at === undefined
        ? { type: 'none_in_range', to: range, proven: false }
        : { type: 'switch', at, smallest: false };
    }
  }
  return at === undefined ? { type: 'none_in_range', to: range, proven: true } : { type: 'switch', at, smallest: true };
}

/**
 * A change from 1 to `range` for which `holds` while it does not for one unit less: by galloping from the guess in
 * strides that grow, then bisecting. Undefined if it holds neither at the end of the range nor anywhere on the way there.
 * Requires: it does not hold at 0.
 */
export function* boundary(
  holds: (change: bigint) => Steps<boolean>,
  { range, guess, stride }: { readonly range: bigint; readonly guess: bigint; readonly stride: bigint },
): Steps<bigint | undefined> {
  if (range < 1n) return undefined;
  const first = guess < 1n ? 1n : guess > range ? range : guess;
  let { low, high } = (yield* holds(first)) ? yield* gallopDown(first) : yield* gallopUp(first);
  while (high !== undefined && high > low + 1n) {
    const middle: bigint = (low + high) / 2n;
    if (yield* holds(middle)) high = middle;
    else low = middle;
  }
  return high;

  function* gallopDown(from: bigint): Steps<Bracket> {
    let upper = from;
    for (let step = stride; upper - step > 0n; step *= 4n) {
      if (!(yield* holds(upper - step))) return { low: upper - step, high: upper };
      upper -= step;
    }
    return { low: 0n, high: upper };
  }

  function* gallopUp(from: bigint): Steps<Bracket> {
    let lower = from;
    for (let step = stride; lower < range; step *= 4n) {
      const next = lower + step < range ? lower + step : range;
      if (yield* holds(next)) return { low: lower, high: next };
      lower = next;
    }
    return { low: lower, high: undefined };
  }
}

interface Bracket {
  readonly low: bigint;
  readonly high: bigint | undefined;
}
