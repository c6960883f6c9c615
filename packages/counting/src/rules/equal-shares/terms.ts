import { invariant } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { EqualSharesRuleSet } from './rule-set.ts';
import type { Contest } from '../contest.ts';
import { type Near, nearFraction, nearWhole, ULP } from './doubles.ts';
import { utilitiesOf } from '../utility.ts';

/**
 * The constants of one count by equal shares.
 *
 * Units: *scaled money*, minor units times the divisor, so that the endowment B/n and its increments are whole.
 * Symbols: C cost, f factor and v mark of the utility u = f · v, so that at price ρ a vote pays min(b, x · v) with
 *   x = ρ · f; N(p) = Σ votes · v over the supporters of p.
 */
export interface Terms {
  readonly contest: Contest;
  /** Votes among which the envelope is divided; at least 1. */
  readonly divisor: bigint;
  /** Scaled: the envelope itself, as (B/n) · n = B. */
  readonly endowment: bigint;
  /** Scaled cost of each project. */
  readonly cost: readonly bigint[];
  readonly factor: readonly bigint[];
  readonly marks: Float64Array | undefined;
  readonly support: readonly bigint[];
  /** Projects that some vote gains from, ascending. */
  readonly candidates: readonly ProjectIndex[];
  /** The same in floating point, for the filter. */
  readonly near: {
    readonly costs: readonly Near[];
    readonly factors: Float64Array;
    /** C / N: what a mark pays while nobody has spent anything; the least it ever pays. */
    readonly alone: Float64Array;
    /** A lower bound of that as ρ. */
    readonly lowest: Float64Array;
  };
}

/** Undefined when there is no vote to divide the envelope among. */
export function equalSharesTerms(contest: Contest, ruleSet: EqualSharesRuleSet): Terms | undefined {
  const { instance, profile, marked } = contest;
  const divisor = BigInt(ruleSet.divisor === 'marked-ballots' ? marked : profile.ballots);
  if (divisor === 0n) return undefined;
  const { factor, marks, marked: support } = utilitiesOf(contest, ruleSet.utility);
  invariant(
    support.every((sum) => sum <= BigInt(Number.MAX_SAFE_INTEGER)),
    'summed marks are exact in doubles',
  );
  const cost = instance.projects.map((project) => project.cost * divisor);
  const factors = Float64Array.from(factor, Number);
  const alone = Float64Array.from(cost, (c, p) => nearFraction(c, support[p] === 0n ? 1n : (support[p] ?? 1n)).hi);
  const lowest = alone.map((x, p) => (x / (factors[p] ?? 1)) * (1 - 8 * ULP));
  return {
    contest,
    divisor,
    endowment: instance.budget,
    cost,
    near: { costs: cost.map(nearWhole), factors, alone, lowest },
    factor,
    marks,
    support,
    candidates: instance.projects.flatMap((_, p) =>
      contest.barred[p] === undefined && (factor[p] ?? 0n) * (support[p] ?? 0n) > 0n ? [p] : [],
    ),
  };
}
