import {
  type ArchiveContents,
  archiveContents,
  type ArchiveHead,
  type ArchiveSource,
  type CheckFailure,
  createCheckRecord,
  type Election,
  readArchive,
  type Suite,
  type VerifiedTrustees,
  type Verification,
  type VerifierMachine,
  verifyArchive,
  verifyTrustees,
  withElection,
} from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';

/** An election whose archive passed every check, and where it stands. */
export interface CheckedElection {
  readonly suite: Suite;
  readonly contents: ArchiveContents;
  readonly head: ArchiveHead;
  readonly electionText: string;
  readonly uuid: string;
  readonly fingerprint: string;
  readonly trustees: VerifiedTrustees;
  /** As published: their SHA-256 is what a rehearsal and a work file name. */
  readonly trusteesText: string;
  /** It was held to our own policy. */
  readonly isStrict: boolean;
}

/** Why an archive is not worked on. */
export type ArchiveRefusal =
  | { readonly type: 'not_an_archive' }
  | { readonly type: 'archive_refused'; readonly failed: number; readonly first: readonly CheckFailure[] };

const failuresTold = 3;

/** What every check on an archive came to; `head` is its last event. */
export type ArchiveVerdict = Pick<Verification, 'answer' | 'checks' | 'head'>;

/** Makes every check on an archive, our policy and the side file among them. */
export const verifyStrictly = (
  machine: VerifierMachine,
  source: ArchiveSource,
  side: string | undefined,
): Promise<ArchiveVerdict> => verifyArchive(machine, source, { isStrict: true, side });

/**
 * Makes every check on an archive, and hands over what stands in it.
 *
 * @param verify makes the checks; elsewhere, if it is not `verifyStrictly` itself. What was checked there is known by its
 * last event, which names all before it.
 */
export async function checkElection(
  machine: VerifierMachine,
  source: ArchiveSource,
  side: string | undefined,
  verify: () => Promise<ArchiveVerdict> = () => verifyStrictly(machine, source, side),
): Promise<Result<CheckedElection, ArchiveRefusal>> {
  const { answer, checks, head } = await verify();
  if (answer === 'not_an_archive') return err({ type: 'not_an_archive' });
  const { sha256, suite } = machine;
  const reading = answer === 'accepted' ? await readArchive(source, { sha256 }) : undefined;
  if (reading?.ok !== true || reading.head.parent !== head) {
    const failed = Object.keys(checks.failed).length;
    return err({ type: 'archive_refused', failed, first: checks.failures.slice(0, failuresTold) });
  }
  return ok(await openElection(suite, archiveContents(source, reading.index, sha256), reading.head, true));
}

/**
 * What stands in an archive.
 *
 * Requires: every check of the archive holds, so that nothing is checked again.
 */
export async function openElection(
  suite: Suite,
  contents: ArchiveContents,
  head: ArchiveHead,
  isStrict: boolean,
): Promise<CheckedElection> {
  const setup = contents.index.event(0);
  invariant(setup.type === 'Setup', 'an accepted archive begins with its setup');
  const record = createCheckRecord();
  const electionText = (await contents.textOf(setup.election, record)) ?? '';
  const trusteesText = (await contents.textOf(setup.trustees, record)) ?? '';
  const known = withElection(suite, electionText, record, ({ group, uuid, fingerprint }) => ({
    ...{ uuid, fingerprint },
    trustees: verifyTrustees(group, trusteesText, record),
  }));
  invariant(known?.trustees !== undefined, 'an accepted archive has trustees whose checks hold');
  return { suite, contents, head, electionText, trusteesText, isStrict, ...known, trustees: known.trustees };
}

/** Does something with the election of a checked archive. */
export function onElection<R>(
  { suite, electionText }: Pick<CheckedElection, 'suite' | 'electionText'>,
  use: <E>(election: Election<E>) => R,
): R {
  const done = withElection(suite, electionText, createCheckRecord(), (election) => ({ value: use(election) }));
  invariant(done !== undefined, 'the election was read before');
  return done.value;
}
