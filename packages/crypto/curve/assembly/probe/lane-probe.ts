// The inner functions of the two-lane module, for tests alone: never part of what is shipped.
import { reserve } from '../scalar/memory-map';

export {
  add2,
  addCarried2,
  doubleSubtractCarried2,
  multiply2,
  square2,
  subtract2,
  subtractCarried2,
} from '../lanes/lane-kernel';
export { pack, unpack } from '../lanes/lane-field';

/** Where a test may write. */
export function room(bytes: usize): usize {
  return reserve(bytes);
}
