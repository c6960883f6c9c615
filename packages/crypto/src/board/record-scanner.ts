import { type Sha256Hex, sha256Hex, type Sha256Maker } from '../primitives/sha256.ts';
import { byteText, firstDifference } from './ascii.ts';
import type { CheckLog } from './board-checks.ts';
import { maxText } from './board-texts.ts';
import type { ByteWindow } from './byte-window.ts';
import {
  blockBytes,
  paddingOf,
  readRecordHeader,
  type RecordHeader,
  type RecordName,
  writeRecordName,
} from './tar-record.ts';

/** A record as it was found in an archive. */
export interface ScannedRecord {
  readonly name: RecordName;
  /** Where its header begins; its content stands in the next block. */
  readonly offset: number;
  /** Bytes of content. */
  readonly size: number;
  /** Where the next record begins. */
  readonly end: number;
  /** Seconds; undefined where they cannot be read. */
  readonly timestamp: number | undefined;
  /** Of the content that is there, whatever the name says. */
  readonly sha256: Sha256Hex;
  /** The content, one character for each byte, unless it is longer than any text of the board. */
  readonly text: string | undefined;
}

type ReadableHeader = Pick<RecordHeader, 'name' | 'size'> & { readonly timestamp: number | undefined };

/**
 * Reads the records of an archive one after the other and hands each on.
 *
 * Checks `container.records` and `container.hashes`. A record that is wrong only where the next one can still be found
 * is handed on too.
 *
 * @returns whether the end was reached, or the place of the next record was lost before
 */
export async function scanRecords(
  window: ByteWindow,
  maker: Sha256Maker,
  log: CheckLog,
  take: (record: ScannedRecord) => void,
): Promise<'ended' | 'lost'> {
  let offset = 0;
  while (offset < window.size) {
    log.made('container.records');
    const header = await readHeader(window, offset, log);
    if (header === undefined) return 'lost';
    const content = offset + blockBytes;
    const end = content + header.size + paddingOf(header.size);
    const record = writeRecordName(header.name);
    if (end > window.size) {
      const message = `The archive ends inside a record: ${end - window.size} bytes are missing.`;
      log.failed('container.records', { offset, record }, message);
      return 'lost';
    }
    const sha256 = await contentHash(window, content, header.size, maker);
    const text = header.size <= maxText ? byteText(await window.at(content, header.size)) : undefined;
    await checkPadding(window, content + header.size, end, record, log);
    if (header.name.kind !== 'archive') {
      log.made('container.hashes');
      if (header.name.sha256 !== sha256) {
        log.failed('container.hashes', { offset, record }, `The content of the record has the SHA-256 ${sha256}.`);
      }
    }
    take({ ...header, offset, end, sha256, text });
    offset = end;
  }
  return 'ended';
}

/** Reads a header and takes down what is wrong with it; undefined when nobody can know where the next one stands. */
async function readHeader(window: ByteWindow, offset: number, log: CheckLog): Promise<ReadableHeader | undefined> {
  const rest = window.size - offset;
  if (rest < blockBytes) {
    log.failed('container.records', { offset }, `The archive ends inside a header: ${rest} of ${blockBytes} bytes.`);
    return undefined;
  }
  const header = readRecordHeader(await window.at(offset, blockBytes));
  if (header.ok) return header.value;
  const { readable, message } = header.error;
  const place = { offset: offset + header.error.offset };
  if (readable === undefined) {
    log.failed('container.records', place, message);
    return undefined;
  }
  log.failed('container.records', { ...place, record: writeRecordName(readable.name) }, message);
  return { ...readable, timestamp: undefined };
}

async function contentHash(window: ByteWindow, offset: number, size: number, maker: Sha256Maker): Promise<Sha256Hex> {
  if (size <= window.span) return sha256Hex(maker.sha256(await window.at(offset, size)));
  const running = maker.createSha256();
  for (let done = 0; done < size; done += window.span) {
    running.update(await window.at(offset + done, Math.min(window.span, size - done)));
  }
  return sha256Hex(running.digest());
}

const zeros = new Uint8Array(blockBytes);

async function checkPadding(
  window: ByteWindow,
  start: number,
  end: number,
  record: string,
  log: CheckLog,
): Promise<void> {
  const padding = await window.at(start, end - start);
  const wrong = firstDifference(padding, zeros.subarray(0, padding.length));
  if (wrong === undefined) return;
  log.failed('container.records', { offset: start + wrong, record }, 'The last block is not filled up with zeros.');
}
