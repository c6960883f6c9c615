import { err, ok, type Result } from '@convite/kernel';
import { bytesMisfit } from './bytes-misfit.ts';
import type { LayoutMisfit, PlainChoices } from './packed-layout.ts';

/** Ints of an approval ballot: option 8k + b is the bit of value 2^b in int k. */
export function approvalInts(options: number, approved: PlainChoices): Result<readonly number[], LayoutMisfit> {
  const unknown = approved.findIndex((option) => !Number.isInteger(option) || option < 0 || option >= options);
  if (unknown !== -1) return err({ type: 'unknown_option', at: unknown });
  const unordered = approved.findIndex((option, i) => option <= (approved[i - 1] ?? -1));
  if (unordered !== -1) return err({ type: 'not_ascending', at: unordered });
  const valueIn = (k: number) => (option: number) => (Math.floor(option / 8) === k ? 2 ** (option % 8) : 0);
  const ints = Array.from({ length: Math.ceil(options / 8) }, (_, k) =>
    approved.map(valueIn(k)).reduce((sum, value) => sum + value, 0),
  );
  return ok(ints);
}

/** The options approved in ints; a bit that stands for no option makes the ballot invalid. */
export function approvalsIn(options: number, ints: readonly number[]): Result<PlainChoices, LayoutMisfit> {
  const misfit = bytesMisfit(ints, Math.ceil(options / 8));
  if (misfit !== undefined) return err(misfit);
  const approved = ints.flatMap((int, k) =>
    [0, 1, 2, 3, 4, 5, 6, 7].filter((b) => (int >> b) & 1).map((b) => 8 * k + b),
  );
  return approved.some((option) => option >= options)
    ? err({ type: 'unknown_option', at: ints.length - 1 })
    : ok(approved);
}
