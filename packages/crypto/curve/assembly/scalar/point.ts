// Points of −x² + y² = 1 + d x² y² over GF(p), in extended coordinates.
// Source: Hisil, Wong, Carter, Dawson, "Twisted Edwards Curves Revisited", ASIACRYPT 2008, for a = −1. The addition is
//   complete: it needs no exceptions, neither for equal points nor for the identity.
// Bounds: coordinates are carried (or negated carried); every factor below is a sum of at most four carried elements.
import { FIELD, POINT, T, Y, Z } from './memory-map';
import { FOR_MULTIPLES, FOR_POINTS } from './scratch';
import { ONE, add, addSubtract, copy, isZero, negate, setSmall, subtract } from './field';
import { fromBytes } from './from-bytes';
import { multiply, square } from './field-kernel';

const D_BYTES: usize = memory.data<u64>([
  0x75eb4dca135978a3, 0x00700a4d4141d8ab, 0x8cc740797779e898, 0x52036cee2b6ffe73,
]);
/** The constants d and 2d of the curve; set once by `setCurveConstants`. */
export const D: usize = memory.data(40, 16);
export const D2: usize = memory.data(40, 16);

const A: usize = FOR_POINTS;
const B: usize = FOR_POINTS + FIELD;
const C: usize = FOR_POINTS + 2 * FIELD;
const F: usize = FOR_POINTS + 3 * FIELD;
const G: usize = FOR_POINTS + 4 * FIELD;
const H: usize = FOR_POINTS + 5 * FIELD;
const E: usize = FOR_POINTS + 6 * FIELD;
const V: usize = FOR_POINTS + 7 * FIELD;
const CACHED_SUMMAND: usize = FOR_MULTIPLES + 3 * POINT;

export function setCurveConstants(): void {
  fromBytes(D, D_BYTES);
  add(D2, D, D);
  multiply(D2, D2, ONE);
}

/** r = the neutral element. */
export function setIdentity(r: usize): void {
  setSmall(r, 0);
  setSmall(r + Y, 1);
  setSmall(r + Z, 1);
  setSmall(r + T, 0);
}

/** Whether p is the neutral element: X = 0 and Y = Z. The branch reveals it: for public points. */
export function isIdentity(p: usize): bool {
  subtract(V, p + Y, p + Z);
  return isZero(p) && isZero(V);
}

/** r = −p. */
export function negatePoint(r: usize, p: usize): void {
  if (r != p) memory.copy(r, p, POINT);
  negate(r, r);
  negate(r + T, r + T);
}

function finishWithoutT(r: usize): void {
  multiply(r, E, F);
  multiply(r + Y, G, H);
  multiply(r + Z, F, G);
}

/** r = 2^times · p, times ≥ 1. T is computed for the last doubling alone. */
export function double(r: usize, p: usize, times: i32): void {
  let from = p;
  for (let left = times; left > 0; left--) {
    square(A, from);
    square(B, from + Y);
    square(C, from + Z);
    add(V, from, from + Y);
    square(V, V);
    addSubtract(H, G, A, B);
    subtract(E, H, V);
    add(C, C, C);
    add(F, C, G);
    finishWithoutT(r);
    from = r;
  }
  multiply(r + T, E, H);
}

/** c = p, ready to be added. */
export function toCached(c: usize, p: usize): void {
  addSubtract(c, c + Y, p + Y, p);
  add(c + Z, p + Z, p + Z);
  multiply(c + T, p + T, D2);
}

/** From A, B, F and G: E = B − A, H = B + A, and the result. */
function finish(r: usize): void {
  addSubtract(H, E, B, A);
  finishWithoutT(r);
  multiply(r + T, E, H);
}

/** A = (Y − X)(minus part of c), B = (Y + X)(plus part of c). */
function crossProducts(p: usize, plus: usize, minus: usize): void {
  addSubtract(B, A, p + Y, p);
  multiply(A, A, minus);
  multiply(B, B, plus);
}

/** r = p + c. */
export function addCached(r: usize, p: usize, c: usize): void {
  crossProducts(p, c, c + Y);
  multiply(C, p + T, c + T);
  multiply(V, p + Z, c + Z);
  addSubtract(G, F, V, C);
  finish(r);
}

/** r = p − c: the sums of c change places, and its T the sign. */
export function subtractCached(r: usize, p: usize, c: usize): void {
  crossProducts(p, c + Y, c);
  multiply(C, p + T, c + T);
  multiply(V, p + Z, c + Z);
  addSubtract(F, G, V, C);
  finish(r);
}

/** r = p + c for an affine c. */
export function addAffine(r: usize, p: usize, c: usize): void {
  crossProducts(p, c, c + FIELD);
  multiply(C, p + T, c + 2 * FIELD);
  add(V, p + Z, p + Z);
  addSubtract(G, F, V, C);
  finish(r);
}

/** r = p − c for an affine c. */
export function subtractAffine(r: usize, p: usize, c: usize): void {
  crossProducts(p, c + FIELD, c);
  multiply(C, p + T, c + 2 * FIELD);
  add(V, p + Z, p + Z);
  addSubtract(F, G, V, C);
  finish(r);
}

/** r = p + q. */
export function addPoint(r: usize, p: usize, q: usize): void {
  toCached(CACHED_SUMMAND, q);
  addCached(r, p, CACHED_SUMMAND);
}

/** a = p as an affine summand, given 1/Z. */
export function toAffine(a: usize, p: usize, inverseZ: usize): void {
  multiply(A, p, inverseZ);
  multiply(B, p + Y, inverseZ);
  addSubtract(a, a + FIELD, B, A);
  multiply(a, a, ONE);
  multiply(a + FIELD, a + FIELD, ONE);
  multiply(a + 2 * FIELD, A, B);
  multiply(a + 2 * FIELD, a + 2 * FIELD, D2);
}

/** The neutral element as an affine summand. */
export function setAffineIdentity(a: usize): void {
  copy(a, ONE);
  copy(a + FIELD, ONE);
  setSmall(a + 2 * FIELD, 0);
  store<i64>(a, 0, 120);
}
