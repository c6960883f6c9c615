/** What the scanner met on its way that is odd. */
export type RecordOddity = 'bare_quote' | 'text_after_quote' | 'unclosed_quote' | 'record_spans_lines';

const SEMICOLON = 0x3b;
const QUOTE = 0x22;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const CELLS_KEPT = 10_000;

/**
 * Walks through the records of a text in which `;` parts cells and a line end parts records.
 *
 * A `"` opens a quoted cell only as its first character; there `""` stands for `"`, and `;` and line ends belong to
 * the cell. Anywhere else a `"` is a character like any other. Published city files hold both: CSV libraries either
 * refuse the bare ones or, told to be lax about quotes, lose where a record begins; none says at which line, and all
 * make a text of every cell. Here a cell is a pair of offsets until somebody asks for its text.
 *
 * Shapes: record = `source[start … end − 1]`, its line end included; cell i = `source[cellStart(i) … cellEnd(i) − 1]`,
 * quotes included. The records of a text, joined, are the text.
 * Cost: each character is looked at once; a quote that is never closed costs one more look at the rest of the file.
 */
export class RecordScanner {
  readonly source: string;
  /** Offsets of the record read last. */
  start = 0;
  end = 0;
  /** Line of its first character, from 1. */
  line = 0;
  /** How many cells it has. */
  cells = 0;
  /** Of all records so far. */
  lineFeeds = 0;
  carriageReturnLineFeeds = 0;
  /** Line of the first record that ends otherwise than the first record does; 0 while all end alike. */
  firstOtherLineEnd = 0;
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  readonly #onOddity: (oddity: RecordOddity, line: number) => void;
  #nextLine = 1;
  /** No quote is ever closed behind this offset. */
  #noQuoteAfter = Number.POSITIVE_INFINITY;

  constructor(source: string, onOddity: (oddity: RecordOddity, line: number) => void) {
    this.source = source;
    this.#onOddity = onOddity;
    this.end = source.startsWith('\ufeff') ? 1 : 0;
  }

  /** Reads the next record; false at the end of the text. */
  next(): boolean {
    const { source } = this;
    const length = source.length;
    let at = this.end;
    if (at >= length) return false;
    this.start = at;
    this.line = this.#nextLine;
    this.cells = 0;
    for (;;) {
      const cellStart = at;
      if (source.charCodeAt(at) === QUOTE) at = this.#afterQuoted(at);
      let bareQuote = false;
      let code = 0;
      for (; at < length; at++) {
        code = source.charCodeAt(at);
        if (code === SEMICOLON || code === LINE_FEED) break;
        if (code === QUOTE) bareQuote = true;
      }
      if (bareQuote && source.charCodeAt(cellStart) !== QUOTE) this.#onOddity('bare_quote', this.line);
      if (at < length && code === SEMICOLON) {
        this.#keep(cellStart, at);
        at += 1;
        continue;
      }
      const returned = at > cellStart && source.charCodeAt(at - 1) === CARRIAGE_RETURN;
      this.#keep(cellStart, returned ? at - 1 : at);
      if (at < length) this.#countLineEnd(returned);
      this.end = at < length ? at + 1 : at;
      if (this.#nextLine > this.line) this.#onOddity('record_spans_lines', this.line);
      this.#nextLine += 1;
      return true;
    }
  }

  /** True when the record holds nothing but white space. */
  get isBlank(): boolean {
    return this.cells === 1 && this.cell(0) === '';
  }

  cellStart(i: number): number {
    return i < this.cells ? (this.#starts[i] ?? this.end) : this.end;
  }

  cellEnd(i: number): number {
    return i < this.cells ? (this.#ends[i] ?? this.end) : this.end;
  }

  /** The text of a cell without quotes and without white space around it; empty where the record is too short. */
  cell(i: number): string {
    const text = this.source.slice(this.cellStart(i), this.cellEnd(i));
    if (text.charCodeAt(0) !== QUOTE || i >= this.cells) return text.trim();
    const trimmed = text.trimEnd();
    return isQuoted(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"').trim() : trimmed;
  }

  /** True where white space stands around the text of a cell. */
  hasSpaceAround(i: number): boolean {
    const [from, to] = [this.cellStart(i), this.cellEnd(i)];
    return from < to && (isSpace(this.source.charCodeAt(from)) || isSpace(this.source.charCodeAt(to - 1)));
  }

  /** The texts of all cells. */
  row(): string[] {
    return Array.from({ length: Math.min(this.cells, CELLS_KEPT) }, (_, i) => this.cell(i));
  }

  #keep(start: number, end: number): void {
    if (this.cells < CELLS_KEPT) {
      this.#starts[this.cells] = start;
      this.#ends[this.cells] = end;
    }
    this.cells += 1;
  }

  /** From an opening quote to the character after the closing one; to itself where none closes. */
  #afterQuoted(open: number): number {
    const { source } = this;
    let close = open;
    do {
      close = close >= this.#noQuoteAfter ? -1 : source.indexOf('"', close + 1);
      if (close === -1) {
        this.#noQuoteAfter = Math.min(this.#noQuoteAfter, open);
        this.#onOddity('unclosed_quote', this.line);
        return open;
      }
      if (source.charCodeAt(close + 1) !== QUOTE) break;
      close += 1;
    } while (close < source.length);
    for (let at = open + 1; at < close; at++) if (source.charCodeAt(at) === LINE_FEED) this.#nextLine += 1;
    let after = close + 1;
    while (isSpace(source.charCodeAt(after))) after += 1;
    const next = source.charCodeAt(after);
    if (after < source.length && next !== SEMICOLON && next !== LINE_FEED && next !== CARRIAGE_RETURN) {
      this.#onOddity('text_after_quote', this.line);
    }
    return close + 1;
  }

  #countLineEnd(returned: boolean): void {
    if (returned) this.carriageReturnLineFeeds += 1;
    else this.lineFeeds += 1;
    if (this.firstOtherLineEnd === 0 && this.lineFeeds > 0 && this.carriageReturnLineFeeds > 0) {
      this.firstOtherLineEnd = this.line;
    }
  }
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09 || code === 0xa0;

/** True when the last character closes the quote that the first opens, and no other does. */
function isQuoted(text: string): boolean {
  if (text.length < 2) return false;
  for (let at = 1; at < text.length; at++) {
    if (text.charCodeAt(at) !== QUOTE) continue;
    if (at === text.length - 1) return true;
    if (text.charCodeAt(at + 1) !== QUOTE) return false;
    at += 1;
  }
  return false;
}
