// Every byte of this module that may hold something secret, in one block, so that one fill wipes it.
import { LANE_FIELD, LANE_POINT } from './lane-memory';
import { LANE_SCRATCH as SCRATCH } from '../scalar/memory-map';

const BYTES: usize = 10240;

/** Nine field elements for the formulas of points. */
export const FOR_POINTS: usize = SCRATCH;
/** Four lane points: multiples, sums. */
export const FOR_MULTIPLES: usize = FOR_POINTS + 9 * LANE_FIELD;
/** Eight field elements for decoding. */
export const FOR_DECODING: usize = FOR_MULTIPLES + 4 * LANE_POINT;
/** The selected or gathered entry of a table. */
export const FOR_SELECTION: usize = FOR_DECODING + 8 * LANE_FIELD;
/** Two scalars, then the signed digits of two scalars. */
export const FOR_DIGITS: usize = FOR_SELECTION + 3 * LANE_FIELD;
/** Two points of the scalar module. */
export const FOR_SCALAR_POINTS: usize = FOR_DIGITS + 64 + 2 * 128;

/** Sixteen multiples of a pair of points. */
export const FOR_TABLE: usize = FOR_SCALAR_POINTS + 320;
/** Pairs of points under way. */
export const FOR_PAIR: usize = FOR_TABLE + 16 * LANE_POINT;
export const FOR_PRODUCT: usize = FOR_PAIR + LANE_POINT;

/** Zeroes the block. */
export function wipe(): void {
  memory.fill(SCRATCH, 0, BYTES);
}
