import { readZip } from '@convite/archive';
import {
  type ArchiveSource,
  electionWire,
  Misread,
  readArchive,
  readText,
  type Sha256Maker,
  utf8Text,
} from '@convite/crypto';
import { err, ok, type Result } from '@convite/kernel';

/** What the site has published of the codes of one election. */
export interface PublishedList {
  readonly uuid: string;
  /** SHA-256 of the list of its public credentials, as it stands in the archive. */
  readonly sha256: string;
}

export type PublishedRefusal =
  | { readonly type: 'not_an_archive' }
  /** An archive whose bytes do not hold together; the name of its entry, where it is one of several. */
  | { readonly type: 'damaged'; readonly entry: string };

/**
 * Reads what elections were set up with, from the board of one (*.bel*) or from a container with many: the archive of a
 * consultation, or of a part.
 *
 * Checks: the container and chain of each board, so that what is compared is what everyone sees who has the same head.
 * Hazards: nothing else of the archive is checked; that is `convite verify`.
 */
export async function publishedLists(
  source: ArchiveSource,
  sha256: Sha256Maker,
): Promise<Result<readonly PublishedList[], PublishedRefusal>> {
  const container = await readZip(source);
  const boards = container.ok ? container.value.filter(({ path }) => path.endsWith('.bel')) : [{ path: '', source }];
  if (boards.length === 0) return err({ type: 'not_an_archive' });
  const lists: PublishedList[] = [];
  for (const { path, source: board } of boards) {
    const list = await listOf(board, sha256);
    if (!list.ok) return container.ok ? err({ type: 'damaged', entry: path }) : list;
    lists.push(list.value);
  }
  return ok(lists);
}

async function listOf(source: ArchiveSource, sha256: Sha256Maker): Promise<Result<PublishedList, PublishedRefusal>> {
  const { index, ...reading } = await readArchive(source, { sha256 });
  if (!reading.ok && reading.reason === 'not_an_archive') return err({ type: 'not_an_archive' });
  const setup = reading.ok && index.length > 0 ? index.event(0) : undefined;
  if (setup?.type !== 'Setup') return err({ type: 'damaged', entry: '' });
  const { offset, length } = setup.election;
  const election = readText(electionWire, utf8Text(await source.read(offset, length)) ?? '');
  if (election instanceof Misread) return err({ type: 'damaged', entry: '' });
  return ok({ uuid: election.uuid, sha256: setup.credentials.sha256 });
}
