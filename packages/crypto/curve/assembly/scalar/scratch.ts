// Every byte outside the mailbox that may hold something secret, in one block, so that one fill wipes it.
import { CACHED, FIELD, POINT, SCRATCH } from './memory-map';

const BYTES: usize = 7168;

/** Eight field elements for the formulas of points. */
export const FOR_POINTS: usize = SCRATCH;
/** Five field elements for powers. */
export const FOR_POWERS: usize = FOR_POINTS + 8 * FIELD;
/** Six field elements for decoding and encoding. */
export const FOR_ENCODING: usize = FOR_POWERS + 5 * FIELD;
/** 80 bytes of limbs and 64 bytes of an encoding. */
export const FOR_LIMBS: usize = FOR_ENCODING + 6 * FIELD;
export const FOR_BYTES: usize = FOR_LIMBS + 80;
/** A point, its multiple, and its cached form. */
export const FOR_MULTIPLES: usize = FOR_BYTES + 64;
/** The selected entry of a table, aligned for vectors, and a negated field element. */
export const FOR_SELECTION: usize = (FOR_MULTIPLES + 4 * POINT + 2 * CACHED + 15) & ~15;
/** Signed digits of one scalar, 16 bits each, and the padded scalar. */
export const FOR_DIGITS: usize = FOR_SELECTION + CACHED + 48;
/** Scalars: six of 32 bytes, and a double-length accumulator. */
export const FOR_SCALARS: usize = FOR_DIGITS + 512 + 48;
/** SHA-256: state, schedule, block, length. */
export const FOR_HASH: usize = FOR_SCALARS + 6 * 32 + 96;

/** Sixteen multiples of a point. */
export const FOR_TABLE: usize = (FOR_HASH + 352 + 15) & ~15;

/** Zeroes the block. */
export function wipeScratch(): void {
  memory.fill(SCRATCH, 0, BYTES);
}
