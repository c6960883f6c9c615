import { canonicalRuleSet, parseRuleSet, type RuleSet, type RuleSetProblem } from '@convite/counting';
import { type ArchiveSource, utf8Text } from '@convite/crypto';
import { err, type Result } from '@convite/kernel';
import { manifestPath } from '../manifest/entry-paths.ts';
import { manifestProblems } from '../manifest/manifest-problems.ts';
import { type Manifest, readManifest } from '../manifest/manifest.ts';
import { type FoundEntry, readZip } from '../zip/read-zip.ts';
import type { FindingLog } from './consultation-checks.ts';

/** A consultation's archive, its manifest read; what it names is read where it is needed. */
export interface ConsultationFile {
  readonly manifest: Manifest;
  /** By path, in the order of the container. */
  readonly entries: ReadonlyMap<string, FoundEntry>;
}

/** What became of the reading. */
export interface ConsultationReading {
  /** Undefined where container or manifest do not hold. */
  readonly file: ConsultationFile | undefined;
  /** The manifest as it stands. */
  readonly manifestBytes: Uint8Array | undefined;
}

/** The most bytes of a manifest; that of 5,336 contests with 36,674 options has about 10 MB. */
const mostManifestBytes = 2 ** 28;

/**
 * Reads container and manifest.
 *
 * Source: docs/spec/consultation-archive.md, A, B and F.
 * Checks: container.form, manifest.form, manifest.tree.
 */
export async function readConsultation(source: ArchiveSource, log: FindingLog): Promise<ConsultationReading> {
  log.made('container.form');
  const container = await readZip(source);
  if (!container.ok) {
    const { offset, type } = container.error;
    log.failed('container.form', offset === source.size ? 'end of the file' : `byte ${offset}`, type);
    return { file: undefined, manifestBytes: undefined };
  }
  const [first] = container.value;
  if (first?.path !== manifestPath || first.size > mostManifestBytes) {
    log.failed('container.entries', manifestPath, 'missing_entry');
    return { file: undefined, manifestBytes: undefined };
  }
  const manifestBytes = await first.source.read(0, first.size);
  const manifest = checkedManifest(utf8Text(manifestBytes) ?? '', log);
  if (manifest === undefined) return { file: undefined, manifestBytes };
  const entries = new Map(container.value.map((entry) => [entry.path, entry]));
  return { file: { manifest, entries }, manifestBytes };
}

function checkedManifest(text: string, log: FindingLog): Manifest | undefined {
  log.made('manifest.form');
  const manifest = readManifest(text);
  if (!manifest.ok) {
    for (const { place, message } of manifest.error) {
      log.failed('manifest.form', manifestPath, 'malformed', `${place} ${message}`.trim());
    }
    return undefined;
  }
  log.made('manifest.tree');
  const problems = manifestProblems(manifest.value);
  for (const problem of problems) {
    if (problem.check === 'manifest.form') log.failed(problem.check, problem.place, problem.type);
    else log.failed(problem.check, problem.place, problem.type);
  }
  return problems.length === 0 ? manifest.value : undefined;
}

/** Reads a rule set in its one text; undefined where there is no such entry. */
export async function readRule(
  entry: FoundEntry | undefined,
): Promise<Result<RuleSet, readonly RuleSetProblem[]> | undefined> {
  if (entry === undefined) return undefined;
  const text = utf8Text(await entry.source.read(0, entry.size)) ?? '';
  const rule = parseRuleSet(jsonOf(text));
  if (!rule.ok || canonicalRuleSet(rule.value) === text) return rule;
  return err([{ at: '', message: 'not in canonical form' }]);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // No JSON is no rule set: the one who asks refuses undefined.
    return undefined;
  }
}
