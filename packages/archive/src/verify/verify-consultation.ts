import { type ArchiveSource, sha256Hex, type Sha256Maker, type VerifierMachine } from '@convite/crypto';
import { demandedEntries, manifestPath, rulePath } from '../manifest/entry-paths.ts';
import type { Manifest } from '../manifest/manifest.ts';
import { measure } from '../making/measure.ts';
import {
  allConsultationChecks,
  type ConsultationCheck,
  consultationChecks,
  type Counts,
  createFindingRecord,
  type Finding,
  type FindingLog,
} from './consultation-checks.ts';
import { type ConsultationFile, readConsultation, readRule } from './consultation-file.ts';
import { type TerritoryTotals, territoryTotals } from './territory-totals.ts';
import { type CheckedContest, type ContestVerdict, verifyContest } from './verify-contest.ts';

/** What the verification is at: bytes read, contests done. */
export type ConsultationStep = 'files' | 'contests';

/** Verifies all contests of a file, wherever; the verdicts in the order of the manifest. */
export type VerifyContests = (
  file: ConsultationFile,
  done: (contests: number) => void,
) => Promise<readonly ContestVerdict[]>;

/** How a consultation is verified on a machine. */
export interface ConsultationMachine {
  readonly sha256: Sha256Maker;
  readonly verifyContests: VerifyContests;
  readonly progress: (step: ConsultationStep, done: number, of: number) => void;
}

/** The answer: never a bare yes or no. */
export interface ConsultationVerification {
  readonly answer: 'accepted' | 'refused' | 'not_an_archive';
  /** SHA-256 of the manifest, which names all the rest; undefined where there is none. */
  readonly manifestSha256: string | undefined;
  readonly manifest: Manifest | undefined;
  readonly contests: readonly CheckedContest[];
  readonly territories: readonly TerritoryTotals[];
  readonly made: Counts;
  /** Ascending by check, then as they were met. */
  readonly findings: readonly Finding[];
}

/** Verifies one contest after the other on a machine for elections. */
export const contestsInTurn =
  (machine: VerifierMachine): VerifyContests =>
  async (file, done) => {
    const verdicts: ContestVerdict[] = [];
    for (const contest of file.manifest.contests) {
      verdicts.push(await verifyContest(machine, file, contest));
      done(verdicts.length);
    }
    return verdicts;
  };

/**
 * Makes every check on the archive of a consultation: its container, its manifest, each election, each count.
 *
 * Source: docs/spec/consultation-archive.md. All failures are reported with their places; what stands on something broken is
 * not looked at.
 * Cost: each byte is read three times; memory for the manifest, all outcomes, and the ballots of the contests at work.
 */
export async function verifyConsultation(
  { sha256, verifyContests, progress }: ConsultationMachine,
  source: ArchiveSource,
): Promise<ConsultationVerification> {
  const log = createFindingRecord();
  const { file, manifestBytes } = await readConsultation(source, log);
  const manifestSha256 = manifestBytes === undefined ? undefined : sha256Hex(sha256.sha256(manifestBytes));
  if (file === undefined) {
    const answer = manifestBytes === undefined && !log.findings().some(isOtherForm) ? 'not_an_archive' : 'refused';
    const nothing = { manifest: undefined, contests: [], territories: [] };
    return { answer, manifestSha256, ...nothing, made: log.counts(), findings: log.findings() };
  }
  const { manifest } = file;
  checkEntries(file, log);
  await checkFiles(file, sha256, log, (done) => progress('files', done, source.size));
  await checkRules(file, log);
  const verdicts = await verifyContests(file, (done) => progress('contests', done, manifest.contests.length));
  const findings = [...log.findings(), ...verdicts.flatMap((verdict) => verdict.findings)];
  return {
    answer: findings.length === 0 ? 'accepted' : 'refused',
    manifestSha256,
    manifest,
    contests: verdicts.map(({ contest, board, ballots, outcome }) => ({ contest, board, ballots, outcome })),
    territories: territoryTotals(manifest, verdicts),
    made: summed([log.counts(), ...verdicts.map(({ made }) => made)]),
    findings: findings.toSorted((a, b) => consultationChecks[a.check] - consultationChecks[b.check]),
  };
}

/** A ZIP file, but not in our form: somebody may have packed an archive again. */
const isOtherForm = ({ reason }: Finding): boolean => reason === 'other_form';

function summed(all: readonly Counts[]): Counts {
  const sums = new Map<ConsultationCheck, number>();
  for (const check of allConsultationChecks) {
    const sum = all.reduce((before, counts) => before + (counts[check] ?? 0), 0);
    if (sum > 0) sums.set(check, sum);
  }
  return Object.fromEntries(sums);
}

function checkEntries({ manifest, entries }: ConsultationFile, log: FindingLog): void {
  log.made('container.entries');
  const demanded = [manifestPath, ...demandedEntries(manifest).map(({ path }) => path)];
  const found = [...entries.keys()];
  const asked = new Set(demanded);
  const missing = demanded.filter((path) => !entries.has(path));
  const unexpected = found.filter((path) => !asked.has(path));
  for (const path of missing) log.failed('container.entries', path, 'missing_entry');
  for (const path of unexpected) log.failed('container.entries', path, 'unexpected_entry');
  if (missing.length + unexpected.length > 0) return;
  const moved = found.find((path, i) => path !== demanded[i]);
  if (moved !== undefined) log.failed('container.entries', moved, 'other_order');
}

async function checkFiles(
  { manifest, entries }: ConsultationFile,
  sha256: Sha256Maker,
  log: FindingLog,
  progress: (bytes: number) => void,
): Promise<void> {
  const demanded = new Map(demandedEntries(manifest).map((entry) => [entry.path, entry]));
  for (const entry of entries.values()) {
    log.made('files.hashes');
    const measured = await measure(entry.source, sha256, (bytes) => progress(entry.offset + bytes));
    if (measured.crc32 !== entry.crc32) log.failed('files.hashes', entry.path, 'other_crc');
    const said = demanded.get(entry.path);
    if (said === undefined) continue;
    if (said.bytes !== undefined && said.bytes !== entry.size) {
      log.failed('files.hashes', entry.path, 'other_size', `${entry.size} ≠ ${said.bytes}`);
    }
    if (said.sha256 !== measured.sha256) log.failed('files.hashes', entry.path, 'other_sha256', measured.sha256);
  }
}

async function checkRules({ manifest, entries }: ConsultationFile, log: FindingLog): Promise<void> {
  for (const hash of manifest.rules) {
    const path = rulePath(hash);
    const rule = await readRule(entries.get(path));
    if (rule === undefined) continue;
    log.made('rules.form');
    if (rule.ok) continue;
    for (const { at, message } of rule.error) log.failed('rules.form', path, 'malformed', `${at} ${message}`.trim());
  }
}
