import type { ArchiveSource } from '../board/archive-source.ts';
import { boardChecks, type CheckCounts } from '../board/board-checks.ts';
import { readArchive } from '../board/archive-reader.ts';
import type { BoardIndex } from '../board/board-index.ts';
import type { ElectionState } from '../board/event-order.ts';
import { checkExtends } from '../board/extends.ts';
import { archiveContents } from './contents.ts';
import { type CheckRecord, createCheckRecord, type CheckTotals } from './check-record.ts';
import { boardPlace } from './places.ts';
import type { VerifierMachine } from './verifier-machine.ts';
import { type ElectionSummary, verifyContents } from './verify-contents.ts';

/** What more is asked for than the checks of every archive. */
export interface VerificationOptions {
  /** An archive of the same election that was kept before: the new one must go on from it. */
  readonly earlier?: ArchiveSource | undefined;
  /** Our own policy too. */
  readonly isStrict?: boolean;
  /** The text of the side file; in strict mode it must be there once there are decryptions. */
  readonly side?: string | undefined;
}

/** The answer of the verifier: never a bare yes or no. */
export interface Verification {
  readonly answer: 'accepted' | 'refused' | 'not_an_archive';
  readonly archiveSha256: string;
  readonly events: number;
  readonly state: ElectionState | undefined;
  /** SHA-256 of the last event. */
  readonly head: string | undefined;
  readonly election: ElectionSummary | undefined;
  readonly checks: CheckTotals;
}

/**
 * Makes every numbered check on an archive and reports all failures with their places.
 *
 * Source: docs/spec/ballot-protocol.md, whose numbers the checks have.
 * The contents are looked at only when container and chain hold: in a broken archive nothing inside could be trusted.
 */
export async function verifyArchive(
  machine: VerifierMachine,
  source: ArchiveSource,
  { earlier, isStrict = false, side }: VerificationOptions = {},
): Promise<Verification> {
  const record = createCheckRecord();
  const reading = await readArchive(source, {
    sha256: machine.sha256,
    progress: (bytes) => machine.progress('archive', bytes, source.size),
  });
  absorbBoard(reading.checks, record);
  const failures = reading.ok ? [] : reading.failures;
  for (const { check, place, message } of failures) record.failed(check, boardPlace(place), message);
  if (earlier !== undefined) await checkEarlier(earlier, source, reading.index, record);
  const election = reading.ok
    ? await verifyContents(machine, archiveContents(source, reading.index, machine.sha256), record, { isStrict, side })
    : undefined;
  const checks = record.totals();
  const isRefused = Object.keys(checks.failed).length > 0;
  return {
    answer: !reading.ok && reading.reason === 'not_an_archive' ? 'not_an_archive' : isRefused ? 'refused' : 'accepted',
    archiveSha256: reading.archiveSha256,
    events: reading.index.length,
    state: reading.ok ? reading.head.state : undefined,
    head: reading.ok ? reading.head.parent : undefined,
    election,
    checks,
  };
}

function absorbBoard(counts: CheckCounts, record: CheckRecord): void {
  for (const check of boardChecks) record.made(check, counts[check].made);
}

async function checkEarlier(
  earlier: ArchiveSource,
  source: ArchiveSource,
  index: BoardIndex,
  record: CheckRecord,
): Promise<void> {
  record.made('earlier.extends');
  const extension = await checkExtends(earlier, { source, index });
  if (!extension.ok) record.failed('earlier.extends', boardPlace(extension.error.place), extension.error.message);
}
