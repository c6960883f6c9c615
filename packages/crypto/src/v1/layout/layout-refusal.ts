import { intsOf, type PackedLayout } from './packed-layout.ts';

/**
 * The most ints of a packed ballot: rule D2 of docs/spec/ballot-protocol.md; and every further one makes ballots easier
 * to recognise by a prescribed pattern.
 */
export const mostInts = 16;

/** Why an election cannot be set up with a layout. */
export type LayoutRefusal =
  | { readonly type: 'no_options' }
  | { readonly type: 'too_many_options'; readonly most: number; readonly found: number }
  /** There is at least one rank, and not more of them than options. */
  | { readonly type: 'ranks_out_of_range'; readonly most: number; readonly found: number }
  /** An option gets at least one point at most, and at most 255. */
  | { readonly type: 'points_out_of_range'; readonly most: number; readonly found: number }
  /** The group carries fewer ints than the layout needs, or none. */
  | { readonly type: 'group_too_small'; readonly ints: number; readonly most: number };

/**
 * Refuses a layout that does not fit into a mixed question: at most 128 options to approve, 16 ranks among 255 options,
 * points for 32 options (up to 15) or for 16 (up to 255).
 *
 * @param group the one of the election: what it carries is its own limit.
 */
export function layoutRefusal(layout: PackedLayout, group: { readonly maxInts: number }): LayoutRefusal | undefined {
  const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 1;
  const { options } = layout;
  if (!isCount(options)) return { type: 'no_options' };
  if (layout.kind === 'ranking') {
    const most = Math.min(mostInts, options);
    if (!isCount(layout.ranks) || layout.ranks > most) return { type: 'ranks_out_of_range', most, found: layout.ranks };
  }
  if (layout.kind === 'points' && (!isCount(layout.most) || layout.most > 255)) {
    return { type: 'points_out_of_range', most: 255, found: layout.most };
  }
  const most = mostOptions(layout);
  if (options > most) return { type: 'too_many_options', most, found: options };
  const ints = intsOf(layout);
  return ints > group.maxInts ? { type: 'group_too_small', ints, most: group.maxInts } : undefined;
}

function mostOptions(layout: PackedLayout): number {
  switch (layout.kind) {
    case 'approvals':
      return mostInts * 8;
    case 'ranking':
      return 255;
    case 'points':
      return layout.most <= 15 ? mostInts * 2 : mostInts;
  }
}
