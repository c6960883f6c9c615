import { type Sha256Maker, sha256Hex, utf8 } from '@convite/crypto';
import { compareCodePoints } from '@convite/kernel';
import { demandedEntries } from '../manifest/entry-paths.ts';
import { archiveText, type Manifest } from '../manifest/manifest.ts';
import { partOfTree } from '../manifest/territory-tree.ts';
import type { ZipContent } from '../zip/write-zip.ts';
import { type MadeArchive, withManifest } from './make-archive.ts';

/**
 * Makes the archive of a part of the territory tree out of the whole: the server, or anybody who has the whole.
 *
 * Source: docs/spec/consultation-archive.md, F.
 * Requires: a sound manifest of a whole, with its entries; roots in it, none below another.
 */
export async function makePart(
  whole: { readonly manifest: Manifest; readonly contents: readonly ZipContent[] },
  roots: readonly string[],
  sha256: Sha256Maker,
): Promise<MadeArchive> {
  const { holds, shows } = partOfTree(whole.manifest, roots);
  const contests = whole.manifest.contests.filter(({ territory }) => holds(territory));
  const used = new Set(contests.map(({ rule }) => rule));
  const manifest: Manifest = {
    ...whole.manifest,
    part: {
      whole: sha256Hex(sha256.sha256(utf8(archiveText(whole.manifest)))),
      roots: roots.toSorted(compareCodePoints),
    },
    rules: whole.manifest.rules.filter((rule) => used.has(rule)),
    territories: whole.manifest.territories.filter(({ code }) => shows(code)),
    contests,
  };
  const kept = new Set(demandedEntries(manifest).map(({ path }) => path));
  return withManifest(
    manifest,
    whole.contents.filter(({ path }) => kept.has(path)),
    sha256,
  );
}
