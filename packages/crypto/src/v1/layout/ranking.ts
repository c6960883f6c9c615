import { err, ok, type Result } from '@convite/kernel';
import { bytesMisfit } from './bytes-misfit.ts';
import type { LayoutMisfit, PlainChoices } from './packed-layout.ts';

interface RankingSize {
  readonly options: number;
  readonly ranks: number;
}

/** Ints of a ranking: for each rank the option's number plus 1, and 0 behind the last one given. */
export function rankingInts(
  { options, ranks }: RankingSize,
  ranked: PlainChoices,
): Result<readonly number[], LayoutMisfit> {
  if (ranked.length > ranks) return err({ type: 'too_many_ranks', most: ranks, found: ranked.length });
  const ints = Array.from({ length: ranks }, (_, i) => (ranked[i] ?? -1) + 1);
  const misfit = rankedMisfit(options, ranked);
  return misfit === undefined ? ok(ints) : err(misfit);
}

/** The options in ints, the best first; an option twice, an unknown one or a gap makes the ballot invalid. */
export function rankingIn(
  { options, ranks }: RankingSize,
  ints: readonly number[],
): Result<PlainChoices, LayoutMisfit> {
  const misfit = bytesMisfit(ints, ranks);
  if (misfit !== undefined) return err(misfit);
  const given = ints.indexOf(0) === -1 ? ranks : ints.indexOf(0);
  const behind = ints.findIndex((int, i) => i > given && int !== 0);
  if (behind !== -1) return err({ type: 'rank_after_gap', at: behind });
  const ranked = ints.slice(0, given).map((int) => int - 1);
  const wrong = rankedMisfit(options, ranked);
  return wrong === undefined ? ok(ranked) : err(wrong);
}

function rankedMisfit(options: number, ranked: PlainChoices): LayoutMisfit | undefined {
  const unknown = ranked.findIndex((option) => !Number.isInteger(option) || option < 0 || option >= options);
  if (unknown !== -1) return { type: 'unknown_option', at: unknown };
  const repeated = ranked.findIndex((option, i) => ranked.indexOf(option) < i);
  return repeated === -1 ? undefined : { type: 'repeated_option', at: repeated };
}
