// The two-lane module: what it exports. It needs relaxed vectors and the scalar module, whose names its own ones replace.
// An engine may round a relaxed multiply-add twice; then the known-answer test refuses this module.
import { LANE_SCRATCH } from '../scalar/memory-map';
import { setDecodingConstants } from './lane-batches';
import { setLaneConstants } from './lane-point';

export { packNarrow, packWide } from './lane-tables';
export { checkOrders, decodePoints, secretPowersOf } from './lane-batches';
export { commitStatements } from './lane-statements';
export { secretPairs } from './lane-proving';
export { multiProduct } from './lane-multi-product';
export { subsetsHold } from './lane-membership';
export { smallProducts } from './lane-products';
export { wipe } from './scratch';

/** Computes the constants. Call once, after the scalar module's. */
export function initialise(): void {
  if (__heap_base > LANE_SCRATCH) unreachable();
  setLaneConstants();
  setDecodingConstants();
}
