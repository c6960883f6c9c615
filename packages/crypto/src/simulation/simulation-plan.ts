import type { Group, GroupName } from '../primitives/group.ts';
import type { CredentialForm } from '../v1/credentials/private-credential.ts';
import { electionLimits, type ElectionRefusal, electionRefusal } from '../v1/election/make-election.ts';
import { isMixed, type Question } from '../v1/wire/election-wire.ts';

/** Where a simulation stops: with the votes open, ended, the encrypted tally published, the result published. */
export const simulationEnds = ['setup', 'ballots', 'tally', 'result'] as const;
export type SimulationEnd = (typeof simulationEnds)[number];

/** An entry of the list of trustees: one who must decrypt, or a ceremony of `size` of whom any `threshold` must. */
export type TrusteePlan =
  | { readonly kind: 'single' }
  | { readonly kind: 'threshold'; readonly threshold: number; readonly size: number };

/** An election to be simulated. */
export interface SimulationPlan {
  readonly group: GroupName;
  readonly name: string;
  readonly description: string;
  readonly questions: readonly Question[];
  /** All of them vote. */
  readonly voters: number;
  /** Ballots beyond the first of a voter. */
  readonly revotes: number;
  /** Each credential's weight is drawn between 1 and this. */
  readonly mostWeight: bigint;
  readonly credentialForm: CredentialForm;
  readonly trustees: readonly TrusteePlan[];
  /** How many trustees shuffle; 0 where no question is mixed. */
  readonly shuffles: number;
  readonly until: SimulationEnd;
  /** Seconds since 1970, for the records of the archive. */
  readonly timestamp: number;
}

/** Bounds of ours on what a simulation is asked for. */
const simulationLimits = { revotes: 1_000_000, trustees: 100 } as const;

/** Why a plan cannot be carried out. */
export type SimulationRefusal =
  | { readonly type: 'election'; readonly refusal: ElectionRefusal }
  | { readonly type: 'voters_out_of_range'; readonly most: number; readonly found: number }
  | { readonly type: 'revotes_out_of_range'; readonly most: number; readonly found: number }
  | { readonly type: 'trustees_out_of_range'; readonly most: number; readonly found: number }
  /** A threshold is between 1 and the number of members. */
  | { readonly type: 'threshold_out_of_range'; readonly threshold: number; readonly size: number }
  /** All weights together would pass the limit. */
  | { readonly type: 'weights_too_large'; readonly most: bigint; readonly found: bigint }
  | { readonly type: 'weights_with_mixed' }
  /** Each trustee shuffles once at most, and one at least where a question is mixed. */
  | { readonly type: 'shuffles_out_of_range'; readonly least: number; readonly most: number; readonly found: number };

/** The members of a list of trustees, counted as the archive counts them. */
export const trusteesIn = (plans: readonly TrusteePlan[]): number =>
  plans.reduce((count, plan) => count + (plan.kind === 'single' ? 1 : plan.size), 0);

/** Why a plan cannot be carried out; undefined for one that can. */
export function simulationRefusal(group: Group, plan: SimulationPlan): SimulationRefusal | undefined {
  const { voters, revotes, mostWeight, trustees, shuffles, questions } = plan;
  const refusal = electionRefusal(group, plan);
  if (refusal !== undefined) return { type: 'election', refusal };
  if (!isWithin(voters, 1, electionLimits.voters)) {
    return { type: 'voters_out_of_range', most: electionLimits.voters, found: voters };
  }
  if (!isWithin(revotes, 0, simulationLimits.revotes)) {
    return { type: 'revotes_out_of_range', most: simulationLimits.revotes, found: revotes };
  }
  const threshold = trustees.find((entry) => entry.kind === 'threshold' && !isWithin(entry.threshold, 1, entry.size));
  if (threshold?.kind === 'threshold') {
    return { type: 'threshold_out_of_range', threshold: threshold.threshold, size: threshold.size };
  }
  const count = trusteesIn(trustees);
  if (!isWithin(count, 1, simulationLimits.trustees)) {
    return { type: 'trustees_out_of_range', most: simulationLimits.trustees, found: count };
  }
  const weight = mostWeight * BigInt(voters);
  if (weight > electionLimits.weight) return { type: 'weights_too_large', most: electionLimits.weight, found: weight };
  const hasMixed = questions.some(isMixed);
  if (hasMixed && mostWeight !== 1n) return { type: 'weights_with_mixed' };
  const [least, most] = hasMixed ? [1, count] : [0, 0];
  return isWithin(shuffles, least, most) ? undefined : { type: 'shuffles_out_of_range', least, most, found: shuffles };
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
