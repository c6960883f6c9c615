import {
  allConsultationChecks,
  consultationChecks,
  type ConsultationVerification,
  eligibleFor,
} from '@convite/archive';
import { z } from 'zod';

const count = z.int().nonnegative();
const states = z.object({
  provisional: count,
  certified: count,
  lots_required: count,
  withheld: count,
  annulled: count,
});

/** What `convite verify CONSULTATION.zip --json` prints. The numbers of the checks never change their meaning. */
export const consultationReportSchema = z.object({
  accepted: z.boolean().describe('every check that applies was made, and all hold'),
  manifest_sha256: z.string().nullable().describe('names everything in the file; null where there is no manifest'),
  consultation: z
    .object({
      slug: z.string(),
      title: z.record(z.string(), z.string()),
      currency: z.string(),
      decimals: count,
      part_of: z
        .object({ whole: z.string().describe('SHA-256 of the manifest of the whole'), roots: z.array(z.string()) })
        .nullable(),
      seed: z.string().nullable().describe('of the public lots'),
    })
    .nullable(),
  checks: z.array(z.object({ number: count, name: z.string(), count, ok: z.boolean() })),
  failures: z.array(
    z
      .object({ check: count, place: z.string(), reason: z.string(), detail: z.string() })
      .describe('ascending by check'),
  ),
  contests: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      territory: z.string(),
      state: z.string(),
      eligible: z.int().nullable().describe('people who could vote; null where no election was set up'),
      counted: z.int().nullable().describe('ballots that count; null where the archive is refused or there is none'),
      winners: z.array(count).nullable().describe('numbers of options as counted here, in order of selection'),
      cost: z.string().nullable().describe('minor units'),
    }),
  ),
  territories: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      contests: count,
      states,
      eligible: count.describe('people who could vote in the contests with a result'),
      ballots: count,
      blank: count,
      spoilt: count,
      winners: count,
      cost: z.string().describe('minor units, of contests that divide money'),
    }),
  ),
  seconds: z.number(),
});
export type ConsultationReport = z.infer<typeof consultationReportSchema>;

/** Puts the answer into its published form. */
export function makeConsultationReport(verification: ConsultationVerification, seconds: number): ConsultationReport {
  const { answer, manifestSha256, manifest, made, findings } = verification;
  return {
    accepted: answer === 'accepted',
    manifest_sha256: manifestSha256 ?? null,
    consultation:
      manifest === undefined
        ? null
        : {
            slug: manifest.consultation.slug,
            title: manifest.consultation.title,
            currency: manifest.consultation.currency,
            decimals: manifest.consultation.decimals,
            part_of: manifest.part,
            seed: manifest.lots?.seed ?? null,
          },
    checks: allConsultationChecks.map((check) => ({
      number: consultationChecks[check],
      name: check,
      count: made[check] ?? 0,
      ok: !findings.some((finding) => finding.check === check),
    })),
    failures: findings.map(({ check, place, reason, detail }) => ({
      check: consultationChecks[check],
      place,
      reason,
      detail,
    })),
    contests: verification.contests.map(({ contest, ballots, outcome }) => ({
      id: contest.id,
      name: contest.name,
      territory: contest.territory,
      state: contest.state,
      eligible: contest.slice === null ? null : eligibleFor(contest),
      counted: ballots ?? null,
      winners: outcome?.winners ?? null,
      cost: outcome?.cost ?? null,
    })),
    territories: verification.territories.map(
      ({ code, name, contests, states: inState, eligible, ballots, blank, spoilt, winners, cost }) => ({
        code,
        name,
        contests,
        states: inState,
        eligible,
        ballots,
        blank,
        spoilt,
        winners,
        cost: String(cost),
      }),
    ),
    seconds,
  };
}
