import { invariant } from '@convite/kernel';
import type { ProjectIndex } from '../../model/instance.ts';
import type { EqualSharesRuleSet } from '../../model/rule-set.ts';
import type { Contest } from '../contest.ts';
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
  return {
    contest,
    divisor,
    endowment: instance.budget,
    cost: instance.projects.map(({ cost }) => cost * divisor),
    factor,
    marks,
    support,
    candidates: instance.projects.flatMap((_, p) =>
      contest.barred[p] === undefined && (factor[p] ?? 0n) * (support[p] ?? 0n) > 0n ? [p] : [],
    ),
  };
}
