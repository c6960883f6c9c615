/**
 * Writes the unrolled product and square of the field GF(p), p = 2^255 − 19, for one element at a time.
 *
 * Symbols: f = Σ f_i 2^ceil(25.5 i), i = 0…9, ten 32-bit limbs; E(t) = Σ f_2i t^i and O(t) = Σ f_(2i+1) t^i with
 *   t = 2^51, so f = E(t) + 2^26 O(t) and t^5 = 19 (mod p).
 * Source: Karatsuba and Ofman 1962, applied once to (E, O): three products of five limbs instead of four.
 *   f g = E E' + 2^52 O O' + 2^26 ((E + O)(E' + O') − E E' − O O'), and 2^52 = 2t.
 * Bounds, for both factors: |even limb| ≤ 2^28 − 1, |odd limb| ≤ 2^27 − 1. The largest column is then
 *   h_0 = A_0 + 19 A_5 + 38 B_4: (1 + 19·4)·2^56 + 38·5·2^54 = 124.5·2^56 < 2^63. Sums inside the middle product
 *   may wrap; the column itself does not, and arithmetic modulo 2^64 makes the wraps cancel.
 * Result: even limbs in [0, 2^26), odd limbs in [0, 2^25), except limb 1 and limb 5, which may stand outside
 *   by less than 2^17 (the carries that come last).
 */
const limbs = [...Array(10).keys()];
const halves = [0, 1, 2, 3, 4];
type Name = (index: number) => string;

const width = (limb: number): number => (limb % 2 === 0 ? 26 : 25);

const loads = (name: string, pointer: string): string[] =>
  limbs.map((i) => `  const ${name}${i} = i64.load32_s(${pointer}, ${4 * i});`);

/** Columns of the product of two five-limb polynomials. */
const convolution = (column: string, x: Name, y: Name): string[] =>
  [...Array(9).keys()].map((k) => {
    const terms = halves.filter((i) => k - i >= 0 && k - i < 5).map((i) => `${x(i)} * ${y(k - i)}`);
    return `  const ${column}${k} = ${terms.join(' + ')};`;
  });

/** Columns of a square: each pair once, by the doubled limb. */
const squareColumns = (column: string, x: Name, doubled: Name): string[] =>
  [...Array(9).keys()].map((k) => {
    const terms = halves
      .filter((i) => k - i >= i && k - i < 5)
      .map((i) => (i === k - i ? `${x(i)} * ${x(i)}` : `${doubled(i)} * ${x(k - i)}`));
    return `  const ${column}${k} = ${terms.join(' + ')};`;
  });

const combine = (): string[] => [
  '  let h0 = A0 + 19 * (A5 + 2 * B4);',
  ...[1, 2, 3].map((k) => `  let h${2 * k} = A${k} + 2 * B${k - 1} + 19 * (A${k + 5} + 2 * B${k + 4});`),
  '  let h8 = A4 + 2 * B3 + 38 * B8;',
  ...[0, 1, 2, 3].map((k) => `  let h${2 * k + 1} = M${k} - A${k} - B${k} + 19 * (M${k + 5} - A${k + 5} - B${k + 5});`),
  '  let h9 = M4 - A4 - B4;',
];

/** Two interleaved carry chains, 0…4 and 4…9, then the wrap of limb 9 and limb 0 once more. */
const carries = (): string[] => [
  '  let carry: i64;',
  ...[0, 4, 1, 5, 2, 6, 3, 7, 4, 8, 9, 0].flatMap((i) => [
    `  carry = h${i} >> ${width(i)};`,
    `  h${(i + 1) % 10} += ${i === 9 ? 'carry * 19' : 'carry'};`,
    `  h${i} &= ${2 ** width(i) - 1};`,
  ]),
];

const stores = (): string[] => limbs.map((i) => `  i64.store32(r, h${i}, ${4 * i});`);

/** @returns the text of `assembly/scalar/field-kernel.ts`. */
export function scalarKernel(): string {
  return [
    '// Written by kernels/scalar-kernel.ts, which holds the formulas and their bounds. Change that, then build.',
    '',
    '/** r = f·g mod p, carried. */',
    'export function multiply(r: usize, f: usize, g: usize): void {',
    ...loads('f', 'f'),
    ...loads('g', 'g'),
    ...convolution(
      'A',
      (i) => `f${2 * i}`,
      (i) => `g${2 * i}`,
    ),
    ...convolution(
      'B',
      (i) => `f${2 * i + 1}`,
      (i) => `g${2 * i + 1}`,
    ),
    ...halves.map((i) => `  const s${i} = f${2 * i} + f${2 * i + 1};`),
    ...halves.map((i) => `  const u${i} = g${2 * i} + g${2 * i + 1};`),
    ...convolution(
      'M',
      (i) => `s${i}`,
      (i) => `u${i}`,
    ),
    ...combine(),
    ...carries(),
    ...stores(),
    '}',
    '',
    '/** r = f² mod p, carried. */',
    'export function square(r: usize, f: usize): void {',
    ...loads('f', 'f'),
    ...halves.slice(0, 4).map((i) => `  const x${i} = 2 * f${2 * i};`),
    ...squareColumns(
      'A',
      (i) => `f${2 * i}`,
      (i) => `x${i}`,
    ),
    ...halves.slice(0, 4).map((i) => `  const y${i} = 2 * f${2 * i + 1};`),
    ...squareColumns(
      'B',
      (i) => `f${2 * i + 1}`,
      (i) => `y${i}`,
    ),
    ...halves.map((i) => `  const s${i} = f${2 * i} + f${2 * i + 1};`),
    ...halves.slice(0, 4).map((i) => `  const z${i} = 2 * s${i};`),
    ...squareColumns(
      'M',
      (i) => `s${i}`,
      (i) => `z${i}`,
    ),
    ...combine(),
    ...carries(),
    ...stores(),
    '}',
    '',
  ].join('\n');
}
