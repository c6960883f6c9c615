// The inner functions of the two-lane module, for tests alone: never part of what is shipped.
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
export { reserve } from '../scalar/memory-map';
