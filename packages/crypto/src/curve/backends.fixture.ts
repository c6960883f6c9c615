import { ed25519 } from '@noble/curves/ed25519.js';
import type { CurveCore, CurveCoreName } from './curve.ts';
import { loadCurveCore } from './load-curve.ts';

export const Point = ed25519.Point;
export type CurvePoint = typeof Point.BASE;
export const order = Point.Fn.ORDER;
export const prime = 2n ** 255n - 19n;

/** A point of order 8: its multiples have the orders 1, 2, 4 and 8. */
export const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa');

async function loaded(name: CurveCoreName): Promise<CurveCore> {
  const core = await loadCurveCore(name);
  if (!core.ok) throw new Error(core.error);
  return core.value;
}

/** Both backends, for tests that hold for either. */
export const cores: readonly CurveCore[] = [await loaded('wasm-fused'), await loaded('wasm-scalar')];

/** A power by the other library, for any scalar. */
export const power = (point: CurvePoint, scalar: bigint): CurvePoint =>
  scalar % order === 0n ? Point.ZERO : point.multiplyUnsafe(scalar % order);

/** Numbers that look random and are the same in each run. Source: Marsaglia, "Xorshift RNGs", 2003, 64 bits. */
export function numbers(seed: bigint): (bits: number) => bigint {
  let state = seed;
  return (bits) => {
    let number = 0n;
    for (let have = 0; have < bits; have += 64) {
      state ^= BigInt.asUintN(64, state << 13n);
      state ^= state >> 7n;
      state ^= BigInt.asUintN(64, state << 17n);
      number = (number << 64n) | state;
    }
    return BigInt.asUintN(bits, number);
  };
}

/** Scalars in which carries, windows and signs change. */
export const edgeScalars: readonly bigint[] = [
  0n,
  1n,
  2n,
  3n,
  15n,
  16n,
  17n,
  127n,
  128n,
  129n,
  255n,
  256n,
  order - 1n,
  order - 2n,
  2n ** 252n,
  2n ** 252n - 1n,
  (2n ** 252n - 1n) / 3n,
  ((2n ** 252n - 1n) / 31n) * 16n,
  (2n ** 252n - 1n) / 255n,
  ((2n ** 248n - 1n) / 255n) * 128n,
  2n ** 128n - 1n,
  2n ** 200n,
];

export const textOf = (point: CurvePoint): string => Buffer.from(point.toBytes()).reverse().toString('hex');

/** The 32 bytes of a number, little-endian. */
export function bytesOf(number: bigint): Uint8Array {
  return Uint8Array.from(Buffer.from(number.toString(16).padStart(64, '0'), 'hex').reverse());
}

export function numberOf(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes.toReversed()).toString('hex')}`);
}
