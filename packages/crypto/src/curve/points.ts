import { type Brand, branded, invariant } from '@convite/kernel';

/**
 * Points of the curve as the core holds them, 160 bytes each (X, Y, Z, T in ten limbs of 32 bits), one after the other.
 *
 * They are on the curve; whether their order is prime, the holder must know. Two blocks of other bytes may hold the same
 * point: compare with `CurveCore.equal` or by encoding.
 */
export type Points = Brand<Uint8Array, 'Points'>;

export const POINT_BYTES = 160;

/** Bytes that the core has written. */
export const pointsOf = (bytes: Uint8Array): Points => branded<Uint8Array, 'Points'>(bytes);

export const countPoints = (points: Points): number => points.length / POINT_BYTES;

/** Points `from` up to, but not with, `to`. */
export const slicePoints = (points: Points, from: number, to: number): Points =>
  pointsOf(points.slice(from * POINT_BYTES, to * POINT_BYTES));

/** All blocks one after the other. */
export function joinPoints(blocks: readonly Points[]): Points {
  const joined = new Uint8Array(blocks.reduce((bytes, block) => bytes + block.length, 0));
  let at = 0;
  for (const block of blocks) {
    joined.set(block, at);
    at += block.length;
  }
  return pointsOf(joined);
}

/** Numbers of [0, ℓ) as the core takes them: 32 bytes each, little-endian. */
export function scalarBytes(scalars: readonly bigint[]): Uint8Array {
  const bytes = new Uint8Array(32 * scalars.length);
  const words = new BigUint64Array(bytes.buffer);
  for (const [i, scalar] of scalars.entries()) {
    invariant(scalar >= 0n && scalar < 1n << 253n, 'a scalar is below the group order');
    for (let word = 0; word < 4; word++) words[4 * i + word] = BigInt.asUintN(64, scalar >> BigInt(64 * word));
  }
  return bytes;
}

/** Reads what `scalarBytes` writes. */
export function scalarsOfBytes(bytes: Uint8Array): readonly bigint[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: bytes.length / 32 }, (_, i) =>
    [24, 16, 8, 0].reduce((scalar, at) => (scalar << 64n) | view.getBigUint64(32 * i + at, true), 0n),
  );
}
