import { canonicalRuleSet, type RuleSet } from '@convite/counting';
import { type ArchiveSource, bytesSource, type Sha256Maker, utf8 } from '@convite/crypto';
import { compareCodePoints } from '@convite/kernel';
import type { ContestToCount } from '../counting/count-archive.ts';
import { contestPath, manifestPath, rulePath } from '../manifest/entry-paths.ts';
import { archiveText, type Manifest, type ManifestContest, type StoredFile } from '../manifest/manifest.ts';
import type { ZipContent } from '../zip/write-zip.ts';
import { measure } from './measure.ts';

/** A contest and its files. */
export interface ContestMaterial {
  readonly contest: ContestToCount;
  readonly archive: ArchiveSource | undefined;
  readonly side: string | undefined;
  readonly outcome: string | undefined;
  readonly lots: string | undefined;
}

/** All that goes into the archive of a consultation. */
export interface ConsultationMaterial extends Pick<Manifest, 'consultation' | 'lots' | 'order' | 'territories'> {
  /** Those of the contests, each once. */
  readonly rules: readonly RuleSet[];
  readonly contests: AsyncIterable<ContestMaterial> | Iterable<ContestMaterial>;
}

/** A consultation's archive, ready to be written: `writeZip(contents)`. */
export interface MadeArchive {
  readonly manifest: Manifest;
  readonly contents: readonly ZipContent[];
}

/**
 * Makes the archive of a whole consultation.
 *
 * Source: docs/spec/consultation-archive.md, B. Whether it is sound is for `verifyConsultation` to say.
 * Cost: each source is read once here, and once when it is written; nothing of it is kept.
 */
export async function makeArchive(material: ConsultationMaterial, sha256: Sha256Maker): Promise<MadeArchive> {
  const rules = await Promise.all(
    material.rules.map(async (rule) => {
      const source = bytesSource(utf8(canonicalRuleSet(rule)));
      return { source, ...(await measure(source, sha256)) };
    }),
  );
  const made: { readonly contest: ManifestContest; readonly contents: readonly ZipContent[] }[] = [];
  for await (const one of material.contests) made.push(await madeContest(one, sha256));
  const inOrder = made.toSorted((a, b) => compareCodePoints(a.contest.id, b.contest.id));
  const ruleFiles = rules.toSorted((a, b) => compareCodePoints(a.sha256, b.sha256));
  const manifest: Manifest = {
    convite_archive: material.consultation.languages === undefined ? 1 : 2,
    consultation: material.consultation,
    lots: material.lots,
    order: material.order,
    part: null,
    rules: ruleFiles.map(({ sha256: hash }) => hash),
    territories: material.territories.toSorted((a, b) => compareCodePoints(a.code, b.code)),
    contests: inOrder.map(({ contest }) => contest),
  };
  const contents = [
    ...ruleFiles.map(({ source, sha256: hash, crc32 }) => ({ path: rulePath(hash), size: source.size, crc32, source })),
    ...inOrder.flatMap((one) => one.contents),
  ];
  return withManifest(manifest, contents, sha256);
}

/** Puts a manifest before what it names. */
export async function withManifest(
  manifest: Manifest,
  contents: readonly ZipContent[],
  sha256: Sha256Maker,
): Promise<MadeArchive> {
  const source = bytesSource(utf8(archiveText(manifest)));
  const { crc32 } = await measure(source, sha256);
  return { manifest, contents: [{ path: manifestPath, size: source.size, crc32, source }, ...contents] };
}

async function madeContest(
  { contest, archive, ...texts }: ContestMaterial,
  sha256: Sha256Maker,
): Promise<{ readonly contest: ManifestContest; readonly contents: readonly ZipContent[] }> {
  const textSource = (text: string | undefined): ArchiveSource | undefined =>
    text === undefined ? undefined : bytesSource(utf8(text));
  const contents: ZipContent[] = [];
  const stored = async (
    name: 'archive' | 'side' | 'outcome' | 'lots',
    source: ArchiveSource | undefined,
  ): Promise<StoredFile | null> => {
    if (source === undefined) return null;
    const { crc32, sha256: hash } = await measure(source, sha256);
    contents.push({ path: contestPath(contest, name), size: source.size, crc32, source });
    return { bytes: source.size, sha256: hash };
  };
  const files = {
    archive: await stored('archive', archive),
    side: await stored('side', textSource(texts.side)),
    outcome: await stored('outcome', textSource(texts.outcome)),
    lots: await stored('lots', textSource(texts.lots)),
  };
  return { contest: { ...contest, ...files }, contents };
}
