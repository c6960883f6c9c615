import { err, ok, type Result } from '@convite/kernel';
import { bytesMisfit } from './bytes-misfit.ts';
import type { LayoutMisfit, PlainChoices } from './packed-layout.ts';

interface PointsSize {
  readonly options: number;
  readonly most: number;
}

const isHalved = (most: number): boolean => most <= 15;

/** Ints of points: up to 15 two options to an int, the first in the low half; above that one int each. */
export function pointInts(
  { options, most }: PointsSize,
  points: PlainChoices,
): Result<readonly number[], LayoutMisfit> {
  if (points.length !== options) return err({ type: 'wrong_length', expected: options, found: points.length });
  const misfit = rangeMisfit(most, points);
  if (misfit !== undefined) return err(misfit);
  if (!isHalved(most)) return ok([...points]);
  return ok(points.flatMap((low, i) => (i % 2 === 0 ? [low + 16 * (points[i + 1] ?? 0)] : [])));
}

/** The points in ints; more than allowed, or any in a half that stands for no option, makes the ballot invalid. */
export function pointsIn({ options, most }: PointsSize, ints: readonly number[]): Result<PlainChoices, LayoutMisfit> {
  const misfit = bytesMisfit(ints, isHalved(most) ? Math.ceil(options / 2) : options);
  if (misfit !== undefined) return err(misfit);
  const points = isHalved(most) ? ints.flatMap((int) => [int % 16, Math.floor(int / 16)]) : [...ints];
  if ((points[options] ?? 0) !== 0) return err({ type: 'unknown_option', at: ints.length - 1 });
  const given = points.slice(0, options);
  const wrong = rangeMisfit(most, given);
  return wrong === undefined ? ok(given) : err(wrong);
}

function rangeMisfit(most: number, points: PlainChoices): LayoutMisfit | undefined {
  const at = points.findIndex((count) => !Number.isInteger(count) || count < 0 || count > most);
  return at === -1 ? undefined : { type: 'points_out_of_range', at };
}
