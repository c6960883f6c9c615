import { err, ok, type Result } from '@convite/kernel';
import { type Sha256Hex, sha256Hex, type Sha256Maker } from '../primitives/sha256.ts';
import { type ArchiveSource, readExactly } from './archive-source.ts';
import { type BoardFailure, type CheckCounts, type CheckLog, createCheckLog } from './board-checks.ts';
import type { BoardIndex, RecordContent } from './board-index.ts';
import { readArchiveText } from './board-texts.ts';
import { byteText } from './ascii.ts';
import { createByteWindow } from './byte-window.ts';
import { type ChainHead, createChainCheck } from './chain-check.ts';
import { type ScannedRecord, scanRecords } from './record-scanner.ts';
import { blockBytes, writeRecordName } from './tar-record.ts';

/** Where an archive stands: what a writer goes on from. */
export interface ArchiveHead extends ChainHead {
  /** Seconds since 1970 that each record carries. */
  readonly timestamp: number;
}

/** What an archive holds, once container and chain are checked. */
export interface ReadBoard {
  readonly archiveSha256: Sha256Hex;
  readonly checks: CheckCounts;
  /** The events; of a refused archive those whose place in the order and whose contents are right. */
  readonly index: BoardIndex;
}

export type ArchiveReading =
  | (ReadBoard & { readonly ok: true; readonly head: ArchiveHead })
  | (ReadBoard & {
      readonly ok: false;
      /** `not_an_archive`: the file does not even begin as one. */
      readonly reason: 'not_an_archive' | 'refused';
      readonly failures: readonly BoardFailure[];
    });

export interface ReadingOptions {
  readonly sha256: Sha256Maker;
  /** Bytes read at once, a block at least; the memory beside the index is a few times as much. */
  readonly windowBytes?: number;
  /** Told now and then how many bytes were read so far. */
  readonly progress?: (bytesRead: number) => void;
}

const defaultWindowBytes = 2 ** 17;

/**
 * Reads an archive once, from its first byte to its last, and checks that it is exactly what its events demand.
 *
 * Source: the public specification of Belenios 2.0, section "Public data"; docs/spec/ballot-protocol.md.
 * Every check of container and chain is made and every failure taken down with its place; after a failure the reading
 * goes on as long as it is known where the next record stands. What contents mean is not looked at.
 * Units: offsets in bytes.
 * Cost: one pass, each byte hashed twice (its record, the archive); memory for the index 81 bytes for each event.
 * Hazards: the index of a refused archive leaves out what is wrong; in it a position need not be the height that the
 *   event says.
 */
export async function readArchive(
  source: ArchiveSource,
  { sha256, windowBytes = defaultWindowBytes, progress = () => undefined }: ReadingOptions,
): Promise<ArchiveReading> {
  const log = createCheckLog();
  const chain = createChainCheck(log);
  const window = createByteWindow(source, windowBytes, sha256, progress);
  const isArchive = await beginsAsArchive(source);
  let timestamp: number | undefined;
  if (isArchive) {
    const ending = await scanRecords(window, sha256, log, (record) => {
      const { name } = record;
      if (name.kind === 'archive') timestamp = checkFirst(record, log) ?? timestamp ?? record.timestamp;
      checkTimestamp(record, timestamp, log);
      if (name.kind === 'data') chain.takeData({ ...record, named: name.sha256 });
      if (name.kind === 'event') chain.takeEvent(record, name.sha256);
    });
    if (ending === 'ended') chain.end();
  } else {
    log.failed('container.header', { offset: 0 }, 'The file does not begin with a record named BELENIOS.');
  }
  const board = { archiveSha256: await window.finish(), checks: log.counts(), index: chain.index };
  const failures = log.failures();
  if (failures.length === 0 && timestamp !== undefined) {
    return { ...board, ok: true, head: { ...chain.head(), timestamp } };
  }
  return { ...board, ok: false, reason: isArchive ? 'refused' : 'not_an_archive', failures };
}

/**
 * Reads the content of a record that an index names, and holds it against its hash once more: a file that changed since
 * it was checked is refused.
 */
export async function readPayload(
  source: ArchiveSource,
  content: RecordContent,
  { sha256 }: Sha256Maker,
): Promise<Result<Uint8Array, BoardFailure>> {
  const bytes = await readExactly(source, content.offset, content.length);
  return sha256Hex(sha256(bytes)) === content.sha256 ? ok(bytes) : err(changed(content));
}

const pieceBytes = 2 ** 16;

/**
 * Hands the content of a record over piece by piece, where `readPayload` gives it whole: for contents that fill the memory.
 *
 * Hazards: only at the end it is known whether the content is the one that was checked. After an error whatever was made
 *   of the pieces is worth nothing.
 */
export async function forEachPiece(
  source: ArchiveSource,
  content: RecordContent,
  { createSha256 }: Sha256Maker,
  take: (piece: Uint8Array) => void,
): Promise<Result<undefined, BoardFailure>> {
  const running = createSha256();
  for (let done = 0; done < content.length; done += pieceBytes) {
    const piece = await readExactly(source, content.offset + done, Math.min(pieceBytes, content.length - done));
    running.update(piece);
    take(piece);
  }
  return sha256Hex(running.digest()) === content.sha256 ? ok(undefined) : err(changed(content));
}

const changed = ({ offset, sha256 }: RecordContent): BoardFailure => ({
  check: 'container.hashes',
  place: { offset },
  message: `The content is no longer the one that was checked, whose SHA-256 is ${sha256}.`,
});

async function beginsAsArchive(source: ArchiveSource): Promise<boolean> {
  if (source.size < blockBytes) return false;
  return byteText(await readExactly(source, 0, 9)) === 'BELENIOS\0';
}

function checkFirst({ offset, text = '' }: ScannedRecord, log: CheckLog): number | undefined {
  const place = { offset, record: 'BELENIOS' };
  log.made('container.header');
  if (offset > 0) {
    log.failed('container.header', place, 'Only the first record is named BELENIOS.');
    return undefined;
  }
  const timestamp = readArchiveText(text);
  if (timestamp === undefined) {
    const said = JSON.stringify(text.slice(0, 60));
    log.failed('container.header', place, `The record is not {"version":1,"timestamp":"…"}: ${said}.`);
  }
  return timestamp;
}

function checkTimestamp({ name, offset, timestamp }: ScannedRecord, expected: number | undefined, log: CheckLog): void {
  log.made('container.timestamps');
  if (timestamp === undefined || expected === undefined || timestamp === expected) return;
  const message = `The record carries the time ${timestamp}, the archive ${expected}.`;
  log.failed('container.timestamps', { offset, record: writeRecordName(name) }, message);
}
