import { count, type CountRefusal, type Instance, type Outcome, type RuleSet } from '@convite/counting';
import { err, ok, type Result } from '@convite/kernel';
import { type DrawnOption, drawLots, type LotsBasis } from '../lots/draw-lots.ts';
import type { OpenedBallots } from './open-ballots.ts';

/** A contest counted, with lots where only lots decide. */
export interface CountedContest {
  readonly instance: Instance;
  readonly ballots: OpenedBallots;
  /** The rule as it was applied: without what it names of withdrawn options, and behind its ties the drawn lots. */
  readonly rule: RuleSet;
  /** With the lots, where these were drawn. */
  readonly outcome: Outcome;
  /** What lots had to decide; undefined where the count was complete without them, or no seed is known. */
  readonly lots: ContestLots | undefined;
}

/** The lot of a contest. */
export interface ContestLots extends LotsBasis {
  /** Numbers of options that were tied in the count without lots. */
  readonly tied: readonly (readonly number[])[];
  /** All options that stand, in the order drawn. */
  readonly drawn: readonly DrawnOption[];
}

/**
 * Counts a contest under its rule (`standingRule`); where the outcome needs lots and the seed is known, once more with them.
 *
 * Source: docs/spec/consultation-archive.md, C.5 and C.6.
 * Ties: without a seed the outcome stays `lots_required`.
 */
export function countContest(
  instance: Instance,
  ballots: OpenedBallots,
  rule: RuleSet,
  basis: LotsBasis | undefined,
  sha256: (bytes: Uint8Array) => Uint8Array,
): Result<CountedContest, CountRefusal> {
  const plain = count(instance, ballots.profile, rule);
  if (!plain.ok) return plain;
  const undecided = { instance, ballots, rule, outcome: plain.value, lots: undefined };
  if (plain.value.status === 'complete' || basis === undefined) return ok(undecided);
  const drawn = drawLots(basis, instance.projects.map(numberOf), sha256);
  const order = drawn.map(({ option }) => String(option));
  const withLots: RuleSet = { ...rule, ties: [...rule.ties, { lots: order }] };
  const settled = count(instance, ballots.profile, withLots);
  if (!settled.ok) return err(settled.error);
  const tied = plain.value.ties
    .filter(({ decisive }) => decisive === true)
    .map((tie) => tie.tied.map((position) => numberAt(instance, position)));
  return ok({ instance, ballots, rule: withLots, outcome: settled.value, lots: { ...basis, tied, drawn } });
}

const numberOf = ({ id }: { readonly id: string }): number => Number(id);

/** The number of the option at a position of the instance. */
export const numberAt = ({ projects }: Instance, position: number): number => Number(projects[position]?.id);
