import { type FoundEntry, measure, readZip, type ZipContent, type ZipFault } from '@convite/archive';
import {
  type ArchiveSource,
  bytesSource,
  type Codec,
  Misread,
  readText,
  type Sha256Maker,
  utf8,
} from '@convite/crypto';
import { sha256Hex, utf8Text } from '@convite/crypto';
import { canonicalJson, type CanonicalJson, compareCodePoints, err, ok, type Result } from '@convite/kernel';

/** Why a file that goes between a trustee and the site is not in its form. */
export type PackFault =
  | ZipFault
  /** The list of its contents is not in its form: where, and what is wrong. */
  | { readonly type: 'malformed'; readonly place: string; readonly message: string }
  /** An entry is missing, stands at the wrong place or is one too many. */
  | { readonly type: 'wrong_entry'; readonly path: string }
  /** The bytes of an entry are not those that the list names. */
  | { readonly type: 'entry_differs'; readonly path: string };

/** What the list says of an entry. */
export interface ListedEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A file whose container and list hold; what the entries hold nobody has looked at. */
export interface ReadPack<T> {
  readonly list: T;
  /** SHA-256 of the list as it stands, line end included. */
  readonly sha256: string;
  /** By path. */
  readonly entries: ReadonlyMap<string, FoundEntry>;
}

/** Something that goes into such a file, and what the list says of it. */
export interface MeasuredContent extends ListedEntry {
  readonly content: ZipContent;
}

/** The most bytes of a list; that of 5,336 contests has about 3 MB. */
const mostListBytes = 2 ** 26;

const listText = (list: CanonicalJson): string => `${canonicalJson(list)}\n`;

/** Goes through a source once and says what container and list need to know of it. */
export async function measuredContent(
  path: string,
  source: ArchiveSource,
  sha256: Sha256Maker,
): Promise<MeasuredContent> {
  const { crc32, sha256: hash } = await measure(source, sha256);
  return { path, bytes: source.size, sha256: hash, content: { path, size: source.size, crc32, source } };
}

/** Puts the list before what it names: the contents for `writeZip`. */
export async function withList(
  path: string,
  list: CanonicalJson,
  contents: readonly MeasuredContent[],
  sha256: Sha256Maker,
): Promise<readonly ZipContent[]> {
  const first = await measuredContent(path, bytesSource(utf8(listText(list))), sha256);
  return [first.content, ...contents.map(({ content }) => content)];
}

/**
 * Reads container and list, and whether the entries are those of the list, in its order and of its sizes.
 *
 * Source: docs/spec/tally.md, A. What stands in an entry is compared with the list when it is read: `entryText`.
 */
export async function readPack<T extends CanonicalJson & { readonly contests: readonly { readonly id: string }[] }>(
  source: ArchiveSource,
  path: string,
  form: Codec<T>,
  listed: (list: T) => readonly ListedEntry[],
  sha256: Sha256Maker,
): Promise<Result<ReadPack<T>, PackFault>> {
  const container = await readZip(source);
  if (!container.ok) return container;
  const [first, ...rest] = container.value;
  if (first?.path !== path || first.size > mostListBytes) return err({ type: 'wrong_entry', path });
  const bytes = await first.source.read(0, first.size);
  const text = utf8Text(bytes) ?? '';
  const list = readText(form, text);
  if (list instanceof Misread) return err({ type: 'malformed', place: list.place, message: list.message });
  if (listText(list) !== text) return malformed('', 'the text is not in its canonical form');
  const { contests } = list;
  const misplaced = contests.find(({ id }, i) => i > 0 && compareCodePoints(contests[i - 1]?.id ?? '', id) >= 0);
  if (misplaced !== undefined) return malformed(`.contests ${misplaced.id}`, 'contests ascend, each once');
  const demanded = listed(list);
  const wrong = demanded.find((entry, i) => rest[i]?.path !== entry.path || rest[i].size !== entry.bytes);
  if (wrong !== undefined) return err({ type: 'wrong_entry', path: wrong.path });
  const more = rest[demanded.length];
  if (more !== undefined) return err({ type: 'wrong_entry', path: more.path });
  return ok({
    list,
    sha256: sha256Hex(sha256.sha256(bytes)),
    entries: new Map(rest.map((entry) => [entry.path, entry])),
  });
}

const malformed = (place: string, message: string): Result<never, PackFault> =>
  err({ type: 'malformed', place, message });

/** The bytes of an entry that are those of the list. */
export async function entryBytes(
  entry: FoundEntry | undefined,
  { path, sha256: listed }: ListedEntry,
  sha256: Sha256Maker,
): Promise<Result<Uint8Array, PackFault>> {
  if (entry === undefined) return err({ type: 'wrong_entry', path });
  const bytes = await entry.source.read(0, entry.size);
  return sha256Hex(sha256.sha256(bytes)) === listed ? ok(bytes) : err({ type: 'entry_differs', path });
}
