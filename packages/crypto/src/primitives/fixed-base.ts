import { entryOf } from './entry-of.ts';

/**
 * Powers of one base, from a table: base^(d·2^(w·i)) for every window i and digit d.
 *
 * Source: Brickell, Gordon, McCurley, Wilson, "Fast Exponentiation with Precomputation", EUROCRYPT 1992.
 * Cost: 2^w·(bits/w) products to build, bits/w to use; here w = 6.
 */
export function fixedBase<T>(base: T, one: T, bits: number, multiply: (a: T, b: T) => T): (exponent: bigint) => T {
  const windows: T[][] = [];
  let step = base;
  for (let done = 0; done < bits; done += 6) {
    const row = [one];
    for (let digit = 1; digit < 64; digit++) row.push(multiply(entryOf(row, digit - 1), step));
    windows.push(row);
    step = multiply(entryOf(row, 63), step);
  }
  return (exponent) => {
    let [result, rest] = [one, exponent];
    for (const row of windows) {
      const digit = Number(rest & 63n);
      if (digit !== 0) result = multiply(result, entryOf(row, digit));
      rest >>= 6n;
    }
    return result;
  };
}
