/**
 * How the choices of a ballot are laid out in the ints of a mixed question; options are numbered from 0.
 *
 * `approvals`: eight options to an int, option 8k + b being the bit of value 2^b in int k.
 * `ranking`: an int for each rank, holding the option's number plus 1; 0 for a rank not given, and then for all after it.
 * `points`: with at most 15 points an option, two options to an int, the first in the low half; else an int each.
 */
export type PackedLayout =
  | { readonly kind: 'approvals'; readonly options: number }
  | { readonly kind: 'ranking'; readonly options: number; readonly ranks: number }
  | { readonly kind: 'points'; readonly options: number; readonly most: number };

/**
 * The choices of one ballot. Approvals: the approved options in ascending order. Ranking: options, the best first.
 * Points: those of each option in turn.
 */
export type PlainChoices = readonly number[];

/** Why ints are no ballot of a layout, or choices have no ints: an index into what was given says where. */
export type LayoutMisfit =
  /** Another number of ints, or of points, than the layout has. */
  | { readonly type: 'wrong_length'; readonly expected: number; readonly found: number }
  /** An int outside 0 … 255. */
  | { readonly type: 'not_a_byte'; readonly at: number }
  /** A bit, half or rank that stands for no option. */
  | { readonly type: 'unknown_option'; readonly at: number }
  /** Approvals that are not in ascending order, or one twice. */
  | { readonly type: 'not_ascending'; readonly at: number }
  /** An option at a second rank. */
  | { readonly type: 'repeated_option'; readonly at: number }
  /** A rank behind one that is not given. */
  | { readonly type: 'rank_after_gap'; readonly at: number }
  | { readonly type: 'too_many_ranks'; readonly most: number; readonly found: number }
  /** Points outside 0 … most. */
  | { readonly type: 'points_out_of_range'; readonly at: number };

/** How many ints a ballot of this layout has. */
export function intsOf(layout: PackedLayout): number {
  switch (layout.kind) {
    case 'approvals':
      return Math.ceil(layout.options / 8);
    case 'ranking':
      return layout.ranks;
    case 'points':
      return layout.most <= 15 ? Math.ceil(layout.options / 2) : layout.options;
  }
}
