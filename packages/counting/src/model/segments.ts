/**
 * How the voters of each group divide by something the file says about them: their neighbourhood, the channel.
 * Used to describe an outcome, never to make it.
 *
 * Shapes: parallel columns; row r says that `votes[r]` of the votes of group `group[r]` carry `labels[label[r]]`.
 * Labels ascend by code point; voters without an entry are left out; blank ballots stand in `blank` by label.
 */
export interface Segment {
  readonly attribute: 'neighbourhood' | 'channel';
  readonly labels: readonly string[];
  readonly group: Uint32Array;
  readonly label: Uint32Array;
  readonly votes: Float64Array;
  readonly blank: Float64Array;
}
