/**
 * Writes the product and square of two elements of GF(p), p = 2^255 − 19, one in each 64-bit lane, by fused
 * multiply-adds of doubles.
 *
 * Symbols: a = Σ a_i 2^(51 i), i = 0…4, limbs are integers held as doubles. C1 = 1.5·2^103, whose unit in the last
 *   place is 2^51; hi and lo split one product: a_i b_j = 2^51·high + low with |low| ≤ 2^50.
 * How: hi = fma(a_i, b_j, C1) rounds the product to a multiple of 2^51, and the bits of hi, read as an integer, are
 *   bits(C1) + high. lo = fma(a_i, b_j, C2 − hi) with C2 = C1 + 3·2^51 is then exactly 1.5·2^52 + low, and its bits
 *   are bits(1.5·2^52) + low. So columns are sums of integers; the offsets are taken off where a column starts.
 * Requires: |a_i b_j| < 2^102 for every product (2·a_i for the doubled limb of a square). Then
 *   2^103 ≤ C1 + a_i b_j < 2^104, so that hi has that unit; |high| ≤ 2^51, so that C2 − hi = (3 − high)·2^51 is exact;
 *   and 2.5·2^51 ≤ 3·2^51 + low ≤ 3.5·2^51 lies in [2^52, 2^53), where the unit is 1.
 *   How callers keep it: of two factors one is carried, |limb| ≤ 2^50 + 38, and the other is at most a sum of two
 *   carried ones, |limb| ≤ 2^51 + 76: the product is below 2^101 + 2^58. A squared element is carried, and
 *   2·(2^50 + 38)² < 2^102.
 *   An engine may round the multiplication before the addition ("relaxed"): low is then wrong, and the known-answer
 *   test at load refuses the module.
 * Columns: at most five low parts and five high ones, |c_k| ≤ 5·2^50 + 5·2^51 < 2^54; after folding t^5 = 19,
 *   |c_i + 19 c_(i+5)| < 20·2^54 < 2^59. A bias of 2^62 + 2^50 makes logical shifts round to nearest.
 * Result: limbs 0, 2, 3, 4 in [−2^50, 2^50), limb 1 in [−2^50 − 1, 2^50 + 1].
 * Constants are read from memory: the engine rebuilds a literal vector at each use, which costs more than a load.
 */
const bitsOf = (double: number): bigint => {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, double);
  return view.getBigUint64(0);
};
const mask64 = (1n << 64n) - 1n;
const c1 = 1.5 * 2 ** 103;
const highOffset = bitsOf(c1);
const lowOffset = bitsOf(1.5 * 2 ** 52);
const indices = [0, 1, 2, 3, 4];
interface Product {
  readonly column: number;
  readonly x: string;
  readonly y: string;
}

/** Each constant once, doubled for the two lanes. */
class ConstantPool {
  readonly #words: string[] = [];

  load(bits: bigint): string {
    const word = `0x${(bits & mask64).toString(16)}`;
    let at = this.#words.indexOf(word);
    if (at < 0) at = this.#words.push(word) - 1;
    return `v128.load(POOL, ${16 * at})`;
  }

  /** In lines as the formatter fills them. */
  declaration(): string {
    const lines = ['   '];
    for (const word of this.#words.flatMap((each) => [each, each])) {
      const next = `${lines.at(-1) ?? ''} ${word},`;
      if (next.length <= 120) lines.splice(-1, 1, next);
      else lines.push(`    ${word},`);
    }
    return ['const POOL: usize = memory.data<u64>(', '  [', ...lines, '  ],', '  16,', ');'].join('\n');
  }
}

const loads = (name: string, pointer: string): string[] =>
  indices.map((i) => `  const ${name}${i} = v128.load(${pointer}, ${16 * i});`);

/** Where column k starts: minus the offsets of all that is added to it, plus what the carries need. */
function columnStart(products: readonly Product[], k: number): bigint {
  const lows = BigInt(products.filter(({ column }) => column === k).length);
  const highs = BigInt(products.filter(({ column }) => column === k - 1).length);
  const bias = k < 5 ? (1n << 62n) + (1n << 50n) - (k > 0 ? 1n << 11n : 0n) : 0n;
  return bias - lows * lowOffset - highs * highOffset;
}

function body(products: readonly Product[], pool: ConstantPool): string[] {
  const lines = [
    `  const C1 = ${pool.load(highOffset)};`,
    `  const C2 = ${pool.load(highOffset + 3n)};`,
    '  let hi: v128;',
    '  let lo: v128;',
    ...[...Array(10).keys()].map((k) => `  let c${k} = ${pool.load(columnStart(products, k))};`),
  ];
  for (const { column, x, y } of products) {
    lines.push(
      `  hi = f64x2.relaxed_madd(${x}, ${y}, C1);`,
      `  lo = f64x2.relaxed_madd(${x}, ${y}, f64x2.sub(C2, hi));`,
      `  c${column} = i64x2.add(c${column}, lo);`,
      `  c${column + 1} = i64x2.add(c${column + 1}, hi);`,
    );
  }
  lines.push(...indices.map((i) => `  c${i} = i64x2.add(c${i}, times19(c${i + 5}));`));
  lines.push(`  const M = ${pool.load((1n << 51n) - 1n)};`);
  for (const i of [0, 1, 2, 3]) {
    lines.push(`  c${i + 1} = i64x2.add(c${i + 1}, i64x2.shr_u(c${i}, 51));`, `  c${i} = v128.and(c${i}, M);`);
  }
  // The bias of limb 4 wraps with the factor 19; 2^51 is added so that what is shifted stays positive, and the one that
  // this carries into limb 1 is taken off with limb 1's own offset.
  lines.push(
    `  c0 = i64x2.add(i64x2.add(c0, ${pool.load((1n << 51n) - 19n * 2048n)}), times19(i64x2.shr_u(c4, 51)));`,
    '  c4 = v128.and(c4, M);',
    '  c1 = i64x2.add(c1, i64x2.shr_u(c0, 51));',
    '  c0 = v128.and(c0, M);',
    `  const E = ${pool.load(bitsOf(2 ** 52))};`,
    `  const S = ${pool.load(bitsOf(2 ** 52 + 2 ** 50))};`,
    '  v128.store(r, f64x2.sub(v128.or(c0, E), S));',
    `  v128.store(r, f64x2.sub(i64x2.add(c1, E), ${pool.load(bitsOf(2 ** 52 + 2 ** 50 + 1))}), 16);`,
    ...[2, 3, 4].map((i) => `  v128.store(r, f64x2.sub(v128.or(c${i}, E), S), ${16 * i});`),
  );
  return lines;
}

/**
 * A carry in doubles: each limb is rounded to a multiple of 2^51, which moves up (times 19 from the last to the first).
 * Its products are small integers, exact however they are rounded.
 */
const weakCarry = (pool: ConstantPool): string[] => [
  `  const C = ${pool.load(highOffset)};`,
  `  const D = ${pool.load(bitsOf(2 ** -51))};`,
  `  const W = ${pool.load(bitsOf(19 * 2 ** -51))};`,
  ...indices.map((i) => `  const k${i} = f64x2.sub(f64x2.add(a${i}, C), C);`),
  ...indices.map(
    (i) =>
      `  v128.store(r, f64x2.relaxed_madd(k${(i + 4) % 5}, ${i === 0 ? 'W' : 'D'}, f64x2.sub(a${i}, k${i})), ${16 * i});`,
  ),
];

const x = (pointer: string, i: number): string => `v128.load(${pointer}, ${16 * i})`;

const plain = (name: string, operation: 'add' | 'sub', text: string): string[] => [
  `/** ${text} */`,
  `export function ${name}(r: usize, a: usize, b: usize): void {`,
  ...indices.map((i) => `  v128.store(r, f64x2.${operation}(${x('a', i)}, ${x('b', i)}), ${16 * i});`),
  '}',
  '',
];

const carried = (pool: ConstantPool, name: string, text: string, limb: (i: number) => string): string[] => [
  `/** ${text} */`,
  `export function ${name}(r: usize, a: usize, b: usize): void {`,
  ...indices.map((i) => `  const a${i} = ${limb(i)};`),
  ...weakCarry(pool),
  '}',
  '',
];

/** @returns the text of `assembly/lanes/lane-kernel.ts`. */
export function laneKernel(): string {
  const pool = new ConstantPool();
  const products = [...Array(9).keys()].flatMap((column) =>
    indices
      .filter((i) => column - i >= 0 && column - i < 5)
      .map((i): Product => ({ column, x: `a${i}`, y: `b${column - i}` })),
  );
  const squares = [...Array(9).keys()].flatMap((column) =>
    indices
      .filter((i) => column - i >= i && column - i < 5)
      .map((i): Product => ({ column, x: i === column - i ? `a${i}` : `d${i}`, y: `a${column - i}` })),
  );
  const functions = [
    'function times19(t: v128): v128 {',
    '  return i64x2.add(i64x2.add(t, i64x2.shl(t, 1)), i64x2.shl(t, 4));',
    '}',
    '',
    '/** r = a·b, carried. Requires: one factor carried, the other at most a sum of two carried ones. */',
    'export function multiply2(r: usize, a: usize, b: usize): void {',
    ...loads('a', 'a'),
    ...loads('b', 'b'),
    ...body(products, pool),
    '}',
    '',
    '/** r = a², carried. Requires: a carried. */',
    'export function square2(r: usize, a: usize): void {',
    ...loads('a', 'a'),
    ...[0, 1, 2, 3].map((i) => `  const d${i} = f64x2.add(a${i}, a${i});`),
    ...body(squares, pool),
    '}',
    '',
    ...plain('add2', 'add', 'r = a + b, not carried.'),
    ...plain('subtract2', 'sub', 'r = a − b, not carried.'),
    ...carried(
      pool,
      'addCarried2',
      'r = a + b, carried: |limb| ≤ 2^50 + 19 for |a + b| < 2^52.',
      (i) => `f64x2.add(${x('a', i)}, ${x('b', i)})`,
    ),
    ...carried(
      pool,
      'subtractCarried2',
      'r = a − b, carried: |limb| ≤ 2^50 + 19 for |a − b| < 2^52.',
      (i) => `f64x2.sub(${x('a', i)}, ${x('b', i)})`,
    ),
    ...carried(
      pool,
      'doubleSubtractCarried2',
      'r = 2a − b, carried: |limb| ≤ 2^50 + 38 for a carried and b a difference of two carried.',
      (i) => `f64x2.sub(f64x2.add(${x('a', i)}, ${x('a', i)}), ${x('b', i)})`,
    ),
    '/** r = −a. */',
    'export function negate2(r: usize, a: usize): void {',
    ...indices.map((i) => `  v128.store(r, f64x2.neg(${x('a', i)}), ${16 * i});`),
    '}',
    '',
  ];
  return [
    '// Written by kernels/lane-kernel.ts, which holds the formulas and their bounds. Change that, then build.',
    '',
    pool.declaration(),
    '',
    ...functions,
  ].join('\n');
}
