import { allChecks, type Check, type CheckFailure, numberedChecks, type Verification } from '@convite/crypto';
import { z } from 'zod';

/** What `convite verify --json` prints. The numbers of the checks never change their meaning. */
export const verifyReportSchema = z.object({
  accepted: z.boolean().describe('every check that applies was made, and all hold'),
  archive_sha256: z.string().describe('of the whole file; 64 hexadecimal digits'),
  election: z
    .object({
      uuid: z.string(),
      name: z.string(),
      group: z.string(),
      fingerprint: z.string().describe('SHA-256 of the election as published, base64 without padding'),
      state: z
        .enum(['unpublished', 'voting', 'closed', 'tallied', 'shuffling', 'shuffled', 'decrypting', 'finished'])
        .describe('where the election stands after its last event'),
      events: z.number().int().nonnegative(),
      head: z.string().describe('SHA-256 of the last event; 64 hexadecimal digits'),
    })
    .nullable()
    .describe('null where container, chain or the form of the election do not hold'),
  checks: z
    .array(
      z.object({
        number: z.number().int().positive(),
        name: z.string(),
        count: z.number().int().nonnegative().describe('how often the check was made; 0: it did not apply'),
        ok: z.boolean().describe('it failed nowhere'),
      }),
    )
    .describe('every check, ascending by number'),
  failures: z
    .array(
      z.object({
        check: z.number().int().positive().describe('the number of the check'),
        place: z.string(),
        message: z.string(),
      }),
    )
    .describe('ascending by check, then as they stand in the file; of each check the first thousand met'),
  backend: z.string().nullable().describe('what did the arithmetic; null where the election is null'),
  seconds: z.number().describe('from start to end'),
});

export type VerifyReport = z.infer<typeof verifyReportSchema>;

/** Puts the answer of the verifier into its published form. */
export function makeVerifyReport(verification: Verification, seconds: number): VerifyReport {
  const { answer, archiveSha256, election, state, head, events, checks } = verification;
  const isRead = election !== undefined && state !== undefined && head !== undefined;
  return {
    accepted: answer === 'accepted',
    archive_sha256: archiveSha256,
    election: isRead
      ? {
          uuid: election.uuid,
          name: election.name,
          group: election.group,
          fingerprint: election.fingerprint,
          state,
          events,
          head,
        }
      : null,
    checks: checksByNumber.map((check) => ({
      ...numberedChecks[check],
      count: checks.made[check] ?? 0,
      ok: (checks.failed[check] ?? 0) === 0,
    })),
    failures: failuresInOrder(checks.failures).map(({ check, place, message }) => ({
      check: numberedChecks[check].number,
      place,
      message,
    })),
    backend: election?.backend ?? null,
    seconds,
  };
}

/** All checks, ascending by number. */
export const checksByNumber: readonly Check[] = allChecks.toSorted(
  (a, b) => numberedChecks[a].number - numberedChecks[b].number,
);

/** Failures ascending by check, then as they stand in the file: ballots are verified from the last to the first. */
export const failuresInOrder = (failures: readonly CheckFailure[]): readonly CheckFailure[] =>
  failures.toSorted(
    (a, b) => numberedChecks[a.check].number - numberedChecks[b.check].number || heightOf(a) - heightOf(b),
  );

/** The height of the event that a place names; -1 for one before all events. */
const heightOf = ({ place }: CheckFailure): number => Number(/^event (\d+)/u.exec(place)?.[1] ?? -1);
