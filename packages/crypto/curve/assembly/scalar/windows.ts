// How scalars are cut into digits.

/** Public powers of g and y: signed digits of 8 bits, 128 entries a window. */
export const WIDE: i32 = 8;
export const WIDE_WINDOWS: i32 = 32;
/** Secret powers: signed digits of 5 bits, 16 entries a window, all of them read. */
export const NARROW: i32 = 5;
export const NARROW_WINDOWS: i32 = 51;
/** Public powers of points that come once: non-adjacent forms of width 5 in 256 places, odd digits 1, 3, … 15. */
export const SPARSE: i32 = 5;
export const BUCKETS: i32 = 8;
export const PLACES: i32 = 256;
