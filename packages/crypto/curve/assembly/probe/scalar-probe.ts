// The inner functions of the scalar module, for tests alone: never part of what is shipped.
import { reserve } from '../scalar/memory-map';

export { add, invert, negate, subtract, toBytes } from '../scalar/field';
export { addScalars, multiplyScalars, multiplySmall, reduceScalar, subtractScalars } from '../scalar/group-order';
export { addToHash, finishHash, startHash } from '../scalar/sha256';
export { fromBytes } from '../scalar/from-bytes';
export { multiply, square } from '../scalar/field-kernel';
export { signedDigits, sparseDigits } from '../scalar/digits';

/** Where a test may write. */
export function room(bytes: usize): usize {
  return reserve(bytes);
}
