import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { type Encoding, encodingByStart, type FoundEncoding, type Separator, separatorOf } from '@convite/domain';
import { err, ok, type Result } from '@convite/kernel';
import { CsvError, parse } from 'csv-parse';

/** How a table is written, as far as whoever brings it has said so. */
export interface DeclaredTable {
  readonly encoding: Encoding | null;
  readonly separator: Separator | null;
}

/** A row, and the line on which it begins. */
export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What ends the reading of a table. */
export type TableProblem =
  | { readonly type: 'broken_quotes'; readonly line: number }
  | { readonly type: 'not_text' | 'spreadsheet' };

/** A table that is being read, line by line. */
export interface OpenTable {
  readonly encoding: Encoding;
  readonly separator: Separator;
  /** Rows that say something; ends with `undefined`, or with why it cannot go on. */
  rows(onBytes: (done: number) => void): AsyncGenerator<TableRow, TableProblem | undefined>;
}

/** A quoted cell that never ends would otherwise be held whole. */
const longestRow = 64 * 1024;
/** Looked at for the encoding and for the line of headings. */
const startBytes = 64 * 1024;

/** Opens a table of text cells: finds its encoding and what separates its cells, unless they are declared. */
export async function openTable(path: string, declared: DeclaredTable): Promise<Result<OpenTable, TableProblem>> {
  const start = await firstBytes(path);
  // How a ZIP begins, and with it every spreadsheet of today; the second is how older ones begin.
  if (hasStart(start, [0x50, 0x4b, 3, 4]) || hasStart(start, [0xd0, 0xcf, 0x11, 0xe0]))
    return err({ type: 'spreadsheet' });
  const { encoding, markBytes } = await encodingOf(path, start, declared.encoding);
  const text = new TextDecoder(encoding).decode(start.subarray(markBytes));
  if (text.includes('\0')) return err({ type: 'not_text' });
  const separator =
    declared.separator ?? separatorOf(text.split(/\r\n|[\r\n]/u).find((line) => line.trim() !== '') ?? '');
  return ok({
    encoding,
    separator,
    rows: (onBytes) => readRows(path, { encoding, markBytes }, separator, onBytes),
  });
}

async function* readRows(
  path: string,
  { encoding, markBytes }: FoundEncoding,
  separator: Separator,
  onBytes: (done: number) => void,
): AsyncGenerator<TableRow, TableProblem | undefined> {
  const source = createReadStream(path, { start: markBytes, highWaterMark: 256 * 1024 });
  // Its own counting of lines would triple its time, so empty lines are handed on and counted here.
  const parser = parse({
    delimiter: separator,
    relax_column_count: true,
    max_record_size: longestRow,
    record_delimiter: ['\r\n', '\n', '\r'],
  });
  const fed = feed(source, encoding, parser, onBytes);
  try {
    let line = 1;
    for await (const cells of parser) {
      if (!isCells(cells)) continue;
      // A row of nothing but separators, as spreadsheets leave them at the end, says nothing.
      if (cells.some((cell) => cell.trim() !== '')) yield { line, cells };
      line += 1 + cells.reduce((breaks, cell) => breaks + breaksIn(cell), 0);
    }
    await fed;
    return undefined;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { type: 'broken_quotes', line: 'lines' in error && typeof error['lines'] === 'number' ? error['lines'] : 0 };
  } finally {
    source.destroy();
    parser.destroy();
  }
}

const isCells = (value: unknown): value is readonly string[] => Array.isArray(value);

const breaksIn = (cell: string): number =>
  cell.includes('\n') || cell.includes('\r') ? cell.split(/\r\n|[\r\n]/u).length - 1 : 0;

/** Pours the file into the parser, in UTF-8, as fast as the parser takes it. */
async function feed(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  parser: ReturnType<typeof parse>,
  onBytes: (done: number) => void,
): Promise<void> {
  const decoder = encoding === 'utf-8' ? undefined : new TextDecoder(encoding);
  let done = 0;
  try {
    for await (const chunk of source) {
      done += chunk.byteLength;
      onBytes(done);
      const piece = decoder === undefined ? chunk : decoder.decode(chunk, { stream: true });
      if (!parser.write(piece)) await takesMoreOrCloses(parser);
      if (parser.destroyed) return;
    }
    parser.end(decoder?.decode());
  } catch (error) {
    // Whoever left the table before its end closed the file; any other fault of it is told where rows are awaited.
    if (!parser.destroyed) parser.destroy(error instanceof Error ? error : undefined);
  }
}

/** Leaves no listener behind: a file of a million rows waits here hundreds of times. */
function takesMoreOrCloses(parser: ReturnType<typeof parse>): Promise<void> {
  return new Promise((resolve) => {
    const goOn = (): void => {
      parser.off('drain', goOn).off('close', goOn);
      resolve();
    };
    parser.once('drain', goOn).once('close', goOn);
  });
}

async function encodingOf(path: string, start: Uint8Array, declared: Encoding | null): Promise<FoundEncoding> {
  const found = encodingByStart(start);
  // A mark is a fact, a declaration may be an error.
  if (found !== undefined && (found.markBytes > 0 || declared === null)) return found;
  if (declared !== null) return { encoding: declared, markBytes: 0 };
  return { encoding: (await isUtf8(path)) ? 'utf-8' : 'windows-1252', markBytes: 0 };
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
      if (chunk instanceof Uint8Array) decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function firstBytes(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(startBytes), 0, startBytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

const hasStart = (bytes: Uint8Array, wanted: readonly number[]): boolean =>
  wanted.every((byte, i) => bytes[i] === byte);
