import { minorUnits as money } from '../manifest/manifest.ts';
import { z } from 'zod';
import {
  archiveText,
  contestId,
  fingerprintText,
  optionNumber,
  sha256Text,
  wholeNumber,
} from '../manifest/manifest.ts';
import { isSeed } from '../lots/draw-lots.ts';
import { type ContestLots, type CountedContest, numberAt } from './count-contest.ts';

/** What `outcome.json` holds: docs/spec/consultation-archive.md, E. */
export const outcomeSchema = z.strictObject({
  convite_outcome: z.literal(1),
  contest: contestId,
  fingerprint: fingerprintText,
  rule: sha256Text,
  ballots: z.strictObject({ counted: wholeNumber, blank: wholeNumber, spoilt: wholeNumber }),
  votes: z.array(z.strictObject({ number: optionNumber, votes: wholeNumber })),
  status: z.enum(['complete', 'lots_required']),
  winners: z.array(optionNumber),
  cost: money,
  possible: z.array(z.array(optionNumber)),
  all_branches_followed: z.boolean(),
  not_funded: z.array(z.strictObject({ number: optionNumber, reason: z.string() })),
  ties: z.array(
    z.strictObject({
      tied: z.array(optionNumber),
      decisive: z.union([z.boolean(), z.null()]),
      settled_by: z.string(),
      chosen: optionNumber,
    }),
  ),
});
export type OutcomeFile = z.infer<typeof outcomeSchema>;

/** What `lots.json` holds: docs/spec/consultation-archive.md, C.7. */
export const lotsSchema = z.strictObject({
  convite_lots: z.literal(1),
  contest: contestId,
  fingerprint: fingerprintText,
  seed: z.string().refine(isSeed),
  round: z.int().min(1),
  tied: z.array(z.array(optionNumber)),
  drawn: z.array(z.strictObject({ number: optionNumber, lot: sha256Text })),
});

/** What names a counted contest in its files. */
export interface ContestNames {
  readonly contest: string;
  readonly fingerprint: string;
  readonly rule: string;
}

/** The outcome of a contest as it is published. */
export function outcomeFile({ contest, fingerprint, rule }: ContestNames, counted: CountedContest): OutcomeFile {
  const { instance, ballots, outcome } = counted;
  const { profile, spoilt } = ballots;
  const votes = new Float64Array(instance.projects.length);
  for (let group = 0; group < profile.groups; group += 1) {
    for (let at = profile.start[group] ?? 0; at < (profile.start[group + 1] ?? 0); at += 1) {
      const project = profile.choice[at] ?? 0;
      votes[project] = (votes[project] ?? 0) + (profile.votes[group] ?? 0);
    }
  }
  const number = (position: number): number => numberAt(instance, position);
  const byNumber = instance.projects.map((_, position) => ({ number: number(position), votes: votes[position] ?? 0 }));
  return {
    convite_outcome: 1,
    contest,
    fingerprint,
    rule,
    ballots: { counted: profile.ballots + spoilt, blank: profile.blank, spoilt },
    votes: byNumber.toSorted((a, b) => a.number - b.number),
    status: outcome.status,
    winners: outcome.winners.map(number),
    cost: String(outcome.cost),
    possible: outcome.possible.map((set) => set.map(number)),
    all_branches_followed: outcome.allBranchesFollowed,
    not_funded: outcome.notFunded.map(({ project, reason }) => ({ number: number(project), reason: reason.type })),
    ties: outcome.ties.map(({ tied, decisive, settledBy, chosen }) => ({
      tied: tied.map(number),
      decisive: decisive ?? null,
      settled_by: settledBy,
      chosen: number(chosen),
    })),
  };
}

/** The text of *lots.json*. */
export const lotsText = ({ contest, fingerprint }: ContestNames, { seed, round, tied, drawn }: ContestLots): string =>
  archiveText({
    convite_lots: 1,
    contest,
    fingerprint,
    seed,
    round,
    tied,
    drawn: drawn.map(({ option, lot }) => ({ number: option, lot })),
  });
