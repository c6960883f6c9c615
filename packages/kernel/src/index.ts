export { branded, type Brand } from './brand.ts';
export { canonicalJson, type CanonicalJson } from './canonical.ts';
export { compareCodePoints } from './code-points.ts';
export { assertNever, invariant, InvariantError } from './invariant.ts';
export { writeMoney } from './money.ts';
export {
  add,
  compareRationals,
  divide,
  gcd,
  multiply,
  rational,
  type Rational,
  reduced,
  subtract,
  writeRational,
} from './rational.ts';
export { err, ok, type Result } from './result.ts';
export { isUuid } from './uuid.ts';
