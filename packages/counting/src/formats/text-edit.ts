import type { RecordScanner } from './record-scanner.ts';
import { writeCell } from './write-pabulib.ts';

/** A text being copied record by record, in which some records are changed and all others stay as they are. */
export class TextEdit {
  readonly #source: string;
  readonly #pieces: string[] = [];
  #copied = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Puts another text in the place of cells of the record read last; its other cells and line end stay. */
  replaceCells(record: RecordScanner, cells: ReadonlyMap<number, string>): void {
    this.#copyTo(record.start);
    for (const [i, text] of [...cells].toSorted(([a], [b]) => a - b)) {
      this.#copyTo(record.cellStart(i));
      this.#pieces.push(writeCell(text));
      this.#copied = record.cellEnd(i);
    }
    this.#copyTo(record.end);
  }

  remove(record: RecordScanner): void {
    this.#copyTo(record.start);
    this.#copied = record.end;
  }

  finish(): string {
    this.#copyTo(this.#source.length);
    return this.#pieces.join('');
  }

  #copyTo(offset: number): void {
    this.#pieces.push(this.#source.slice(this.#copied, offset));
    this.#copied = offset;
  }
}
