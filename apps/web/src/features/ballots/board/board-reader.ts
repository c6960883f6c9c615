import { join } from 'node:path';
import { claimedHead, splitRecords } from '@convite/crypto';
import { invariant, InvariantError } from '@convite/kernel';
import { isMissing, listName, readIfThere, readRuns, type Run, runName, withFile } from './board-folder.ts';

/** A board as its files have it: nothing here asks the database. */
export interface PublicBoard {
  /** The signed head, as published. */
  readonly head: string;
  /** Events. */
  readonly size: number;
}

/** What people call a board: they may have two papers in one place. */
export interface BoardNames {
  /** Of the consultation, by language. */
  readonly title: Readonly<Record<string, string>>;
  /** The territory, and the one above it. */
  readonly place: string;
  readonly above: string | null;
  /** Of the paper, by language. */
  readonly paper: Readonly<Record<string, string>>;
}

/** Which board a folder is. */
export interface AboutBoard {
  readonly consultation: string;
  readonly contest: string;
  readonly fingerprint: string;
  /** Undefined where the folder was begun before boards had names. */
  readonly names: BoardNames | undefined;
}

/** The board of a folder; undefined where none was published. */
export async function readBoard(folder: string): Promise<PublicBoard | undefined> {
  const head = (await readIfThere(join(folder, 'head')))?.toString();
  const claimed = head === undefined ? undefined : claimedHead(head);
  return head === undefined || claimed === undefined ? undefined : { head, size: claimed.size };
}

export async function readAbout(folder: string): Promise<AboutBoard | undefined> {
  const text = (await readIfThere(join(folder, 'about.json')))?.toString();
  if (text === undefined) return undefined;
  const about: Readonly<Record<string, unknown>> = JSON.parse(text);
  const { consultation, contest, fingerprint } = about;
  return typeof consultation === 'string' && typeof contest === 'string' && typeof fingerprint === 'string'
    ? { consultation, contest, fingerprint, names: namesIn(about) }
    : undefined;
}

function namesIn({ title, place, above, paper }: Readonly<Record<string, unknown>>): BoardNames | undefined {
  const isPlaced = typeof place === 'string' && (typeof above === 'string' || above === null);
  return isPlaced && isByLanguage(title) && isByLanguage(paper) ? { title, place, above, paper } : undefined;
}

const isByLanguage = (texts: unknown): texts is Readonly<Record<string, string>> =>
  typeof texts === 'object' && texts !== null && Object.values(texts).every((text) => typeof text === 'string');

/** Bytes of the first record of an archive, which stands in the first run. */
const firstRecord = 1024;

/** Runs may be put together while somebody reads; that it happens so often in a row is no accident any more. */
const mostRetries = 10;

/** The length of the archive of so many events; undefined where the files do not reach there. */
export async function archiveLength(folder: string, size: number): Promise<number | undefined> {
  for (let i = 0; i < mostRetries; i++) {
    let length = 0;
    const runs = await readRuns(folder);
    const whole = runs.filter(({ to }) => to <= size);
    for (const { bytes } of whole) length += bytes;
    if (whole.at(-1)?.to === size) return length;
    const last = runs[whole.length];
    if (last === undefined) return undefined;
    const part = await lengthWithin(folder, last, size - last.from);
    if (part !== undefined) return length + part;
  }
  throw new InvariantError('what was published stays');
}

/** The length of the first events of a run; undefined where it stands under a longer name meanwhile. */
async function lengthWithin(folder: string, run: Run, events: number): Promise<number | undefined> {
  const bytes = await readIfThere(join(folder, runName(run)));
  if (bytes === undefined) return undefined;
  const start = run.from === 0 ? firstRecord : 0;
  let [length, left] = [start, events];
  for (const { kind, content } of splitRecords(bytes.subarray(start))) {
    if (left === 0) break;
    length += 512 + Math.ceil(content.length / 512) * 512;
    if (kind === 'event') left -= 1;
  }
  return length;
}

const pieceBytes = 256 * 1024;

/**
 * The bytes of the archive from `start` up to `end`, piece by piece. Requires: they lie within the archive.
 *
 * Runs that are put together while somebody reads are looked for again; the bytes are the same.
 */
export async function* archiveBytes(folder: string, start: number, end: number): AsyncGenerator<Uint8Array, void> {
  let runs = await readRuns(folder);
  for (let at = start; at < end;) {
    const place = placeOf(runs, at);
    invariant(place !== undefined, 'what was published stays');
    const length = Math.min(pieceBytes, end - at, place.run.bytes - place.offset);
    const piece = await readPiece(join(folder, runName(place.run)), place.offset, length);
    if (piece === undefined) runs = await readRuns(folder);
    else {
      yield piece;
      at += piece.length;
    }
  }
}

function placeOf(runs: readonly Run[], at: number): { readonly run: Run; readonly offset: number } | undefined {
  let before = 0;
  for (const run of runs) {
    if (at < before + run.bytes) return { run, offset: at - before };
    before += run.bytes;
  }
  return undefined;
}

async function readPiece(path: string, offset: number, length: number): Promise<Uint8Array | undefined> {
  try {
    return await withFile(path, 'r', async (file) => {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, offset);
      invariant(bytesRead > 0, 'a run has the bytes that its name says');
      return bytes.subarray(0, bytesRead);
    });
  } catch (fault) {
    if (isMissing(fault)) return undefined;
    throw fault;
  }
}

/** A ballot as the list of trackers names it. */
export interface ListedBallot {
  readonly height: number;
  readonly tracker: string;
  /** The same for the ballots of one credential. */
  readonly credentialHash: string;
}

/** Reads the list of ballots from a height on, up to the events that the head holds. */
export async function readBallotList(folder: string, from: number, size: number): Promise<readonly ListedBallot[]> {
  for (let i = 0; i < mostRetries; i++) {
    const runs = (await readRuns(folder)).filter((run) => run.to > from && run.from < size);
    const texts = await Promise.all(runs.map((run) => readIfThere(join(folder, listName(run)))));
    if (texts.some((text) => text === undefined)) continue;
    return texts
      .flatMap((text) => (text?.toString() ?? '').split('\n'))
      .filter((line) => line !== '')
      .map(listedBallot)
      .filter(({ height }) => height >= from && height < size);
  }
  throw new InvariantError('each run has its list');
}

function listedBallot(line: string): ListedBallot {
  const [height = '', tracker = '', credentialHash = ''] = line.split(' ');
  return { height: Number(height), tracker, credentialHash };
}
