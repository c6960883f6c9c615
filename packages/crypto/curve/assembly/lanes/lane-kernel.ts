// Written by kernels/lane-kernel.ts, which holds the formulas and their bounds. Change that, then build.

const POOL: usize = memory.data<u64>(
  [
    0x4668000000000000, 0x4668000000000000, 0x4668000000000003, 0x4668000000000003, 0xfccc000000000000,
    0xfccc000000000000, 0x732bfffffffff800, 0x732bfffffffff800, 0xe98bfffffffff800, 0xe98bfffffffff800,
    0x5febfffffffff800, 0x5febfffffffff800, 0xd64bfffffffff800, 0xd64bfffffffff800, 0x9318000000000000,
    0x9318000000000000, 0x1cb8000000000000, 0x1cb8000000000000, 0xa658000000000000, 0xa658000000000000,
    0x2ff8000000000000, 0x2ff8000000000000, 0xb998000000000000, 0xb998000000000000, 0x7ffffffffffff, 0x7ffffffffffff,
    0x7ffffffff6800, 0x7ffffffff6800, 0x4330000000000000, 0x4330000000000000, 0x4334000000000000, 0x4334000000000000,
    0x4334000000000001, 0x4334000000000001, 0xb663fffffffff800, 0xb663fffffffff800, 0x2cc3fffffffff800,
    0x2cc3fffffffff800, 0xecc0000000000000, 0xecc0000000000000, 0x7660000000000000, 0x7660000000000000,
    0x3cc0000000000000, 0x3cc0000000000000, 0x3d03000000000000, 0x3d03000000000000,
  ],
  16,
);

function times19(t: v128): v128 {
  return i64x2.add(i64x2.add(t, i64x2.shl(t, 1)), i64x2.shl(t, 4));
}

/** r = a·b, carried. Requires: one factor carried, the other at most a sum of two carried ones. */
export function multiply2(r: usize, a: usize, b: usize): void {
  const a0 = v128.load(a, 0);
  const a1 = v128.load(a, 16);
  const a2 = v128.load(a, 32);
  const a3 = v128.load(a, 48);
  const a4 = v128.load(a, 64);
  const b0 = v128.load(b, 0);
  const b1 = v128.load(b, 16);
  const b2 = v128.load(b, 32);
  const b3 = v128.load(b, 48);
  const b4 = v128.load(b, 64);
  const C1 = v128.load(POOL, 0);
  const C2 = v128.load(POOL, 16);
  let hi: v128;
  let lo: v128;
  let c0 = v128.load(POOL, 32);
  let c1 = v128.load(POOL, 48);
  let c2 = v128.load(POOL, 64);
  let c3 = v128.load(POOL, 80);
  let c4 = v128.load(POOL, 96);
  let c5 = v128.load(POOL, 112);
  let c6 = v128.load(POOL, 128);
  let c7 = v128.load(POOL, 144);
  let c8 = v128.load(POOL, 160);
  let c9 = v128.load(POOL, 176);
  hi = f64x2.relaxed_madd(a0, b0, C1);
  lo = f64x2.relaxed_madd(a0, b0, f64x2.sub(C2, hi));
  c0 = i64x2.add(c0, lo);
  c1 = i64x2.add(c1, hi);
  hi = f64x2.relaxed_madd(a0, b1, C1);
  lo = f64x2.relaxed_madd(a0, b1, f64x2.sub(C2, hi));
  c1 = i64x2.add(c1, lo);
  c2 = i64x2.add(c2, hi);
  hi = f64x2.relaxed_madd(a1, b0, C1);
  lo = f64x2.relaxed_madd(a1, b0, f64x2.sub(C2, hi));
  c1 = i64x2.add(c1, lo);
  c2 = i64x2.add(c2, hi);
  hi = f64x2.relaxed_madd(a0, b2, C1);
  lo = f64x2.relaxed_madd(a0, b2, f64x2.sub(C2, hi));
  c2 = i64x2.add(c2, lo);
  c3 = i64x2.add(c3, hi);
  hi = f64x2.relaxed_madd(a1, b1, C1);
  lo = f64x2.relaxed_madd(a1, b1, f64x2.sub(C2, hi));
  c2 = i64x2.add(c2, lo);
  c3 = i64x2.add(c3, hi);
  hi = f64x2.relaxed_madd(a2, b0, C1);
  lo = f64x2.relaxed_madd(a2, b0, f64x2.sub(C2, hi));
  c2 = i64x2.add(c2, lo);
  c3 = i64x2.add(c3, hi);
  hi = f64x2.relaxed_madd(a0, b3, C1);
  lo = f64x2.relaxed_madd(a0, b3, f64x2.sub(C2, hi));
  c3 = i64x2.add(c3, lo);
  c4 = i64x2.add(c4, hi);
  hi = f64x2.relaxed_madd(a1, b2, C1);
  lo = f64x2.relaxed_madd(a1, b2, f64x2.sub(C2, hi));
  c3 = i64x2.add(c3, lo);
  c4 = i64x2.add(c4, hi);
  hi = f64x2.relaxed_madd(a2, b1, C1);
  lo = f64x2.relaxed_madd(a2, b1, f64x2.sub(C2, hi));
  c3 = i64x2.add(c3, lo);
  c4 = i64x2.add(c4, hi);
  hi = f64x2.relaxed_madd(a3, b0, C1);
  lo = f64x2.relaxed_madd(a3, b0, f64x2.sub(C2, hi));
  c3 = i64x2.add(c3, lo);
  c4 = i64x2.add(c4, hi);
  hi = f64x2.relaxed_madd(a0, b4, C1);
  lo = f64x2.relaxed_madd(a0, b4, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(a1, b3, C1);
  lo = f64x2.relaxed_madd(a1, b3, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(a2, b2, C1);
  lo = f64x2.relaxed_madd(a2, b2, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(a3, b1, C1);
  lo = f64x2.relaxed_madd(a3, b1, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(a4, b0, C1);
  lo = f64x2.relaxed_madd(a4, b0, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(a1, b4, C1);
  lo = f64x2.relaxed_madd(a1, b4, f64x2.sub(C2, hi));
  c5 = i64x2.add(c5, lo);
  c6 = i64x2.add(c6, hi);
  hi = f64x2.relaxed_madd(a2, b3, C1);
  lo = f64x2.relaxed_madd(a2, b3, f64x2.sub(C2, hi));
  c5 = i64x2.add(c5, lo);
  c6 = i64x2.add(c6, hi);
  hi = f64x2.relaxed_madd(a3, b2, C1);
  lo = f64x2.relaxed_madd(a3, b2, f64x2.sub(C2, hi));
  c5 = i64x2.add(c5, lo);
  c6 = i64x2.add(c6, hi);
  hi = f64x2.relaxed_madd(a4, b1, C1);
  lo = f64x2.relaxed_madd(a4, b1, f64x2.sub(C2, hi));
  c5 = i64x2.add(c5, lo);
  c6 = i64x2.add(c6, hi);
  hi = f64x2.relaxed_madd(a2, b4, C1);
  lo = f64x2.relaxed_madd(a2, b4, f64x2.sub(C2, hi));
  c6 = i64x2.add(c6, lo);
  c7 = i64x2.add(c7, hi);
  hi = f64x2.relaxed_madd(a3, b3, C1);
  lo = f64x2.relaxed_madd(a3, b3, f64x2.sub(C2, hi));
  c6 = i64x2.add(c6, lo);
  c7 = i64x2.add(c7, hi);
  hi = f64x2.relaxed_madd(a4, b2, C1);
  lo = f64x2.relaxed_madd(a4, b2, f64x2.sub(C2, hi));
  c6 = i64x2.add(c6, lo);
  c7 = i64x2.add(c7, hi);
  hi = f64x2.relaxed_madd(a3, b4, C1);
  lo = f64x2.relaxed_madd(a3, b4, f64x2.sub(C2, hi));
  c7 = i64x2.add(c7, lo);
  c8 = i64x2.add(c8, hi);
  hi = f64x2.relaxed_madd(a4, b3, C1);
  lo = f64x2.relaxed_madd(a4, b3, f64x2.sub(C2, hi));
  c7 = i64x2.add(c7, lo);
  c8 = i64x2.add(c8, hi);
  hi = f64x2.relaxed_madd(a4, b4, C1);
  lo = f64x2.relaxed_madd(a4, b4, f64x2.sub(C2, hi));
  c8 = i64x2.add(c8, lo);
  c9 = i64x2.add(c9, hi);
  c0 = i64x2.add(c0, times19(c5));
  c1 = i64x2.add(c1, times19(c6));
  c2 = i64x2.add(c2, times19(c7));
  c3 = i64x2.add(c3, times19(c8));
  c4 = i64x2.add(c4, times19(c9));
  const M = v128.load(POOL, 192);
  c1 = i64x2.add(c1, i64x2.shr_u(c0, 51));
  c0 = v128.and(c0, M);
  c2 = i64x2.add(c2, i64x2.shr_u(c1, 51));
  c1 = v128.and(c1, M);
  c3 = i64x2.add(c3, i64x2.shr_u(c2, 51));
  c2 = v128.and(c2, M);
  c4 = i64x2.add(c4, i64x2.shr_u(c3, 51));
  c3 = v128.and(c3, M);
  c0 = i64x2.add(i64x2.add(c0, v128.load(POOL, 208)), times19(i64x2.shr_u(c4, 51)));
  c4 = v128.and(c4, M);
  c1 = i64x2.add(c1, i64x2.shr_u(c0, 51));
  c0 = v128.and(c0, M);
  const E = v128.load(POOL, 224);
  const S = v128.load(POOL, 240);
  v128.store(r, f64x2.sub(v128.or(c0, E), S));
  v128.store(r, f64x2.sub(i64x2.add(c1, E), v128.load(POOL, 256)), 16);
  v128.store(r, f64x2.sub(v128.or(c2, E), S), 32);
  v128.store(r, f64x2.sub(v128.or(c3, E), S), 48);
  v128.store(r, f64x2.sub(v128.or(c4, E), S), 64);
}

/** r = a², carried. Requires: a carried. */
export function square2(r: usize, a: usize): void {
  const a0 = v128.load(a, 0);
  const a1 = v128.load(a, 16);
  const a2 = v128.load(a, 32);
  const a3 = v128.load(a, 48);
  const a4 = v128.load(a, 64);
  const d0 = f64x2.add(a0, a0);
  const d1 = f64x2.add(a1, a1);
  const d2 = f64x2.add(a2, a2);
  const d3 = f64x2.add(a3, a3);
  const C1 = v128.load(POOL, 0);
  const C2 = v128.load(POOL, 16);
  let hi: v128;
  let lo: v128;
  let c0 = v128.load(POOL, 32);
  let c1 = v128.load(POOL, 272);
  let c2 = v128.load(POOL, 48);
  let c3 = v128.load(POOL, 288);
  let c4 = v128.load(POOL, 64);
  let c5 = v128.load(POOL, 144);
  let c6 = v128.load(POOL, 304);
  let c7 = v128.load(POOL, 160);
  let c8 = v128.load(POOL, 320);
  let c9 = v128.load(POOL, 176);
  hi = f64x2.relaxed_madd(a0, a0, C1);
  lo = f64x2.relaxed_madd(a0, a0, f64x2.sub(C2, hi));
  c0 = i64x2.add(c0, lo);
  c1 = i64x2.add(c1, hi);
  hi = f64x2.relaxed_madd(d0, a1, C1);
  lo = f64x2.relaxed_madd(d0, a1, f64x2.sub(C2, hi));
  c1 = i64x2.add(c1, lo);
  c2 = i64x2.add(c2, hi);
  hi = f64x2.relaxed_madd(d0, a2, C1);
  lo = f64x2.relaxed_madd(d0, a2, f64x2.sub(C2, hi));
  c2 = i64x2.add(c2, lo);
  c3 = i64x2.add(c3, hi);
  hi = f64x2.relaxed_madd(a1, a1, C1);
  lo = f64x2.relaxed_madd(a1, a1, f64x2.sub(C2, hi));
  c2 = i64x2.add(c2, lo);
  c3 = i64x2.add(c3, hi);
  hi = f64x2.relaxed_madd(d0, a3, C1);
  lo = f64x2.relaxed_madd(d0, a3, f64x2.sub(C2, hi));
  c3 = i64x2.add(c3, lo);
  c4 = i64x2.add(c4, hi);
  hi = f64x2.relaxed_madd(d1, a2, C1);
  lo = f64x2.relaxed_madd(d1, a2, f64x2.sub(C2, hi));
  c3 = i64x2.add(c3, lo);
  c4 = i64x2.add(c4, hi);
  hi = f64x2.relaxed_madd(d0, a4, C1);
  lo = f64x2.relaxed_madd(d0, a4, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(d1, a3, C1);
  lo = f64x2.relaxed_madd(d1, a3, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(a2, a2, C1);
  lo = f64x2.relaxed_madd(a2, a2, f64x2.sub(C2, hi));
  c4 = i64x2.add(c4, lo);
  c5 = i64x2.add(c5, hi);
  hi = f64x2.relaxed_madd(d1, a4, C1);
  lo = f64x2.relaxed_madd(d1, a4, f64x2.sub(C2, hi));
  c5 = i64x2.add(c5, lo);
  c6 = i64x2.add(c6, hi);
  hi = f64x2.relaxed_madd(d2, a3, C1);
  lo = f64x2.relaxed_madd(d2, a3, f64x2.sub(C2, hi));
  c5 = i64x2.add(c5, lo);
  c6 = i64x2.add(c6, hi);
  hi = f64x2.relaxed_madd(d2, a4, C1);
  lo = f64x2.relaxed_madd(d2, a4, f64x2.sub(C2, hi));
  c6 = i64x2.add(c6, lo);
  c7 = i64x2.add(c7, hi);
  hi = f64x2.relaxed_madd(a3, a3, C1);
  lo = f64x2.relaxed_madd(a3, a3, f64x2.sub(C2, hi));
  c6 = i64x2.add(c6, lo);
  c7 = i64x2.add(c7, hi);
  hi = f64x2.relaxed_madd(d3, a4, C1);
  lo = f64x2.relaxed_madd(d3, a4, f64x2.sub(C2, hi));
  c7 = i64x2.add(c7, lo);
  c8 = i64x2.add(c8, hi);
  hi = f64x2.relaxed_madd(a4, a4, C1);
  lo = f64x2.relaxed_madd(a4, a4, f64x2.sub(C2, hi));
  c8 = i64x2.add(c8, lo);
  c9 = i64x2.add(c9, hi);
  c0 = i64x2.add(c0, times19(c5));
  c1 = i64x2.add(c1, times19(c6));
  c2 = i64x2.add(c2, times19(c7));
  c3 = i64x2.add(c3, times19(c8));
  c4 = i64x2.add(c4, times19(c9));
  const M = v128.load(POOL, 192);
  c1 = i64x2.add(c1, i64x2.shr_u(c0, 51));
  c0 = v128.and(c0, M);
  c2 = i64x2.add(c2, i64x2.shr_u(c1, 51));
  c1 = v128.and(c1, M);
  c3 = i64x2.add(c3, i64x2.shr_u(c2, 51));
  c2 = v128.and(c2, M);
  c4 = i64x2.add(c4, i64x2.shr_u(c3, 51));
  c3 = v128.and(c3, M);
  c0 = i64x2.add(i64x2.add(c0, v128.load(POOL, 208)), times19(i64x2.shr_u(c4, 51)));
  c4 = v128.and(c4, M);
  c1 = i64x2.add(c1, i64x2.shr_u(c0, 51));
  c0 = v128.and(c0, M);
  const E = v128.load(POOL, 224);
  const S = v128.load(POOL, 240);
  v128.store(r, f64x2.sub(v128.or(c0, E), S));
  v128.store(r, f64x2.sub(i64x2.add(c1, E), v128.load(POOL, 256)), 16);
  v128.store(r, f64x2.sub(v128.or(c2, E), S), 32);
  v128.store(r, f64x2.sub(v128.or(c3, E), S), 48);
  v128.store(r, f64x2.sub(v128.or(c4, E), S), 64);
}

/** r = a + b, not carried. */
export function add2(r: usize, a: usize, b: usize): void {
  v128.store(r, f64x2.add(v128.load(a, 0), v128.load(b, 0)), 0);
  v128.store(r, f64x2.add(v128.load(a, 16), v128.load(b, 16)), 16);
  v128.store(r, f64x2.add(v128.load(a, 32), v128.load(b, 32)), 32);
  v128.store(r, f64x2.add(v128.load(a, 48), v128.load(b, 48)), 48);
  v128.store(r, f64x2.add(v128.load(a, 64), v128.load(b, 64)), 64);
}

/** r = a − b, not carried. */
export function subtract2(r: usize, a: usize, b: usize): void {
  v128.store(r, f64x2.sub(v128.load(a, 0), v128.load(b, 0)), 0);
  v128.store(r, f64x2.sub(v128.load(a, 16), v128.load(b, 16)), 16);
  v128.store(r, f64x2.sub(v128.load(a, 32), v128.load(b, 32)), 32);
  v128.store(r, f64x2.sub(v128.load(a, 48), v128.load(b, 48)), 48);
  v128.store(r, f64x2.sub(v128.load(a, 64), v128.load(b, 64)), 64);
}

/** r = a + b, carried: |limb| ≤ 2^50 + 19 for |a + b| < 2^52. */
export function addCarried2(r: usize, a: usize, b: usize): void {
  const a0 = f64x2.add(v128.load(a, 0), v128.load(b, 0));
  const a1 = f64x2.add(v128.load(a, 16), v128.load(b, 16));
  const a2 = f64x2.add(v128.load(a, 32), v128.load(b, 32));
  const a3 = f64x2.add(v128.load(a, 48), v128.load(b, 48));
  const a4 = f64x2.add(v128.load(a, 64), v128.load(b, 64));
  const C = v128.load(POOL, 0);
  const D = v128.load(POOL, 336);
  const W = v128.load(POOL, 352);
  const k0 = f64x2.sub(f64x2.add(a0, C), C);
  const k1 = f64x2.sub(f64x2.add(a1, C), C);
  const k2 = f64x2.sub(f64x2.add(a2, C), C);
  const k3 = f64x2.sub(f64x2.add(a3, C), C);
  const k4 = f64x2.sub(f64x2.add(a4, C), C);
  v128.store(r, f64x2.relaxed_madd(k4, W, f64x2.sub(a0, k0)), 0);
  v128.store(r, f64x2.relaxed_madd(k0, D, f64x2.sub(a1, k1)), 16);
  v128.store(r, f64x2.relaxed_madd(k1, D, f64x2.sub(a2, k2)), 32);
  v128.store(r, f64x2.relaxed_madd(k2, D, f64x2.sub(a3, k3)), 48);
  v128.store(r, f64x2.relaxed_madd(k3, D, f64x2.sub(a4, k4)), 64);
}

/** r = a − b, carried: |limb| ≤ 2^50 + 19 for |a − b| < 2^52. */
export function subtractCarried2(r: usize, a: usize, b: usize): void {
  const a0 = f64x2.sub(v128.load(a, 0), v128.load(b, 0));
  const a1 = f64x2.sub(v128.load(a, 16), v128.load(b, 16));
  const a2 = f64x2.sub(v128.load(a, 32), v128.load(b, 32));
  const a3 = f64x2.sub(v128.load(a, 48), v128.load(b, 48));
  const a4 = f64x2.sub(v128.load(a, 64), v128.load(b, 64));
  const C = v128.load(POOL, 0);
  const D = v128.load(POOL, 336);
  const W = v128.load(POOL, 352);
  const k0 = f64x2.sub(f64x2.add(a0, C), C);
  const k1 = f64x2.sub(f64x2.add(a1, C), C);
  const k2 = f64x2.sub(f64x2.add(a2, C), C);
  const k3 = f64x2.sub(f64x2.add(a3, C), C);
  const k4 = f64x2.sub(f64x2.add(a4, C), C);
  v128.store(r, f64x2.relaxed_madd(k4, W, f64x2.sub(a0, k0)), 0);
  v128.store(r, f64x2.relaxed_madd(k0, D, f64x2.sub(a1, k1)), 16);
  v128.store(r, f64x2.relaxed_madd(k1, D, f64x2.sub(a2, k2)), 32);
  v128.store(r, f64x2.relaxed_madd(k2, D, f64x2.sub(a3, k3)), 48);
  v128.store(r, f64x2.relaxed_madd(k3, D, f64x2.sub(a4, k4)), 64);
}

/** r = 2a − b, carried: |limb| ≤ 2^50 + 38 for a carried and b a difference of two carried. */
export function doubleSubtractCarried2(r: usize, a: usize, b: usize): void {
  const a0 = f64x2.sub(f64x2.add(v128.load(a, 0), v128.load(a, 0)), v128.load(b, 0));
  const a1 = f64x2.sub(f64x2.add(v128.load(a, 16), v128.load(a, 16)), v128.load(b, 16));
  const a2 = f64x2.sub(f64x2.add(v128.load(a, 32), v128.load(a, 32)), v128.load(b, 32));
  const a3 = f64x2.sub(f64x2.add(v128.load(a, 48), v128.load(a, 48)), v128.load(b, 48));
  const a4 = f64x2.sub(f64x2.add(v128.load(a, 64), v128.load(a, 64)), v128.load(b, 64));
  const C = v128.load(POOL, 0);
  const D = v128.load(POOL, 336);
  const W = v128.load(POOL, 352);
  const k0 = f64x2.sub(f64x2.add(a0, C), C);
  const k1 = f64x2.sub(f64x2.add(a1, C), C);
  const k2 = f64x2.sub(f64x2.add(a2, C), C);
  const k3 = f64x2.sub(f64x2.add(a3, C), C);
  const k4 = f64x2.sub(f64x2.add(a4, C), C);
  v128.store(r, f64x2.relaxed_madd(k4, W, f64x2.sub(a0, k0)), 0);
  v128.store(r, f64x2.relaxed_madd(k0, D, f64x2.sub(a1, k1)), 16);
  v128.store(r, f64x2.relaxed_madd(k1, D, f64x2.sub(a2, k2)), 32);
  v128.store(r, f64x2.relaxed_madd(k2, D, f64x2.sub(a3, k3)), 48);
  v128.store(r, f64x2.relaxed_madd(k3, D, f64x2.sub(a4, k4)), 64);
}

/** r = −a. */
export function negate2(r: usize, a: usize): void {
  v128.store(r, f64x2.neg(v128.load(a, 0)), 0);
  v128.store(r, f64x2.neg(v128.load(a, 16)), 16);
  v128.store(r, f64x2.neg(v128.load(a, 32)), 32);
  v128.store(r, f64x2.neg(v128.load(a, 48)), 48);
  v128.store(r, f64x2.neg(v128.load(a, 64)), 64);
}
