import type { Manifest, ManifestContest, OutcomeFile } from '@convite/archive';
import { invariant } from '@convite/kernel';
import { createHash, hash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import {
  type ArchiveIndex,
  contestsDigest,
  type IndexedContest,
  type IndexedTerritory,
  readIndex,
} from './archive-index.ts';
import type { ContestReport } from './contest-report.ts';
import { bytesAt, type Place } from './file-bytes.ts';
import { type OpenProtocol, openProtocol } from './open-protocol.ts';
import type { WrittenFile } from './tasks.ts';

/** Paths of the files of one archive. */
export interface ArchivePaths {
  readonly archive: string;
  readonly index: string;
  readonly reports: string;
  readonly protocol: string;
}

/** Why nothing of a kept archive is shown. */
export type KeptFault = 'missing' | 'index_changed' | 'manifest_changed';

/** What was recorded of an archive when it was verified. */
export interface RecordedArchive {
  readonly id: string;
  readonly manifestHash: string;
  readonly indexHash: string;
}

/** What a contest was counted to, as the manifest names it. */
export interface ArchivedOutcome {
  readonly contest: ManifestContest;
  /** SHA-256 of the last event of its board. */
  readonly head: string | null;
  readonly outcome: OutcomeFile | null;
}

/** A contest as the archive has it, every byte of it held against the manifest. */
export interface ArchivedContest extends ArchivedOutcome {
  readonly lots: ArchivedLots | null;
  readonly report: ContestReport | null;
}

/** What `lots.json` says of the draw. */
export interface ArchivedLots {
  readonly seed: string;
  readonly round: number;
  readonly tied: readonly (readonly number[])[];
  readonly drawn: readonly { readonly number: number; readonly lot: string }[];
}

/** An archive that was verified, open for pages. */
export interface OpenArchive {
  readonly consultation: Manifest['consultation'];
  readonly contests: readonly IndexedContest[];
  readonly territories: readonly IndexedTerritory[];
  readonly hasMoney: boolean;
  /** The result protocol, by its bytes; null for an archive of before there were any. */
  readonly protocol: WrittenFile | null;
  /** Opens it, once for each state of the file. Requires: there is one. */
  readonly openProtocol: () => Promise<OpenProtocol | 'changed'>;
  /** Of the state, the board and the outcome of every contest. */
  readonly digest: string;
  /**
   * Reads a contest. Each of its files has the hash that the manifest says, and the manifest the one that was recorded:
   * undefined where one has not.
   */
  readonly contest: (id: string) => Promise<ArchivedContest | 'unknown' | 'changed'>;
  /** Reads what a contest was counted to, and not its ballots: for tables of many. */
  readonly outcome: (contest: IndexedContest) => Promise<ArchivedOutcome | 'changed'>;
  /** Whether every outcome is the one that the manifest names: looked at once for each state of the file. */
  readonly outcomesHold: () => Promise<boolean>;
}

/** Opens an archive: the hashes of its index and of its manifest are those that were recorded, or nothing is read. */
export async function openArchive(
  paths: ArchivePaths,
  { indexHash, manifestHash }: RecordedArchive,
): Promise<OpenArchive | KeptFault> {
  const indexBytes = await readFile(paths.index);
  if (hash('sha256', indexBytes, 'hex') !== indexHash) return 'index_changed';
  const index = readIndex(indexBytes.toString());
  const manifest = await bytesAt(paths.archive, index.manifest);
  if (manifest === undefined || hash('sha256', manifest, 'hex') !== manifestHash) return 'manifest_changed';
  const byId = new Map(index.contests.map((contest) => [contest.id, contest]));
  const checked = new Set<string>();
  let outcomes: Promise<boolean> | undefined;
  let protocol: Promise<OpenProtocol | 'changed'> | undefined;
  return {
    consultation: consultationIn(manifest),
    contests: index.contests,
    territories: index.territories,
    hasMoney: index.hasMoney,
    protocol: index.protocol,
    openProtocol() {
      invariant(index.protocol !== null, 'a protocol is read where there is one');
      return (protocol ??= openProtocol(paths.protocol, index.protocol));
    },
    digest: contestsDigest(index.contests),
    async contest(id) {
      const found = byId.get(id);
      return found === undefined ? 'unknown' : await readContest(paths, manifest, found, checked);
    },
    outcome: (contest) => readOutcome(paths, manifest, contest),
    outcomesHold: () => (outcomes ??= doOutcomesHold(paths, manifest, index.contests)),
  };
}

/** The consultation comes first in the one text of a manifest, and a quotation mark in it is written otherwise. */
function consultationIn(manifest: Buffer): Manifest['consultation'] {
  const { consultation }: Pick<Manifest, 'consultation'> = JSON.parse(
    `${manifest.toString('utf8', 0, manifest.indexOf(',"contests":['))}}`,
  );
  return consultation;
}

async function readOutcome(
  paths: ArchivePaths,
  manifest: Buffer,
  { id, at, files, head }: IndexedContest,
): Promise<ArchivedOutcome | 'changed'> {
  const contest: ManifestContest = JSON.parse(manifest.toString('utf8', at.offset, at.offset + at.bytes));
  if (contest.id !== id) return 'changed';
  const outcome = await textAt(paths.archive, files.outcome, contest.outcome?.sha256);
  return outcome === undefined ? 'changed' : { contest, head, outcome: outcome === null ? null : JSON.parse(outcome) };
}

async function doOutcomesHold(
  paths: ArchivePaths,
  manifest: Buffer,
  contests: readonly IndexedContest[],
): Promise<boolean> {
  for (const contest of contests) if ((await readOutcome(paths, manifest, contest)) === 'changed') return false;
  return true;
}

async function readContest(
  paths: ArchivePaths,
  manifest: Buffer,
  indexed: IndexedContest,
  checked: Set<string>,
): Promise<ArchivedContest | 'changed'> {
  const counted = await readOutcome(paths, manifest, indexed);
  if (counted === 'changed') return 'changed';
  const { contest, outcome } = counted;
  const { files, report } = indexed;
  const sealed = await areSealed(paths.archive, contest, files, checked);
  const lots = await textAt(paths.archive, files.lots, contest.lots?.sha256);
  const told = await textAt(paths.reports, report, report?.sha256);
  if (!sealed || lots === undefined || told === undefined) return 'changed';
  const reported: ContestReport | null = told === null ? null : JSON.parse(told);
  if (!isSame(outcome, reported)) return 'changed';
  return { ...counted, lots: lots === null ? null : JSON.parse(lots), report: reported };
}

/** Whether a report tells of this outcome. */
const isSame = (outcome: OutcomeFile | null, report: ContestReport | null): boolean =>
  outcome === null ||
  (report?.report?.status === outcome.status && report.report.winners.join() === outcome.winners.join());

/** Sealed ballots are looked at once for each state of the file, for they are large. */
async function areSealed(
  path: string,
  contest: ManifestContest,
  files: ArchiveIndex['contests'][number]['files'],
  checked: Set<string>,
): Promise<boolean> {
  if (checked.has(contest.id)) return true;
  for (const name of ['archive', 'side'] as const) {
    const place = files[name];
    const said = contest[name];
    if ((place === null) !== (said === null)) return false;
    if (place !== null && said !== null && (await hashAt(path, place)) !== said.sha256) return false;
  }
  checked.add(contest.id);
  return true;
}

/** A text, null where there is none, undefined where it is not the one that is named. */
async function textAt(
  path: string,
  place: Place | null,
  sha256: string | undefined,
): Promise<string | null | undefined> {
  if (place === null || sha256 === undefined) return place === null && sha256 === undefined ? null : undefined;
  const bytes = await bytesAt(path, place);
  return bytes !== undefined && hash('sha256', bytes, 'hex') === sha256 ? bytes.toString() : undefined;
}

const pieceBytes = 2 ** 18;

/** In pieces, so that others are served between them. */
async function hashAt(path: string, { offset, bytes }: Place): Promise<string | undefined> {
  const handle = await open(path);
  const running = createHash('sha256');
  try {
    const piece = Buffer.alloc(Math.min(pieceBytes, Math.max(1, bytes)));
    for (let done = 0; done < bytes;) {
      const { bytesRead } = await handle.read(piece, 0, Math.min(piece.length, bytes - done), offset + done);
      if (bytesRead === 0) return undefined;
      running.update(piece.subarray(0, bytesRead));
      done += bytesRead;
    }
    return running.digest('hex');
  } finally {
    await handle.close();
  }
}
