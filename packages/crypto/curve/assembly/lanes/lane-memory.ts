/** A pair of field elements: five vectors of two doubles, one element in each lane. */
export const LANE_FIELD: usize = 80;
/** A pair of points X, Y, Z, T; also a pair of cached points Y + X, Y − X, 2Z, 2dT. */
export const LANE_POINT: usize = 320;
export const LANE_Y: usize = 80;
export const LANE_Z: usize = 160;
export const LANE_T: usize = 240;
/** A pair of affine summands, halved: (y + x)/2, (y − x)/2, dxy. */
export const LANE_AFFINE: usize = 240;
