// The scalar module: what it exports. It runs on any engine with 128-bit vectors; the two-lane module imports from it.
import { decodeG } from './bases';
import { setCurveConstants } from './point';
import { setEncodingConstants } from './encoding';
import { wipeCalls } from './memory-map';
import { wipeScratch } from './scratch';

export { needGNarrow, needGWide, needNarrow, needWide, setKey } from './bases';
export { reserve } from './memory-map';
export {
  addPoints,
  basePowers,
  checkOrders,
  decodePoints,
  equalPoints,
  negatePoints,
  readDecimals,
  readTexts,
  secretBasePowers,
  secretPowers,
  secretPowersOf,
  smallProducts,
  sumPoints,
} from './batches';
export { encodePoints, writeTexts } from './encoding';
export { multiProduct } from './multi-product';
export { commitStatements } from './statements';
export { checkTranscripts, hashTranscripts } from './transcript';
export { answerEach, branchExponents, finishProof, secretPairs } from './proving';

// For the two-lane module.
export { addPoint, double, isIdentity, setIdentity } from './point';
export { bestWidth } from './multi-product';
export { decodePoint, finishDecoding, readCanonicalY, toAffineCoordinates } from './encoding';
export { gNarrowTable, gWideTable, yNarrowTable, yWideTable } from './bases';
export { giveBack, keep, take } from './memory-map';
export { multiplySmall } from './group-order';
export { orderDigits } from './batches';
export { signedDigits, sparseDigits } from './digits';
export { writeStatementDigits } from './statements';

/** Computes the constants. @returns false only if the module is damaged */
export function initialise(): bool {
  setCurveConstants();
  setEncodingConstants();
  return decodeG();
}

/** Zeroes everything that calls have left behind: scratch, mailbox and what was taken beyond it. Tables stay. */
export function wipe(): void {
  wipeScratch();
  wipeCalls();
}
