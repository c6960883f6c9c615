import { measure, writeZip, type ZipContent } from '@convite/archive';
import { type ArchiveSource, bytesSource, claimedHead } from '@convite/crypto';
import { nodeSha256 } from '@convite/machine';
import { invariant } from '@convite/kernel';
import type { AskPublic, ObserversContext } from '../observers-context.ts';
import { findObserved } from '../store.ts';
import { observedBoards } from '../store-boards.ts';
import { observeView } from './show-observed.ts';

/**
 * Everything that is public of a consultation by now, as a ZIP file piece by piece: rules, trustees, the public trail, the table
 * of boards, and of each board its signed head with the archive that the head is of. Undefined where there is no such
 * consultation.
 *
 * Each entry is what its own address answers, so nothing gets in that is not public. The published archive of the result is
 * left out: it is a file of its own that holds the boards once more.
 *
 * Cost: each archive is read twice, a piece at a time, for its checksum stands before it.
 */
export async function publicData(
  context: ObserversContext,
  { slug, language }: { readonly slug: string; readonly language: string },
  ask: AskPublic,
): Promise<AsyncGenerator<Uint8Array, void> | undefined> {
  const [consultation, view] = [await findObserved(context.database, slug), await observeView(context, slug, language)];
  if (consultation === undefined || view === undefined) return undefined;
  const boards = await observedBoards(context.database, consultation.id);
  const files = view.steps
    .flatMap((step) => step.files)
    .filter(({ name }) => kept.has(name))
    .map(({ href }) => href);
  const contests = boards.map(({ contest }) => contest);
  return writeZip(entriesOf(slug, [...new Set(files)], contests, ask));
}

const kept: ReadonlySet<string> = new Set(['ruleFile', 'trusteesFile', 'trailFile', 'boardsTable']);

async function* entriesOf(
  slug: string,
  files: readonly string[],
  boards: readonly string[],
  ask: AskPublic,
): AsyncGenerator<ZipContent, void> {
  for (const href of files) yield await entry(href.slice(`/c/${slug}/`.length), bytesSource(await bytesOf(ask, href)));
  for (const contest of boards) {
    const board = `/c/${slug}/contests/${contest}/board`;
    const signed = await ask(`${board}/head`);
    // A board that cannot be published now has its line in the table, and holds up no other.
    if (!signed.ok) continue;
    const head = new Uint8Array(await signed.arrayBuffer());
    yield await entry(`boards/${contest}/head`, bytesSource(head));
    const size = claimedHead(new TextDecoder().decode(head))?.size;
    yield await entry(`boards/${contest}/archive.bel`, await inPieces(ask, `${board}/archives/${size}.bel`));
  }
}

async function entry(path: string, source: ArchiveSource): Promise<ZipContent> {
  const { crc32 } = await measure(source, nodeSha256);
  return { path, size: source.size, crc32, source };
}

async function bytesOf(ask: AskPublic, href: string, headers?: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const answer = await ask(href, headers);
  invariant(answer.ok, `${href} can be read: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/** A file that may be large, and never changes: it is asked for in parts. */
async function inPieces(ask: AskPublic, href: string): Promise<ArchiveSource> {
  const first = await ask(href, { Range: 'bytes=0-0' });
  const size = Number(/^bytes 0-0\/(\d+)$/u.exec(first.headers.get('Content-Range') ?? '')?.[1]);
  invariant(size > 0, `${href} can be read in parts: ${first.status}`);
  await first.body?.cancel();
  return {
    size,
    read: (offset, length) => bytesOf(ask, href, { Range: `bytes=${offset}-${offset + length - 1}` }),
  };
}
