// The inner functions of the scalar module, for tests alone: never part of what is shipped.
export { add, invert, negate, subtract, toBytes } from '../scalar/field';
export { addScalars, multiplyScalars, multiplySmall, reduceScalar, subtractScalars } from '../scalar/group-order';
export { addToHash, finishHash, startHash } from '../scalar/sha256';
export { fromBytes } from '../scalar/from-bytes';
export { multiply, square } from '../scalar/field-kernel';
export { reserve } from '../scalar/memory-map';
export { signedDigits, sparseDigits } from '../scalar/digits';
