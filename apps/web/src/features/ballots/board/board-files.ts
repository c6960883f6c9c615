import { readdirSync, readFileSync, statSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type BoardHead, type BoardRecord, claimedHead, joinRecords, startArchive } from '@convite/crypto';
import { err, invariant, ok, type Result } from '@convite/kernel';
import { nodeSha256 } from '@convite/machine';
import {
  listName,
  makeFolder,
  type NewFile,
  putInPlace,
  readIfThere,
  readRuns,
  removeRuns,
  type Run,
  runName,
  together,
  writeDrafts,
} from './board-folder.ts';
import { archiveBytes, archiveLength } from './board-reader.ts';
import { isOfHead, type KeptArchive, keptArchive } from './kept-archive.ts';
import type { HeadSigner } from './signing-key.ts';

/** An event of a board with all that stands before it in the archive. */
export interface PublishedEvent {
  readonly height: number;
  readonly parent: string | null;
  readonly hash: BoardRecord['sha256'];
  /** The records of the event in their order, itself the last. */
  readonly records: readonly BoardRecord[];
  /** Of a ballot: its tracker, and a hash that tells which ballots are of one credential. */
  readonly ballot: { readonly tracker: string; readonly credentialHash: string } | undefined;
}

/** What the files say before they are extended. */
export interface BoardStanding {
  /** The head that was signed last; undefined before the first. */
  readonly signed: BoardHead | undefined;
  /** The first height that the files lack. */
  readonly from: number;
}

/**
 * Why no head is signed: what the database holds is not what was signed before; or the folder is a copy, and nobody has
 * said that nothing was signed since.
 */
export type BoardRefusal = 'board_rolled_back' | 'board_differs' | 'key_differs' | 'board_unsettled';

/** The static files of all boards, and the heads that were signed, outside the database. */
export interface BoardFiles {
  readonly keyText: string;
  /** The folder of a board, for readers. */
  readonly folderOf: (contest: string) => string;
  /** Boards that show another head than the one signed last: a crash or a power cut came between the two. */
  readonly behind: () => readonly string[];
  /** The published archive as far as this head, if its files are whole; undefined where they are not, or hold another. */
  readonly archiveOf: (head: BoardHead) => Promise<KeptArchive | undefined>;
  /** Bytes of the archive. Requires: they were published. */
  readonly read: (contest: string, offset: number, length: number) => Promise<Uint8Array>;
  readonly standing: (contest: string) => Promise<Result<BoardStanding, BoardRefusal>>;
  /** The head that was signed last; undefined before the first. */
  readonly signed: (contest: string) => Promise<Result<BoardHead | undefined, BoardRefusal>>;
  /** Boards of which a head was signed. */
  readonly everSigned: () => readonly string[];
  /** Keeps a head that this key signed once and that this folder has lost. Requires: it goes beyond the one kept. */
  readonly keep: (head: BoardHead) => Promise<void>;
  /** Writes events behind those that stand, signs the new head and publishes it. Requires: nobody else does meanwhile. */
  readonly extend: (contest: string, extension: BoardExtension) => Promise<Result<BoardHead, BoardRefusal>>;
  /** The head of a board that ends with this event: for a receipt. Requires: a head that holds it was signed before. */
  readonly sign: HeadSigner['sign'];
  readonly signProtocol: HeadSigner['signProtocol'];
}

export interface BoardExtension {
  readonly standing: BoardStanding;
  /** Seconds since 1970 of the archive's records. */
  readonly recordTime: number;
  /** SHA-256 of the event that the database has at the height of the signed head's last. */
  readonly hashAtSigned: string | undefined;
  /** From `standing.from` on, without a gap. */
  readonly events: readonly PublishedEvent[];
  /** Says which board this is, for whoever finds the folder. */
  readonly about: string;
}

/** Small runs are put together once they hold so many events. */
const longRun = 256;

const { sha256 } = nodeSha256;

/**
 * @param root a folder of its own; `public` in it may be served by any web server, `heads` guards what was signed.
 * @param maySign false for boards of which it is not known what was signed before
 */
export async function openBoardFiles(
  root: string,
  signer: HeadSigner,
  maySign: (contest: string) => boolean,
): Promise<BoardFiles> {
  const publicRoot = await makeFolder(root, 'public');
  const heads = await makeFolder(root, 'heads');
  const folderOf = (contest: string): string => join(publicRoot, contest);
  // A draft is no head: its signature was not brought to the disk, so nobody has a receipt of it.
  const everSigned = (): readonly string[] => readdirSync(heads).filter((name) => !name.endsWith('.new'));
  const signedHead = async (contest: string): Promise<Result<BoardHead | undefined, BoardRefusal>> => {
    if (!maySign(contest)) return err('board_unsettled');
    const note = await readIfThere(join(heads, contest));
    if (note === undefined) return ok(undefined);
    // The same key signs the same head with the same bytes (RFC 8032), and signs faster than a signature is checked.
    const head = claimedHead(note.toString());
    return head !== undefined && signer.sign(head) === note.toString() ? ok(head) : err('key_differs');
  };
  const read: BoardFiles['read'] = async (contest, offset, length) => {
    const pieces: Uint8Array[] = [];
    for await (const piece of archiveBytes(folderOf(contest), offset, offset + length)) pieces.push(piece);
    const [first] = pieces;
    return pieces.length === 1 && first !== undefined ? first : Uint8Array.from(Buffer.concat(pieces));
  };
  const files: BoardFiles = {
    keyText: signer.keyText,
    folderOf,
    sign: signer.sign,
    signProtocol: signer.signProtocol,
    everSigned,
    signed: signedHead,
    behind: () => everSigned().filter((name) => !shows(join(folderOf(name), 'head'), join(heads, name))),
    async keep(head) {
      const note = [{ name: head.contest, content: signer.sign(head) }];
      await writeDrafts(heads, note);
      await putInPlace(heads, note);
    },
    async archiveOf(head) {
      try {
        const size = await archiveLength(folderOf(head.contest), head.size);
        if (size === undefined) return undefined;
        const archive = await keptArchive({ size, read: (offset, length) => read(head.contest, offset, length) });
        return archive !== undefined && isOfHead(archive, head) ? archive : undefined;
      } catch {
        // Whatever the disk has left of a file: it is not the board.
        return undefined;
      }
    },
    read,
    async standing(contest) {
      const head = await signedHead(contest);
      if (!head.ok) return head;
      const signed = head.value;
      const runs = await readRuns(folderOf(contest));
      const end = runs.findLast(({ to }) => to <= (signed?.size ?? 0))?.to ?? 0;
      // The head is put in place after it was signed: a crash between the two is made good here.
      if (signed !== undefined && end === signed.size) await publishHead(join(heads, contest), folderOf(contest));
      return ok({ signed, from: end });
    },
    async extend(contest, extension) {
      const refusal = refusalOf(extension);
      if (refusal !== undefined) return err(refusal);
      const { standing, events } = extension;
      const last = events.at(-1);
      const folder = await makeFolder(publicRoot, contest);
      if (last === undefined) {
        invariant(standing.signed !== undefined, 'a board that has nothing new has a signed head');
        return ok(standing.signed);
      }
      await removeUnsigned(folder, standing.from);
      const run = filesOfRun(extension);
      const head = { contest, size: last.height + 1, hash: last.hash };
      const { signed } = standing;
      // Lost files are written again from the rows, up to the head that stands: nothing new is signed for them.
      const isNew = signed === undefined || head.size > signed.size;
      const note = isNew ? [{ name: contest, content: signer.sign(head) }] : [];
      // What takes long is done together; the head is out of sight until the run stands in its place.
      await together([writeDrafts(folder, run), writeDrafts(heads, note)]);
      await putInPlace(folder, run);
      if (!isNew) return ok(signed);
      await putInPlace(heads, note);
      await publishHead(join(heads, contest), folder);
      await joinSmallRuns(folder, head.size);
      return ok(head);
    },
  };
  return files;
}

/** Whether a public head is the signed one: the same file under another name, or a copy, as a backup leaves it. */
function shows(head: string, signed: string): boolean {
  const [shown, kept] = [head, signed].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }));
  if (shown === undefined || kept === undefined) return false;
  return (shown.ino === kept.ino && shown.dev === kept.dev) || readFileSync(head).equals(readFileSync(signed));
}

/** Puts the signed head into the folder that everyone reads: the same file under another name. */
async function publishHead(signed: string, folder: string): Promise<void> {
  const draft = join(folder, 'head.new');
  await rm(draft, { force: true });
  await link(signed, draft);
  await rename(draft, join(folder, 'head'));
}

function refusalOf({ standing: { signed, from }, hashAtSigned, events }: BoardExtension): BoardRefusal | undefined {
  for (const [i, { height, parent, hash, records }] of events.entries()) {
    const event = records.at(-1);
    const before = events[i - 1];
    const follows = height === from + i && (before === undefined || parent === before.hash);
    if (!follows || event?.sha256 !== hash || !records.every(isNamedByHash)) return 'board_differs';
  }
  if (signed === undefined) return undefined;
  if (hashAtSigned === undefined) return 'board_rolled_back';
  const [first] = events;
  const goesOn = first === undefined || first.height !== signed.size || first.parent === signed.hash;
  return hashAtSigned === signed.hash && goesOn ? undefined : 'board_differs';
}

const isNamedByHash = ({ content, sha256: name }: BoardRecord): boolean =>
  Buffer.from(sha256(content)).toString('hex') === name;

/** Takes away what an earlier crash left beyond the signed head. */
async function removeUnsigned(folder: string, from: number): Promise<void> {
  const runs = await readRuns(folder);
  await removeRuns(
    folder,
    runs.filter(({ to }) => to > from),
  );
}

/** The files of one run, the run itself the last. */
function filesOfRun({ standing: { from }, recordTime, events, about }: BoardExtension): readonly NewFile[] {
  const start = from === 0 ? [startArchive(recordTime).bytes] : [];
  const content = Buffer.concat([
    ...start,
    joinRecords(
      events.flatMap(({ records }) => records),
      recordTime,
    ),
  ]);
  const run = { from, to: from + events.length, bytes: content.length };
  const lines = events.flatMap(({ height, ballot }) =>
    ballot === undefined ? [] : [`${height} ${ballot.tracker} ${ballot.credentialHash}\n`],
  );
  return [
    ...(from === 0 ? [{ name: 'about.json', content: about }] : []),
    { name: listName(run), content: lines.join('') },
    { name: runName(run), content },
  ];
}

/** Puts the small runs at the end together when they are enough. Only what was signed is put together. */
async function joinSmallRuns(folder: string, size: number): Promise<void> {
  const runs = (await readRuns(folder)).filter(({ to }) => to <= size);
  const lastLong = runs.findLastIndex(({ from, to }) => to - from >= longRun);
  const small = runs.slice(lastLong + 1);
  const [first, last] = [small.at(0), small.at(-1)];
  if (first === undefined || last === undefined || small.length < 2 || last.to - first.from < longRun) return;
  const contents = await Promise.all(small.map((run) => readFile(join(folder, runName(run)))));
  const lists = await Promise.all(small.map((run) => readFile(join(folder, listName(run)))));
  const joined: Run = { from: first.from, to: last.to, bytes: small.reduce((sum, { bytes }) => sum + bytes, 0) };
  const files = [
    { name: listName(joined), content: Buffer.concat(lists) },
    { name: runName(joined), content: Buffer.concat(contents) },
  ];
  await writeDrafts(folder, files);
  await putInPlace(folder, files);
  await removeRuns(folder, small);
}
