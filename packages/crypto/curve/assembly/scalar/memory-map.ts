// What stands where in linear memory. Addresses are plain numbers (usize).
//
//   0 … 0x8000          constants of this module (static data)
//   0x8000 … 0x10000    its scratch
//   0x10000 … 0x18000   constants of the two-lane module, which shares this memory
//   0x18000 … 0x20000   its scratch
//   0x20000 … tables    tables of the bases, kept until the module is dropped
//   tables …            the mailbox of one call, then room that the call takes for itself
//
// Nothing here is re-entrant: one instance works on one call at a time.

/** A field element: ten 32-bit limbs. */
export const FIELD: usize = 40;
/** A point (X : Y : Z : T) of the twisted Edwards curve, T Z = X Y, each coordinate a field element. */
export const POINT: usize = 160;
export const Y: usize = 40;
export const Z: usize = 80;
export const T: usize = 120;
/** A point ready to be added: Y + X, Y − X, 2Z, 2dT. */
export const CACHED: usize = 160;
/** An affine point ready to be added: y + x, y − x, 2dxy; padded to eight vectors. */
export const AFFINE: usize = 128;

export const SCRATCH: usize = 0x8000;
export const LANE_SCRATCH: usize = 0x18000;
const HEAP: usize = 0x20000;

/** Where the mailbox starts: after all tables. */
let mailbox: usize = HEAP;
/** The end of the mailbox of this call and of what was taken beyond it. */
let top: usize = HEAP;
/** The highest end since the last wipe. */
let peak: usize = HEAP;

function ensure(end: usize): void {
  if (__heap_base > SCRATCH) unreachable();
  const pages = <i32>((end + 0xffff) >> 16) - memory.size();
  if (pages > 0 && memory.grow(pages) < 0) unreachable();
}

/** Room for a table, never given back. Requires: no call is under way. */
export function keep(bytes: usize): usize {
  const start = mailbox;
  mailbox = (start + bytes + 63) & ~63;
  top = mailbox;
  if (peak < mailbox) peak = mailbox;
  ensure(mailbox);
  return start;
}

/** Opens the mailbox of one call. @returns its address */
export function reserve(bytes: usize): usize {
  top = mailbox;
  return take(bytes);
}

/** Room beyond the mailbox, until `giveBack` or the next call. */
export function take(bytes: usize): usize {
  const start = top;
  top = (start + bytes + 63) & ~63;
  if (peak < top) peak = top;
  ensure(top);
  return start;
}

export function giveBack(start: usize): void {
  top = start;
}

/** Zeroes whatever calls have left beyond the tables. */
export function wipeCalls(): void {
  memory.fill(mailbox, 0, peak - mailbox);
  top = mailbox;
  peak = mailbox;
}
