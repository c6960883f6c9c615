import { properties } from '../analysis/properties.ts';
import { warningMessage } from '../formats/messages.ts';
import type { PabulibFile } from '../formats/pabulib-file.ts';
import type { Outcome } from '../model/outcome.ts';
import type { RuleSet } from '../rules/rule-set.ts';
import { prepareContest } from '../rules/contest.ts';
import { utilitiesOf } from '../rules/utility.ts';
import { reportProperties } from './report-properties.ts';
import { reportLossReason, reportRound } from './report-round.ts';
import type { CountedReport, CountReport } from './report-schema.ts';
import { wordingOf } from './wording.ts';

/** A count of a file, to be published. The hashes are made by the caller, as lower-case hexadecimal text. */
export interface Counting {
  readonly file: PabulibFile;
  readonly ruleSet: RuleSet;
  /** SHA-256 of `canonicalRuleSet(ruleSet)` in UTF-8. */
  readonly ruleSha256: string;
  readonly outcome: Outcome;
}

/**
 * Puts a count of a file into its published form, properties checked.
 *
 * `inputSha256` is that of the file's bytes, `seconds` the processor time of the count.
 * Cost: that of `properties`, and writing the fractions of the rounds.
 */
export function makeReport(
  counting: Counting,
  input: { readonly sha256: string; readonly bytes: number },
  seconds: number,
): CountReport {
  const { file, outcome } = counting;
  const { instance, profile } = file;
  const wording = wordingOf(instance);
  const contest = prepareContest(instance, profile, counting.ruleSet);
  const hasPoints = profile.kind === 'points' || profile.kind === 'scores';
  const points = hasPoints ? utilitiesOf(contest, 'points').marked : undefined;
  const winners = new Set(outcome.winners);
  return {
    schema: 'convite/count/1',
    ...makeCountedReport(counting),
    input_sha256: input.sha256,
    input_bytes: input.bytes,
    meta: Object.fromEntries(file.meta),
    warnings: file.warnings.map((warning) => ({
      line: warning.line,
      code: warning.code,
      message: { es: warningMessage(warning, 'es'), en: warningMessage(warning, 'en') },
    })),
    currency: instance.currency,
    decimals: instance.decimals,
    budget: wording.money(instance.budget),
    ballot_kind: profile.kind,
    ballots: {
      total: profile.ballots,
      blank: profile.blank,
      marks: contest.votes.reduce((sum, votes) => sum + votes, 0),
      distinct: profile.groups,
    },
    projects: instance.projects.map((project, p) => ({
      id: project.id,
      name: project.name ?? null,
      categories: [...project.categories],
      neighbourhood: project.neighbourhood ?? null,
      cost: wording.money(project.cost),
      votes: contest.votes[p] ?? 0,
      points: points?.[p]?.toString() ?? null,
      official_votes: file.officialVotes[p] ?? null,
      funded: winners.has(p),
    })),
    seconds,
  };
}

/** The part of the published form that differs between two rules counted over the same file. */
export function makeCountedReport({ file, ruleSet, ruleSha256, outcome }: Counting): CountedReport {
  const { instance, profile, segments } = file;
  const wording = wordingOf(instance);
  const { endowment, comparison } = outcome;
  return {
    status: outcome.status,
    winners: outcome.winners.map(wording.id),
    cost: wording.money(outcome.cost),
    rule: ruleSet,
    rule_sha256: ruleSha256,
    rounds: outcome.rounds.map((round) => reportRound(round, profile, ruleSet, wording)),
    not_funded: outcome.notFunded.map(({ project, reason }) => ({
      id: wording.id(project),
      reason: reportLossReason(reason, wording),
    })),
    ties: outcome.ties.map(({ round, tied, decisive, settledBy, chosen }) => ({
      round: round ?? null,
      tied: tied.map(wording.id),
      decisive: decisive ?? null,
      settled_by: settledBy,
      chosen: wording.id(chosen),
    })),
    possible: outcome.possible.map((set) => set.map(wording.id)),
    all_branches_followed: outcome.allBranchesFollowed,
    endowment:
      endowment === undefined
        ? null
        : {
            divisor: Number(endowment.divisor),
            start: wording.fraction(endowment.start),
            increments: endowment.increments,
            reached: wording.fraction(endowment.reached),
            stopped: endowment.stopped,
          },
    comparison:
      comparison === undefined
        ? null
        : {
            prefer_equal_shares: Number(comparison.preferEqualShares),
            prefer_greedy: Number(comparison.preferGreedy),
            equal: Number(comparison.equal),
            stands: comparison.stands,
          },
    arithmetic: outcome.arithmetic,
    properties: reportProperties(properties(instance, profile, segments, ruleSet, outcome), wording),
  };
}
