// Pairs of points, one in each lane; the formulas are those of ../scalar/point.ts.
// Bounds: coordinates of points and entries of tables are carried. Of the two factors of every product one is carried
//   and the other is a sum of at most two carried ones, as ../../kernels/lane-kernel.ts requires; the functions whose
//   names say "Carried" are there for that.
import { LANE_FIELD, LANE_POINT, LANE_T, LANE_Y, LANE_Z } from './lane-memory';
import {
  add2,
  addCarried2,
  doubleSubtractCarried2,
  multiply2,
  negate2,
  square2,
  subtract2,
  subtractCarried2,
} from './lane-kernel';
import { FOR_MULTIPLES, FOR_POINTS } from './scratch';
import { fromBytes } from '../scalar/from-bytes';
import { pack } from './lane-field';

const D_BYTES: usize = memory.data<u64>([
  0x75eb4dca135978a3, 0x00700a4d4141d8ab, 0x8cc740797779e898, 0x52036cee2b6ffe73,
]);
const D2_BYTES: usize = memory.data<u64>([
  0xebd69b9426b2f159, 0x00e0149a8283b156, 0x198e80f2eef3d130, 0x2406d9dc56dffce7,
]);
const HALF_BYTES: usize = memory.data<u64>([
  0xfffffffffffffff7, 0xffffffffffffffff, 0xffffffffffffffff, 0x3fffffffffffffff,
]);
/** d, 2d and 1/2 in both lanes, and the halved neutral summand (1/2, 1/2, 0); set once by `setLaneConstants`. */
export const D: usize = memory.data(80, 16);
const D2: usize = memory.data(80, 16);
export const HALF: usize = memory.data(80, 16);
export const NEUTRAL: usize = memory.data(240, 16);

const A: usize = FOR_POINTS;
const B: usize = FOR_POINTS + LANE_FIELD;
const C: usize = FOR_POINTS + 2 * LANE_FIELD;
const E: usize = FOR_POINTS + 3 * LANE_FIELD;
const F: usize = FOR_POINTS + 4 * LANE_FIELD;
const G: usize = FOR_POINTS + 5 * LANE_FIELD;
const H: usize = FOR_POINTS + 6 * LANE_FIELD;
const V: usize = FOR_POINTS + 7 * LANE_FIELD;
const CACHED_SUMMAND: usize = FOR_MULTIPLES + 3 * LANE_POINT;

export function setLaneConstants(): void {
  fromBytes(FOR_POINTS, D_BYTES);
  pack(D, FOR_POINTS, FOR_POINTS);
  fromBytes(FOR_POINTS, D2_BYTES);
  pack(D2, FOR_POINTS, FOR_POINTS);
  fromBytes(FOR_POINTS, HALF_BYTES);
  pack(HALF, FOR_POINTS, FOR_POINTS);
  memory.copy(NEUTRAL, HALF, LANE_FIELD);
  memory.copy(NEUTRAL + LANE_FIELD, HALF, LANE_FIELD);
}

export function setIdentity2(r: usize): void {
  memory.fill(r, 0, LANE_POINT);
  v128.store(r + LANE_Y, f64x2(1, 1));
  v128.store(r + LANE_Z, f64x2(1, 1));
}

export function negatePoints2(r: usize, p: usize): void {
  memory.copy(r, p, LANE_POINT);
  negate2(r, r);
  negate2(r + LANE_T, r + LANE_T);
}

function finishWithoutT(r: usize): void {
  multiply2(r, E, F);
  multiply2(r + LANE_Y, G, H);
  multiply2(r + LANE_Z, F, G);
}

/**
 * r = 2^times · p, times ≥ 1. T is computed for the last doubling alone. All four results of the scalar formula change
 * their sign here, which changes no point: so E = 2XY needs no carry.
 */
export function double2(r: usize, p: usize, times: i32): void {
  let from = p;
  for (let left = times; left > 0; left--) {
    square2(A, from);
    square2(B, from + LANE_Y);
    square2(C, from + LANE_Z);
    multiply2(E, from, from + LANE_Y);
    add2(E, E, E);
    addCarried2(H, A, B);
    subtract2(G, B, A);
    doubleSubtractCarried2(F, C, G);
    finishWithoutT(r);
    from = r;
  }
  multiply2(r + LANE_T, E, H);
}

/** c = p, ready to be added. */
export function toCached2(c: usize, p: usize): void {
  addCarried2(c, p + LANE_Y, p);
  subtractCarried2(c + LANE_Y, p + LANE_Y, p);
  add2(c + LANE_Z, p + LANE_Z, p + LANE_Z);
  multiply2(c + LANE_T, p + LANE_T, D2);
}

/** From A, B, F and G: E = B − A, H = B + A, and the result. */
function finish(r: usize): void {
  subtract2(E, B, A);
  addCarried2(H, B, A);
  finishWithoutT(r);
  multiply2(r + LANE_T, E, H);
}

/** A = (Y − X)(minus part of c), B = (Y + X)(plus part of c). */
function crossProducts(p: usize, plus: usize, minus: usize): void {
  subtract2(A, p + LANE_Y, p);
  add2(B, p + LANE_Y, p);
  multiply2(A, A, minus);
  multiply2(B, B, plus);
}

/** r = p + c in both lanes. */
export function addCached2(r: usize, p: usize, c: usize): void {
  crossProducts(p, c, c + LANE_Y);
  multiply2(C, p + LANE_T, c + LANE_T);
  multiply2(V, p + LANE_Z, c + LANE_Z);
  subtractCarried2(F, V, C);
  add2(G, V, C);
  finish(r);
}

/** r = p − c in both lanes. */
export function subtractCached2(r: usize, p: usize, c: usize): void {
  crossProducts(p, c + LANE_Y, c);
  multiply2(C, p + LANE_T, c + LANE_T);
  multiply2(V, p + LANE_Z, c + LANE_Z);
  addCarried2(F, V, C);
  subtract2(G, V, C);
  finish(r);
}

/** r = p + c for halved affine summands. */
export function addAffine2(r: usize, p: usize, c: usize): void {
  crossProducts(p, c, c + LANE_FIELD);
  multiply2(C, p + LANE_T, c + 2 * LANE_FIELD);
  subtractCarried2(F, p + LANE_Z, C);
  add2(G, p + LANE_Z, C);
  finish(r);
}

/** r = p − c for halved affine summands. */
export function subtractAffine2(r: usize, p: usize, c: usize): void {
  crossProducts(p, c + LANE_FIELD, c);
  multiply2(C, p + LANE_T, c + 2 * LANE_FIELD);
  addCarried2(F, p + LANE_Z, C);
  subtract2(G, p + LANE_Z, C);
  finish(r);
}

/** r = p + q. */
export function addPoints2(r: usize, p: usize, q: usize): void {
  toCached2(CACHED_SUMMAND, q);
  addCached2(r, p, CACHED_SUMMAND);
}

/** entry = the affine summands a and b of the scalar module, halved. */
export function packAffine(entry: usize, a: usize, b: usize): void {
  for (let i: usize = 0; i < 3; i++) {
    pack(entry + LANE_FIELD * i, a + 40 * i, b + 40 * i);
    multiply2(entry + LANE_FIELD * i, entry + LANE_FIELD * i, HALF);
  }
}
